import { moveUnit } from '@/server/units/move-unit'

export const POST = moveUnit
