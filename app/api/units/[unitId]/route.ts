import { changeUnit } from '@/server/units/change-unit'

export const PUT = changeUnit
