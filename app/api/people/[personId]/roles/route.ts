import { grantRole } from '@/server/people/grant-role'

export const POST = grantRole
