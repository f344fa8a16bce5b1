import { changeDueDate } from '@/server/assignments/change-due-date'

export const PUT = changeDueDate
