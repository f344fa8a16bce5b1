import { removeLoginName } from '@/server/people/remove-login-name'

export const POST = removeLoginName
