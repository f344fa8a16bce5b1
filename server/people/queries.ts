import { v7 as uuid } from 'uuid'
import { oneTimeCodeDays } from '@/domain/credential'
import type { Grant } from '@/domain/policy'
import type { KnownPerson, RosterState } from '@/domain/roster'
import { dateOnly } from '@/domain/time'
import type { Prisma } from '@/generated/prisma/client'
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

/** All units, and whoever holds one of these login names. */
export async function readRosterState(db: Db, _scope: SystemScope, loginNames: string[]): Promise<RosterState> {
  const units = await db.unit.findMany({ select: { id: true, parentId: true, name: true, sort: true, active: true } })
  const people = await db.$queryRaw<(Omit<KnownPerson, 'hiredOn'> & { hiredOn: Date })[]>`
    SELECT p."id", p."name", p."unitId", p."position", p."serviceStage", p."staffKind", p."hiredOn", p."status", p."phone", p."mail",
      (SELECT array_agg(l."name" ORDER BY l."name") FROM "LoginName" l WHERE l."personId" = p."id") AS "loginNames",
      (SELECT coalesce(array_agg(g."unitId"), '{}') FROM "RoleGrant" g WHERE g."personId" = p."id" AND g."role" = 'manager' AND g."unitId" IS NOT NULL) AS "managedUnitIds"
    FROM "Person" p WHERE p."id" IN (SELECT "personId" FROM "LoginName" WHERE "name" = ANY(${loginNames}))`
  return { units, people: people.map((person) => ({ ...person, hiredOn: dateOnly(person.hiredOn) })) }
}

/** Paths of units by id. */
export async function readUnitPaths(db: Db, _scope: SystemScope): Promise<Map<string, string>> {
  return new Map((await db.unit.findMany({ select: { id: true, path: true } })).map((unit) => [unit.id, unit.path]))
}

/** Stores units, parents before their branches. */
export async function insertUnits(db: Db, _scope: SystemScope, units: Prisma.UnitCreateManyInput[]): Promise<void> {
  await db.unit.createMany({ data: units })
}

export async function insertPeople(
  db: Db,
  _scope: SystemScope,
  people: Prisma.PersonCreateManyInput[],
  loginNames: Prisma.LoginNameCreateManyInput[],
): Promise<void> {
  await db.person.createMany({ data: people })
  await db.loginName.createMany({ data: loginNames })
}

/** Stores codes of people who are new, all valid from now. */
export async function insertCodes(db: Db, _scope: SystemScope, codes: { personId: string; codeHash: string }[]): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "OneTimeCode" ("id", "personId", "codeHash", "expiresAt")
    SELECT code.*, now() + ${oneTimeCodeDays} * interval '1 day'
    FROM unnest(${codes.map(() => uuid())}::uuid[], ${codes.map((code) => code.personId)}::uuid[], ${codes.map((code) => code.codeHash)}::text[]) AS code`
}

export async function updatePerson(db: Db, _scope: SystemScope, id: string, data: Prisma.PersonUncheckedUpdateInput, newLoginNames: string[]): Promise<void> {
  await db.person.update({ where: { id }, data })
  await db.loginName.createMany({ data: newLoginNames.map((name) => ({ name, personId: id })) })
}

/** Whoever has left is signed out everywhere, and a code in their hands opens nothing. */
export async function shutOut(db: Db, scope: SystemScope, personId: string): Promise<void> {
  await db.$executeRaw`UPDATE "Session" SET "revokedAt" = now() WHERE "personId" = ${personId}::uuid AND "revokedAt" IS NULL`
  await voidCodes(db, scope, personId)
}

export async function addManagers(db: Db, _scope: SystemScope, grants: { personId: string; unitId: string }[]): Promise<void> {
  await db.roleGrant.createMany({ data: grants.map((grant) => ({ ...grant, id: uuid(), role: 'manager' })), skipDuplicates: true })
}

export async function dropManager(db: Db, _scope: SystemScope, personId: string, unitIds: string[]): Promise<void> {
  await db.roleGrant.deleteMany({ where: { personId, role: 'manager', unitId: { in: unitIds } } })
}
