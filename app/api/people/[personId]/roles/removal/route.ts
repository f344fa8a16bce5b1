import { revokeRole } from '@/server/people/revoke-role'

export const POST = revokeRole
