import { revokeSession } from '@/server/sessions/revoke-session'

export const POST = revokeSession
