import { changeExamTime } from '@/server/people/change-exam-time'

export const PUT = changeExamTime
