import { v7 as uuid } from 'uuid'
import type { TreeUnit } from '@/domain/unit'
import { Prisma } from '@/generated/prisma/client'
import type { PersonScope } from '../access'
import type { Db } from '../db'
import { isNamed } from '../people/queries'

type UnitScope = PersonScope<'unit.edit'>

/** For `scope.sql` where the row is a unit, nobody's own. */
const nobody = Prisma.sql`NULL::uuid`

export type PlacedUnit = TreeUnit & { path: string }

/** `tree`, for a `WITH RECURSIVE`: the id of each unit and its `place`; ordered by that a unit comes before its branches, those by sort and name. It begins where `start` holds of a unit. */
export function treeInOrder(_scope: PersonScope, start: Prisma.Sql): Prisma.Sql {
  const own = (sort: Prisma.Sql, name: Prisma.Sql) => Prisma.sql`(lpad(greatest(${sort}, 0)::text, 9, '0') || ${name})`
  return Prisma.sql`tree AS (
    SELECT "id", ARRAY[${own(Prisma.sql`"sort"`, Prisma.sql`"name"`)}] AS "place" FROM "Unit" WHERE ${start}
    UNION ALL SELECT c."id", t."place" || ${own(Prisma.sql`c."sort"`, Prisma.sql`c."name"`)} FROM "Unit" c JOIN tree t ON c."parentId" = t."id")`
}

/** The whole tree, closed units too. */
export function listUnits(db: Db, scope: UnitScope): Promise<PlacedUnit[]> {
  return db.unit.findMany({
    where: scope.units(),
    select: { id: true, parentId: true, type: true, name: true, sort: true, active: true, path: true },
    orderBy: [{ sort: 'asc' }, { name: 'asc' }],
  })
}

/** How many are on the books of each unit itself, of one or of all. Whoever has left is on nobody's. */
export async function countPeople(db: Db, scope: UnitScope, unitId?: string): Promise<Map<string, number>> {
  const where = { AND: [scope.people(), { status: { not: 'left' as const } }, ...(unitId === undefined ? [] : [{ unitId }])] }
  const rows = await db.person.groupBy({ by: ['unitId'], where, _count: true })
  return new Map(rows.map((row) => [row.unitId, row._count]))
}

export type UnitManager = { personId: string; name: string; position: string; unitId: string; loginNames: string[]; worksIn: string }

/** Who manages which unit, of one unit or of all. */
export async function listManagers(db: Db, scope: UnitScope, unitId?: string): Promise<UnitManager[]> {
  const rows = await db.roleGrant.findMany({
    where: { role: 'manager', ...(unitId === undefined ? { unitId: { not: null } } : { unitId }), person: scope.people() },
    select: {
      unitId: true,
      person: { select: { id: true, name: true, position: true, unit: { select: { name: true } }, loginNames: { select: { name: true } } } },
    },
    orderBy: [{ person: { name: 'asc' } }, { personId: 'asc' }],
  })
  return rows.flatMap(({ unitId: managed, person: { id, loginNames, unit, ...person } }) =>
    managed === null ? [] : [{ ...person, personId: id, unitId: managed, worksIn: unit.name, loginNames: loginNames.map((login) => login.name) }],
  )
}

// ---- Changes of the tree ----

export async function insertUnit(db: Db, _scope: UnitScope, unit: PlacedUnit): Promise<void> {
  await db.unit.create({ data: unit })
}

export async function updateUnit(db: Db, scope: UnitScope, id: string, data: Partial<Omit<TreeUnit, 'id' | 'active'>>): Promise<void> {
  await db.unit.updateMany({ where: { AND: [{ id }, scope.units()] }, data })
}

export async function setActive(db: Db, scope: UnitScope, id: string, active: boolean): Promise<void> {
  await db.unit.updateMany({ where: { AND: [{ id }, scope.units()] }, data: { active } })
}

/** Waits for whoever is coming to a unit, and keeps others from it until the transaction ends. */
export async function lockUnit(db: Db, scope: UnitScope, id: string): Promise<void> {
  await db.$queryRaw`SELECT "id" FROM "Unit" WHERE "id" = ${id}::uuid AND ${scope.sql(nobody, Prisma.sql`"path"`)} FOR UPDATE`
}

/** Everything whose path begins with `from` comes to stand below `to`: all paths of the subtree in one statement. */
export async function rewritePaths(db: Db, scope: UnitScope, from: string, to: string): Promise<void> {
  await db.$executeRaw`
    UPDATE "Unit" SET "path" = ${to} || substr("path", ${from.length + 1}::int) WHERE starts_with("path", ${from}) AND ${scope.sql(nobody, Prisma.sql`"path"`)}`
}

/** Everyone in these units or below, whatever their status. */
export async function listPeopleBelow(db: Db, scope: UnitScope, unitPath: string): Promise<{ id: string; onTheBooks: boolean }[]> {
  const people = await db.person.findMany({
    where: { AND: [{ unit: { path: { startsWith: unitPath } } }, scope.people()] },
    select: { id: true, status: true },
  })
  return people.map(({ id, status }) => ({ id, onTheBooks: status !== 'left' }))
}

/** All of one unit come to another. Returns who. */
export async function transferPeople(db: Db, scope: UnitScope, fromId: string, toId: string): Promise<string[]> {
  const rows = await db.person.updateManyAndReturn({ where: { AND: [{ unitId: fromId }, scope.people()] }, data: { unitId: toId }, select: { id: true } })
  return rows.map((row) => row.id)
}

// ---- Managers ----

/** Someone who could manage a unit, locked until the transaction ends. */
export async function lockPerson(db: Db, scope: UnitScope, id: string): Promise<{ id: string; status: 'active' | 'on_leave' | 'left' } | null> {
  const person = await db.person.findFirst({ where: { AND: [{ id }, scope.people()] }, select: { id: true } })
  if (!person) return null
  const rows = await db.$queryRaw<{ id: string; status: 'active' | 'on_leave' | 'left' }[]>`
    SELECT "id", "status"::text AS "status" FROM "Person" WHERE "id" = ${person.id}::uuid FOR UPDATE`
  return rows[0] ?? null
}

/** Returns whether it is new. */
export async function insertManager(db: Db, _scope: UnitScope, unitId: string, personId: string): Promise<boolean> {
  const { count } = await db.roleGrant.createMany({ data: [{ id: uuid(), personId, role: 'manager', unitId }], skipDuplicates: true })
  return count > 0
}

/** Returns whether there was anything to end. */
export async function deleteManager(db: Db, scope: UnitScope, unitId: string, personId: string): Promise<boolean> {
  const { count } = await db.roleGrant.deleteMany({ where: { unitId, personId, role: 'manager', unit: scope.units() } })
  return count > 0
}

export type Candidate = { personId: string; name: string; position: string; unitName: string; loginNames: string[] }
export const mostCandidates = 10

/** People still here by what is typed to find somebody. One more than are shown, so that it is known whether there are more. */
export function findCandidates(db: Db, scope: UnitScope, text: string): Promise<Candidate[]> {
  return db.$queryRaw<Candidate[]>`
    SELECT p."id" AS "personId", p."name", p."position", u."name" AS "unitName",
      (SELECT coalesce(array_agg(l."name" ORDER BY l."name"), '{}') FROM "LoginName" l WHERE l."personId" = p."id") AS "loginNames"
    FROM "Person" p JOIN "Unit" u ON u."id" = p."unitId"
    WHERE p."status" <> 'left' AND ${isNamed(scope, text)} AND ${scope.sql(Prisma.sql`p."id"`, Prisma.sql`u."path"`)}
    ORDER BY p."name", p."id" LIMIT ${mostCandidates + 1}`
}

// ---- History ----

export type UnitChange = { id: string; at: Date; actorId: string | null; action: string; before: unknown; after: unknown }

/** What the audit log tells of a unit, the newest first. */
export function listChanges(db: Db, scope: UnitScope, unitId: string): Promise<UnitChange[]> {
  return db.$queryRaw<UnitChange[]>`
    SELECT e."id", e."at", e."actorId", e."action", e."before", e."after" FROM "AuditEntry" e JOIN "Unit" u ON u."id"::text = e."subjectId"
    WHERE e."subject" = 'unit' AND e."subjectId" = ${unitId} AND ${scope.sql(nobody, Prisma.sql`u."path"`)}
    ORDER BY e."at" DESC, e."id" DESC LIMIT 50`
}

/** Names of people by id. */
export async function readNames(db: Db, scope: UnitScope, personIds: string[]): Promise<Map<string, string>> {
  const people = await db.person.findMany({ where: { AND: [{ id: { in: personIds } }, scope.people()] }, select: { id: true, name: true } })
  return new Map(people.map((person) => [person.id, person.name]))
}
