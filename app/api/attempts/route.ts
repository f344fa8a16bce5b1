import { startAttempt } from '@/server/attempts/start-attempt'

export const POST = startAttempt
