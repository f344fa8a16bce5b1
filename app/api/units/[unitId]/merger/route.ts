import { mergeUnit } from '@/server/units/merge-unit'

export const POST = mergeUnit
