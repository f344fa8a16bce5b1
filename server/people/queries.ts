import { v7 as uuid } from 'uuid'
import { foldLoginName, oneTimeCodeDays } from '@/domain/credential'
import { foldForFinding, type PeopleSearch, type PersonStatus, type Profile } from '@/domain/person'
import type { Grant } from '@/domain/policy'
import { dateOnly } from '@/domain/time'
import { Prisma, type Role } from '@/generated/prisma/client'
import type { PersonScope, PublicScope, SystemScope } from '../access'
import type { Db } from '../db'

/** Whose unused code this is, if login name and code belong together. */
export async function findCodeHolder(
  db: Db,
  _scope: PublicScope<'account.sign-in'>,
  loginName: string,
  codeHash: string,
): Promise<{ personId: string; codeId: string; via: 'slip' | 'mail' } | null> {
  const rows = await db.$queryRaw<{ personId: string; codeId: string; via: 'slip' | 'mail' }[]>`
    SELECT p."id" AS "personId", c."id" AS "codeId", c."via"
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
  // The person first, as whoever issues codes does: two who lock in different orders would wait for each other for ever.
  await db.$queryRaw`SELECT "id" FROM "Person" WHERE "id" = ${personId}::uuid FOR NO KEY UPDATE`
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

// ---- Finding people ----

export type FoundPerson = {
  id: string
  name: string
  position: string
  status: PersonStatus
  unitId: string
  unitName: string
  loginNames: string[]
  signedIn: boolean
  locked: boolean
}
export type FoundPeople = { people: FoundPerson[]; total: number; more: { before: boolean; after: boolean } }

/** Of a person p: has ever signed in; and cannot now, because of wrong passwords under one of their names. */
const signedIn = Prisma.sql`(p."passwordSetAt" IS NOT NULL OR EXISTS (SELECT FROM "Session" s WHERE s."personId" = p."id"))`
const locked = Prisma.sql`EXISTS (SELECT FROM "LoginName" l JOIN "SignInThrottle" t ON t."loginName" = l."name" WHERE l."personId" = p."id" AND t."lockedUntil" > now())`
const reached = (scope: PersonScope) => scope.sql(Prisma.sql`p."id"`, Prisma.sql`u."path"`)

/**
 * Whether person p is who is meant by a typed text: a part of the name, the beginning of its initials, or a part of a login name; width, case and the
 * signs within names do not matter. A text of nothing but such signs means nobody.
 */
export function isNamed(_scope: PersonScope, text: string): Prisma.Sql {
  const name = foldForFinding(text)
  if (name === '') return Prisma.sql`FALSE`
  return Prisma.sql`(strpos(regexp_replace(lower(p."name"), '[[:space:]·•・･‧.''’-]', '', 'g'), ${name}) > 0 OR starts_with(p."nameInitials", ${name})
    OR p."id" IN (SELECT l."personId" FROM "LoginName" l WHERE strpos(l."name", ${foldLoginName(text)}) > 0))`
}

/** What people p in units u a search asks for, but for the place of the page. */
function searched(scope: PersonScope<'person.view'>, { text, unitId, status, role, account }: PeopleSearch): Prisma.Sql {
  const conditions = [reached(scope)]
  if (text !== '') conditions.push(isNamed(scope, text))
  if (unitId) conditions.push(Prisma.sql`starts_with(u."path", (SELECT "path" FROM "Unit" WHERE "id" = ${unitId}::uuid))`)
  if (status === 'present') conditions.push(Prisma.sql`p."status" <> 'left'`)
  else if (status !== 'all') conditions.push(Prisma.sql`p."status" = ${status}::"PersonStatus"`)
  if (role) conditions.push(Prisma.sql`EXISTS (SELECT FROM "RoleGrant" g WHERE g."personId" = p."id" AND g."role" = ${role}::"Role")`)
  if (account === 'never') conditions.push(Prisma.sql`NOT ${signedIn}`)
  if (account === 'locked') conditions.push(locked)
  return Prisma.join(conditions, ' AND ')
}

/**
 * One page of the people within reach that a search asks for, by the initials of their names, and how many there are in all. The person a
 * page begins behind, or ends before, must be within reach too, else their place in the order would be told.
 */
export async function listPeople(db: Db, scope: PersonScope<'person.view'>, search: PeopleSearch, limit: number): Promise<FoundPeople> {
  const fitting = searched(scope, search)
  const backwards = search.after === null && search.before !== null
  const from = search.after ?? search.before
  const place = Prisma.sql`(p."nameInitials", p."name", p."id")`
  const beyond = from
    ? Prisma.sql`${place} ${Prisma.raw(backwards ? '<' : '>')} (SELECT p."nameInitials", p."name", p."id" FROM "Person" p JOIN "Unit" u ON u."id" = p."unitId"
        WHERE p."id" = ${from}::uuid AND ${reached(scope)})`
    : Prisma.sql`TRUE`
  const order = Prisma.raw(backwards ? 'DESC' : 'ASC')
  const [rows, counted] = await Promise.all([
    db.$queryRaw<FoundPerson[]>`
      SELECT p."id", p."name", p."position", p."status", p."unitId", p."unitName", ${signedIn} AS "signedIn", ${locked} AS "locked",
        (SELECT coalesce(array_agg(l."name" ORDER BY l."name"), '{}') FROM "LoginName" l WHERE l."personId" = p."id") AS "loginNames"
      FROM (
        SELECT p.*, u."name" AS "unitName" FROM "Person" p JOIN "Unit" u ON u."id" = p."unitId" WHERE ${fitting} AND ${beyond}
        ORDER BY p."nameInitials" ${order}, p."name" ${order}, p."id" ${order} LIMIT ${limit + 1}) AS p
      ORDER BY p."nameInitials" ${order}, p."name" ${order}, p."id" ${order}`,
    db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS "total" FROM "Person" p JOIN "Unit" u ON u."id" = p."unitId" WHERE ${fitting}`,
  ])
  const people = rows.slice(0, limit)
  const further = rows.length > limit
  return {
    people: backwards ? people.reverse() : people,
    total: counted[0]?.total ?? 0,
    more: backwards ? { before: further, after: true } : { before: search.after !== null, after: further },
  }
}

export type UnitRow = { id: string; name: string; path: string; sort: number; active: boolean }
const unitColumns = { id: true, name: true, path: true, sort: true, active: true } as const

/** Units within reach. */
export function listUnits(db: Db, scope: PersonScope): Promise<UnitRow[]> {
  return db.unit.findMany({ where: scope.units(), select: unitColumns })
}

/** A unit within reach, or null. */
export function findUnit(db: Db, scope: PersonScope, id: string): Promise<UnitRow | null> {
  return db.unit.findFirst({ where: { AND: [{ id }, scope.units()] }, select: unitColumns })
}

// ---- One person ----

export type PersonFile = {
  id: string
  name: string
  status: PersonStatus
  profile: Profile
  unit: { id: string; name: string; path: string }
  loginNames: string[]
  roles: { role: Role; unitId: string | null; unitName: string | null; unitPath: string | null }[]
  timePercent: number
  signedIn: boolean
  lockedUntil: Date | null
}
export const grantsOf = (person: Pick<PersonFile, 'roles'>): Grant[] => person.roles.map(({ role, unitPath }) => ({ role, unitPath }))

type PersonFileRow = Omit<PersonFile, 'profile'> & Omit<Profile, 'hiredOn'> & { hiredOn: Date }

/** Everything of one person within reach that is kept about them as a person, or null. */
export async function readPersonFile(db: Db, scope: PersonScope, id: string): Promise<PersonFile | null> {
  const rows = await db.$queryRaw<PersonFileRow[]>`
    SELECT p."id", p."name", p."status", p."unitId", p."position", p."serviceStage", p."staffKind", p."hiredOn", p."phone", p."mail", p."timePercent",
      json_build_object('id', u."id", 'name', u."name", 'path', u."path") AS "unit", ${signedIn} AS "signedIn",
      (SELECT coalesce(array_agg(l."name" ORDER BY l."name"), '{}') FROM "LoginName" l WHERE l."personId" = p."id") AS "loginNames",
      (SELECT max(t."lockedUntil") FROM "LoginName" l JOIN "SignInThrottle" t ON t."loginName" = l."name" WHERE l."personId" = p."id" AND t."lockedUntil" > now()) AS "lockedUntil",
      (SELECT coalesce(json_agg(json_build_object('role', g."role", 'unitId', g."unitId", 'unitName', gu."name", 'unitPath', gu."path") ORDER BY g."role" DESC, gu."path"), '[]')
         FROM "RoleGrant" g LEFT JOIN "Unit" gu ON gu."id" = g."unitId" WHERE g."personId" = p."id") AS "roles"
    FROM "Person" p JOIN "Unit" u ON u."id" = p."unitId" WHERE p."id" = ${id}::uuid AND ${reached(scope)}`
  const row = rows[0]
  if (!row) return null
  const { unitId, position, serviceStage, staffKind, hiredOn, phone, mail, ...rest } = row
  return { ...rest, profile: { unitId, position, serviceStage, staffKind, hiredOn: dateOnly(hiredOn), phone, mail } }
}

/** The same with the row locked until the transaction ends. */
export async function lockPersonFile(db: Db, scope: PersonScope, id: string): Promise<PersonFile | null> {
  await db.$queryRaw`SELECT p."id" FROM "Person" p JOIN "Unit" u ON u."id" = p."unitId" WHERE p."id" = ${id}::uuid AND ${reached(scope)} FOR UPDATE OF p`
  return readPersonFile(db, scope, id)
}

/**
 * Keeps rosters and moves of units out until the transaction ends, while others may change people one by one. False when one of
 * those is being written.
 */
export async function keepRosterOut(db: Db, _scope: PersonScope): Promise<boolean> {
  const rows = await db.$queryRaw<{ kept: boolean }[]>`SELECT pg_try_advisory_xact_lock_shared(hashtextextended('roster', 0)) AS "kept"`
  return rows[0]?.kept ?? false
}

/** Whoever within reach holds one of these login names. */
export async function findLoginHolder(
  db: Db,
  scope: PersonScope<'person.edit'>,
  names: string[],
): Promise<{ id: string; name: string; unitName: string; loginName: string } | null> {
  const row = await db.loginName.findFirst({
    where: { name: { in: names }, person: scope.people() },
    select: { name: true, person: { select: { id: true, name: true, unit: { select: { name: true } } } } },
  })
  return row && { id: row.person.id, name: row.person.name, unitName: row.person.unit.name, loginName: row.name }
}

/** Somebody within reach who has this name in this unit, and has not left. */
export async function findNamesake(
  db: Db,
  scope: PersonScope<'person.edit'>,
  name: string,
  unitId: string,
): Promise<{ id: string; name: string; unitName: string; loginNames: string[] } | null> {
  const row = await db.person.findFirst({
    where: { AND: [{ name, unitId, status: { not: 'left' } }, scope.people()] },
    select: { id: true, name: true, unit: { select: { name: true } }, loginNames: { select: { name: true } } },
  })
  return row && { id: row.id, name: row.name, unitName: row.unit.name, loginNames: row.loginNames.map((login) => login.name) }
}

/** Stores somebody new. False when this id is already there: the same request came before. */
export async function insertPerson(db: Db, _scope: PersonScope<'person.edit'>, person: Prisma.PersonCreateManyInput): Promise<boolean> {
  const { count } = await db.person.createMany({ data: [person], skipDuplicates: true })
  return count === 1
}

/** Adds login names; returns those that somebody holds already. */
export async function insertLoginNames(db: Db, _scope: PersonScope<'person.edit'>, personId: string, names: string[]): Promise<string[]> {
  const added = await db.loginName.createManyAndReturn({ data: names.map((name) => ({ name, personId })), skipDuplicates: true, select: { name: true } })
  return names.filter((name) => !added.some((row) => row.name === name))
}

export async function deleteLoginName(db: Db, _scope: PersonScope<'person.edit'>, personId: string, name: string): Promise<void> {
  await db.loginName.deleteMany({ where: { personId, name } })
}

/** Changes the row of a person who is locked. */
export async function updateLocked(
  db: Db,
  _scope: PersonScope<'person.edit'> | PersonScope<'exam.adjust'>,
  id: string,
  data: Prisma.PersonUncheckedUpdateInput,
): Promise<void> {
  await db.person.update({ where: { id }, data })
}

/** How many can act as administrators besides one person; nobody else becomes or ceases to be one until the transaction ends. */
export async function countOtherAdministrators(db: Db, _scope: PersonScope<'role.grant'> | PersonScope<'person.edit'>, personId: string): Promise<number> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('administrators', 0))`
  const rows = await db.$queryRaw<{ others: number }[]>`
    SELECT count(DISTINCT p."id")::int AS "others" FROM "RoleGrant" g JOIN "Person" p ON p."id" = g."personId"
    WHERE g."role" = 'administrator' AND p."status" <> 'left' AND p."id" <> ${personId}::uuid`
  return rows[0]?.others ?? 0
}

/** Returns whether the role was not held before. */
export async function insertRole(db: Db, _scope: PersonScope<'role.grant'>, personId: string, role: Role, unitId: string | null): Promise<boolean> {
  const { count } = await db.roleGrant.createMany({ data: [{ id: uuid(), personId, role, unitId }], skipDuplicates: true })
  return count === 1
}

/** Ends one role of a person. Returns whether it was held. */
export async function deleteRole(
  db: Db,
  _scope: PersonScope<'role.grant'> | PersonScope<'person.edit'>,
  personId: string,
  role: Role,
  unitId: string | null,
): Promise<boolean> {
  const { count } = await db.roleGrant.deleteMany({ where: { personId, role, unitId } })
  return count > 0
}

/** Forgets the failed tries under these login names. Returns whether there were any. */
export async function deleteThrottles(db: Db, _scope: PersonScope<'account.unlock'>, loginNames: string[]): Promise<boolean> {
  const { count } = await db.signInThrottle.deleteMany({ where: { loginName: { in: loginNames } } })
  return count > 0
}

/** People whose initials are not known, in the order of their ids from `after` on. */
export function listWithoutInitials(db: Db, _scope: SystemScope, after: string, limit: number): Promise<{ id: string; name: string }[]> {
  return db.$queryRaw<{ id: string; name: string }[]>`
    SELECT "id", "name" FROM "Person" WHERE "nameInitials" = '' AND "id" > ${after}::uuid ORDER BY "id" LIMIT ${limit}`
}

export async function setInitials(db: Db, _scope: SystemScope, rows: { id: string; initials: string }[]): Promise<void> {
  await db.$executeRaw`
    UPDATE "Person" p SET "nameInitials" = row."initials"
    FROM unnest(${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.initials)}::text[]) AS row("id", "initials") WHERE p."id" = row."id"`
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
