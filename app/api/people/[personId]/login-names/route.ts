import { addLoginName } from '@/server/people/add-login-name'

export const POST = addLoginName
