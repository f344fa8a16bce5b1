import NextAuth from 'next-auth'
import { authOptions } from '@/server/auth/next-auth'

/** next-auth's own endpoint: the one route that is no mount of a verb. Options are made for each request, not at build time. */
const handler = (request: Request, context: unknown) =>
  (NextAuth(authOptions(request.headers.get('user-agent'))) as (request: Request, context: unknown) => Promise<Response>)(request, context)

export { handler as GET, handler as POST }
