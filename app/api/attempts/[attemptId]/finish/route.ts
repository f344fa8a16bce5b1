import { finishAttempt } from '@/server/attempts/finish-attempt'

export const POST = finishAttempt
