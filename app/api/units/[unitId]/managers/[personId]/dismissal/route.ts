import { dismissManager } from '@/server/units/dismiss-manager'

export const POST = dismissManager
