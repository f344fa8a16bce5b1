import { sessionHours } from '@/domain/credential'
import { Prisma } from '@/generated/prisma/client'
import type { PersonScope } from '../access'
import type { Db } from '../db'

type OwnScope = PersonScope<'account.own'>

/** Of a session s: it still opens the door. The same as what `readSession` lets in. */
const live = Prisma.sql`(s."revokedAt" IS NULL AND s."expiresAt" > now()
  AND (s."remember" OR s."lastSeenAt" > now() - ${sessionHours.idle} * interval '1 hour'))`

export type LiveSession = { id: string; device: string; createdAt: Date; lastSeenAt: Date }

/** Where one is signed in, what was used last first. */
export function listOwnSessions(db: Db, scope: OwnScope): Promise<LiveSession[]> {
  return db.$queryRaw<LiveSession[]>`
    SELECT s."id", s."device", s."createdAt", s."lastSeenAt" FROM "Session" s WHERE s."personId" = ${scope.own().userId}::uuid AND ${live} ORDER BY s."lastSeenAt" DESC`
}

/** Ends one's own sessions, or one of them, but never that of `except`. Returns how many ended. */
export function revokeOwnSessions(db: Db, scope: OwnScope, { only, except }: { only?: string; except?: string }): Promise<number> {
  return db.$executeRaw`
    UPDATE "Session" s SET "revokedAt" = now() WHERE s."personId" = ${scope.own().userId}::uuid AND ${live}
      AND (${only ?? null}::text IS NULL OR s."id" = ${only ?? null}) AND s."id" <> ${except ?? ''}`
}

/** On how many devices somebody within reach is signed in. */
export async function countSessions(db: Db, scope: PersonScope<'person.view'> | PersonScope<'account.unlock'>, personId: string): Promise<number> {
  const rows = await db.$queryRaw<{ sessions: number }[]>`
    SELECT count(*)::int AS "sessions" FROM "Session" s JOIN "Person" p ON p."id" = s."personId" JOIN "Unit" u ON u."id" = p."unitId"
    WHERE s."personId" = ${personId}::uuid AND ${live} AND ${scope.sql(Prisma.sql`p."id"`, Prisma.sql`u."path"`)}`
  return rows[0]?.sessions ?? 0
}

/** Ends all sessions of somebody within reach. Returns how many ended. */
export function revokeSessionsOf(db: Db, scope: PersonScope<'account.unlock'>, personId: string): Promise<number> {
  return db.$executeRaw`
    UPDATE "Session" s SET "revokedAt" = now() FROM "Person" p JOIN "Unit" u ON u."id" = p."unitId"
    WHERE p."id" = s."personId" AND s."personId" = ${personId}::uuid AND ${live} AND ${scope.sql(Prisma.sql`p."id"`, Prisma.sql`u."path"`)}`
}
