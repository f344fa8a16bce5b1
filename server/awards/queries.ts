import { v7 as uuid } from 'uuid'
import type { SystemScope } from '../access'
import type { Db } from '../db'

type Person = { userId: string; unitId: string }

/** Writes a line into the ledger; a source that has paid before pays nothing. */
export async function payPoints(db: Db, _scope: SystemScope, person: Person, source: string, sourceId: string, points: number): Promise<void> {
  await db.pointsEntry.createMany({ data: [{ ...person, id: uuid(), source, sourceId, points }], skipDuplicates: true })
}

/** Gives a badge, once. */
export async function giveBadge(db: Db, _scope: SystemScope, userId: string, badgeId: string): Promise<void> {
  await db.award.createMany({ data: [{ userId, badgeId }], skipDuplicates: true })
}
