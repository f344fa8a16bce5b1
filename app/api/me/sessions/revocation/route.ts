import { revokeOtherSessions } from '@/server/sessions/revoke-other-sessions'

export const POST = revokeOtherSessions
