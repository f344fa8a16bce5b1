import { changePassword } from '@/server/auth/change-password'

export const POST = changePassword
