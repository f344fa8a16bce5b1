import { revokePersonSessions } from '@/server/sessions/revoke-person-sessions'

export const POST = revokePersonSessions
