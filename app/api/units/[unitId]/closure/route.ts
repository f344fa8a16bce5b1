import { closeUnit } from '@/server/units/close-unit'

export const POST = closeUnit
