import { reopenUnit } from '@/server/units/reopen-unit'

export const POST = reopenUnit
