import { suspendQuestion } from '@/server/content/suspend-question'

export const POST = suspendQuestion
