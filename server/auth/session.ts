import { createHash, randomBytes } from 'node:crypto'
import { decode } from 'next-auth/jwt'
import { sessionHours } from '@/domain/credential'
import type { Grant } from '@/domain/policy'
import type { Actor } from '../access'
import { type Db, database } from '../db'
import { env } from '../env'

/** The session row is the session; the next-auth token is only the envelope of its opaque id. */

const secure = () => env().NEXTAUTH_URL.startsWith('https:')
export const sessionCookieName = () => (secure() ? '__Host-liangchuang' : 'liangchuang')
export const hashSessionId = (id: string) => createHash('sha256').update(id).digest('hex')

/** Makes a session for a person on a device (see `domain/device.ts`); returns the opaque id that only the browser keeps. */
export async function openSession(db: Db, personId: string, remember: boolean, device = ''): Promise<string> {
  const id = randomBytes(24).toString('base64url')
  const hours = remember ? sessionHours.remembered : sessionHours.shared
  await db.$executeRaw`
    INSERT INTO "Session" ("id", "personId", "remember", "device", "expiresAt")
    VALUES (${hashSessionId(id)}, ${personId}::uuid, ${remember}, ${device}, now() + ${hours} * interval '1 hour')`
  return id
}

export async function closeSession(db: Db, sessionHash: string): Promise<void> {
  await db.session.updateMany({ where: { id: sessionHash, revokedAt: null }, data: { revokedAt: new Date() } })
}

type Row = Omit<Actor, 'grants' | 'sessionId'> & { grants: Grant[] | null; seenLongAgo: boolean }

/** Who a request comes from: cookie header in, actor out; null for a missing, forged, expired, idle or revoked session. */
export async function readActor(cookieHeader: string | null): Promise<Actor | null> {
  const name = sessionCookieName()
  const cookie = cookieHeader
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`))
  if (!cookie) return null
  const token = await decode({ token: decodeURIComponent(cookie.slice(name.length + 1)), secret: env().NEXTAUTH_SECRET }).catch(() => null)
  return typeof token?.sid === 'string' ? readSession(token.sid) : null
}

/** The actor of a session id, with roles and unit as they are now. */
export async function readSession(id: string): Promise<Actor | null> {
  const sessionId = hashSessionId(id)
  const db = database()
  const rows = await db.$queryRaw<Row[]>`
    SELECT p."id" AS "personId", p."name", p."position", u."id" AS "unitId", u."name" AS "unitName", u."path" AS "unitPath", p."noticeVersion",
      s."lastSeenAt" < now() - interval '1 minute' AS "seenLongAgo",
      (SELECT json_agg(json_build_object('role', g."role", 'unitPath', gu."path"))
         FROM "RoleGrant" g LEFT JOIN "Unit" gu ON gu."id" = g."unitId" WHERE g."personId" = p."id") AS "grants"
    FROM "Session" s JOIN "Person" p ON p."id" = s."personId" JOIN "Unit" u ON u."id" = p."unitId"
    WHERE s."id" = ${sessionId} AND s."revokedAt" IS NULL AND s."expiresAt" > now() AND p."status" <> 'left'
      AND (s."remember" OR s."lastSeenAt" > now() - ${sessionHours.idle} * interval '1 hour')`
  const row = rows[0]
  if (!row) return null
  const { seenLongAgo, grants, ...rest } = row
  if (seenLongAgo) await db.$executeRaw`UPDATE "Session" SET "lastSeenAt" = now() WHERE "id" = ${sessionId}`
  return { ...rest, sessionId, grants: grants ?? [] }
}
