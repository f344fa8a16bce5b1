import { rosterTemplate } from '@/server/rosters/roster-template'

export const GET = rosterTemplate
