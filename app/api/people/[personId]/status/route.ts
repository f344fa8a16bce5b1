import { changeStatus } from '@/server/people/change-status'

export const PUT = changeStatus
