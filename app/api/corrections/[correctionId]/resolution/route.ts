import { resolveCorrection } from '@/server/corrections/resolve-correction'

export const POST = resolveCorrection
