import { v7 as uuid } from 'uuid'
import { oneTimeCodeDays } from '@/domain/credential'
import type { Grant } from '@/domain/policy'
import type { PersonScope, PublicScope, SystemScope } from '../access'
import type { Db } from '../db'

/** Whose unused code this is, if login name and code belong together. */
export async function findCodeHolder(
  db: Db,
  _scope: PublicScope<'account.sign-in'>,
  loginName: string,
  codeHash: string,
): Promise<{ personId: string; codeId: string } | null> {
  const rows = await db.$queryRaw<{ personId: string; codeId: string }[]>`
    SELECT p."id" AS "personId", c."id" AS "codeId"
    FROM "LoginName" l JOIN "Person" p ON p."id" = l."personId" JOIN "OneTimeCode" c ON c."personId" = p."id"
    WHERE l."name" = ${loginName} AND c."codeHash" = ${codeHash} AND c."usedAt" IS NULL AND c."expiresAt" > now() AND p."status" <> 'left'`
  return rows[0] ?? null
}

/**
 * Uses a code up and sets the password; everything that was open before (other codes, sessions) ends. Returns false when the code has been
 * used or has run out meanwhile: of two at once only one gets in. Belongs in a transaction.
 */
export async function redeemCode(
  db: Db,
  scope: PublicScope<'account.sign-in'>,
  { codeId, personId, passwordHash }: { codeId: string; personId: string; passwordHash: string },
): Promise<boolean> {
  const used = await db.$executeRaw`UPDATE "OneTimeCode" SET "usedAt" = now() WHERE "id" = ${codeId}::uuid AND "usedAt" IS NULL AND "expiresAt" > now()`
  if (used === 0) return false
  await db.$executeRaw`UPDATE "Person" SET "passwordHash" = ${passwordHash}, "passwordSetAt" = now() WHERE "id" = ${personId}::uuid`
  await voidCodes(db, scope, personId)
  await db.$executeRaw`UPDATE "Session" SET "revokedAt" = now() WHERE "personId" = ${personId}::uuid AND "revokedAt" IS NULL`
  return true
}

/** Codes of a person that have not been used are worth nothing from now on. */
export async function voidCodes(db: Db, _scope: PublicScope<'account.sign-in'> | PersonScope<'code.issue'> | SystemScope, personId: string): Promise<void> {
  await db.$executeRaw`UPDATE "OneTimeCode" SET "expiresAt" = now() WHERE "personId" = ${personId}::uuid AND "usedAt" IS NULL AND "expiresAt" > now()`
}

/** Someone a code may be issued for, locked until the transaction ends; null when out of reach. */
export async function lockForCode(
  db: Db,
  scope: PersonScope<'code.issue'>,
  personId: string,
): Promise<{ id: string; status: 'active' | 'on_leave' | 'left'; grants: Grant[] } | null> {
  const person = await db.person.findFirst({
    where: { AND: [{ id: personId }, scope.people()] },
    select: { id: true, status: true, roles: { select: { role: true, unit: { select: { path: true } } } } },
  })
  if (!person) return null
  await db.$queryRaw`SELECT "id" FROM "Person" WHERE "id" = ${person.id}::uuid FOR UPDATE`
  return { id: person.id, status: person.status, grants: person.roles.map(({ role, unit }) => ({ role, unitPath: unit?.path ?? null })) }
}

/** Stores a new code. Returns until when it can be used. */
export async function insertCode(db: Db, _scope: PersonScope<'code.issue'> | SystemScope, personId: string, codeHash: string): Promise<Date> {
  const rows = await db.$queryRaw<{ expiresAt: Date }[]>`
    INSERT INTO "OneTimeCode" ("id", "personId", "codeHash", "expiresAt") VALUES (${uuid()}::uuid, ${personId}::uuid, ${codeHash}, now() + ${oneTimeCodeDays} * interval '1 day')
    RETURNING "expiresAt"`
  const row = rows[0]
  if (!row) throw new Error('the code was not stored')
  return row.expiresAt
}

// ---- Rosters ----

/** Only one import at a time, until the transaction ends: a plan holds only while nobody else writes people. */
export async function lockRoster(db: Db, _scope: SystemScope): Promise<void> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('roster', 0))`
}

/** Whoever has left is signed out everywhere, and a code in their hands opens nothing. */
export async function shutOut(db: Db, scope: SystemScope, personId: string): Promise<void> {
  await db.$executeRaw`UPDATE "Session" SET "revokedAt" = now() WHERE "personId" = ${personId}::uuid AND "revokedAt" IS NULL`
  await voidCodes(db, scope, personId)
}
