import { appointManager } from '@/server/units/appoint-manager'

export const POST = appointManager
