import type { PrismaClient } from '@/generated/prisma/client'
import { env } from '@/server/env'
import { sessionCookie } from './factories'

type Handler = (request: Request, given: { params: Promise<Record<string, string>> }) => Promise<Response>

/** Asks a verb as a browser would, signed in as a person or as nobody. Without a body it is a GET. */
export async function ask(
  db: PrismaClient,
  handler: Handler,
  { as, params = {}, body, query = {} }: { as?: { id: string }; params?: Record<string, string>; body?: unknown; query?: Record<string, string> },
): Promise<Response> {
  const cookie = as && (await sessionCookie(db, as.id))
  return handler(
    new Request(`${env().NEXTAUTH_URL}/api/x?${new URLSearchParams(query)}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        origin: env().NEXTAUTH_URL,
        ...(cookie ? { cookie: `${cookie.name}=${cookie.value}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
    { params: Promise.resolve(params) },
  )
}

/** The JSON of an answer beside its status. */
export async function told(response: Response): Promise<{ status: number; data?: unknown; error?: { code: string; reason?: string; message: string } }> {
  return { status: response.status, ...((await response.json()) as object) }
}
