import { requestCorrection } from '@/server/corrections/request-correction'

export const POST = requestCorrection
