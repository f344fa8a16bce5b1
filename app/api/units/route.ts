import { createUnit } from '@/server/units/create-unit'

export const POST = createUnit
