import { confirmRoster } from '@/server/rosters/confirm-roster'

export const POST = confirmRoster
