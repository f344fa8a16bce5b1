import type { PersonScope } from '../access'
import type { Db } from '../db'

type Own = PersonScope<'account.own'>
type ResolvingScope = PersonScope<'person.edit'>

export type OwnCorrection = { id: string; says: string; createdAt: Date; resolvedAt: Date | null; outcome: string | null }

/** One's own requests, the newest first. */
export function listOwnCorrections(db: Db, scope: Own): Promise<OwnCorrection[]> {
  return db.correction.findMany({
    where: { personId: scope.own().userId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { id: true, says: true, createdAt: true, resolvedAt: true, outcome: true },
  })
}

/** How many of one's own are open. One's row stays locked until the transaction ends, so that two at once are counted. */
export async function countOpenCorrections(db: Db, scope: Own): Promise<number> {
  const { userId } = scope.own()
  await db.$queryRaw`SELECT "id" FROM "Person" WHERE "id" = ${userId}::uuid FOR UPDATE`
  return db.correction.count({ where: { personId: userId, resolvedAt: null } })
}

/** Whether this request of one's own has been stored before. */
export async function knowsCorrection(db: Db, scope: Own, id: string): Promise<boolean> {
  return (await db.correction.count({ where: { id, personId: scope.own().userId } })) > 0
}

/** Stores a request; returns false where its id has been used. */
export async function insertCorrection(db: Db, scope: Own, { id, says }: { id: string; says: string }): Promise<boolean> {
  const { count } = await db.correction.createMany({ data: [{ id, says, personId: scope.own().userId }], skipDuplicates: true })
  return count === 1
}

export type Correction = OwnCorrection & { person: { id: string; name: string; unitName: string } }

/** Requests of people within reach: the open ones, the oldest first; or the last fifty that were answered. */
export async function listCorrections(db: Db, scope: ResolvingScope, which: 'open' | 'resolved'): Promise<Correction[]> {
  const rows = await db.correction.findMany({
    where: { AND: [{ person: scope.people() }, { resolvedAt: which === 'open' ? null : { not: null } }] },
    orderBy: which === 'open' ? [{ createdAt: 'asc' }, { id: 'asc' }] : [{ resolvedAt: 'desc' }, { id: 'desc' }],
    take: which === 'open' ? 200 : 50,
    select: {
      id: true,
      says: true,
      createdAt: true,
      resolvedAt: true,
      outcome: true,
      person: { select: { id: true, name: true, unit: { select: { name: true } } } },
    },
  })
  return rows.map(({ person: { unit, ...person }, ...row }) => ({ ...row, person: { ...person, unitName: unit.name } }))
}

/** How many requests of people within reach wait for an answer. */
export function countWaitingCorrections(db: Db, scope: PersonScope<'setting.edit'>): Promise<number> {
  return db.correction.count({ where: { person: scope.people(), resolvedAt: null } })
}

/** A request within reach, locked until the transaction ends; null when there is none. */
export async function lockCorrection(
  db: Db,
  scope: ResolvingScope,
  id: string,
): Promise<{ id: string; outcome: string | null; resolvedAt: Date | null } | null> {
  const found = await db.correction.findFirst({ where: { AND: [{ id }, { person: scope.people() }] }, select: { id: true } })
  if (!found) return null
  await db.$queryRaw`SELECT "id" FROM "Correction" WHERE "id" = ${id}::uuid FOR UPDATE`
  return db.correction.findUnique({ where: { id }, select: { id: true, outcome: true, resolvedAt: true } })
}

/** Answers a request that is open. */
export async function storeOutcome(db: Db, _scope: ResolvingScope, id: string, outcome: string, byId: string): Promise<void> {
  await db.$executeRaw`UPDATE "Correction" SET "outcome" = ${outcome}, "resolvedAt" = now(), "resolvedById" = ${byId}::uuid WHERE "id" = ${id}::uuid AND "resolvedAt" IS NULL`
}
