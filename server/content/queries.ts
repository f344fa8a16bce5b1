import type { PersonScope, SystemScope } from '../access'
import type { Db } from '../db'

/** The questions out of use, each with the reason. They are few: a suspended one is mended or leaves the files. */
export async function listSuspensions(
  db: Db,
  _scope: PersonScope<'attempt.take' | 'content.review' | 'content.suspend'> | SystemScope,
): Promise<Map<string, { reason: string; suspendedAt: Date }>> {
  const rows = await db.suspension.findMany()
  return new Map(rows.map(({ itemId, reason, suspendedAt }) => [itemId, { reason, suspendedAt }]))
}

/** Takes a question out of use; one that is out already keeps its first reason. Returns whether anything changed. */
export async function insertSuspension(db: Db, _scope: PersonScope<'content.suspend'>, itemId: string, reason: string): Promise<boolean> {
  const { count } = await db.suspension.createMany({ data: [{ itemId, reason }], skipDuplicates: true })
  return count === 1
}

/** Puts a question back into use. Returns whether anything changed. */
export async function deleteSuspension(db: Db, _scope: PersonScope<'content.suspend'>, itemId: string): Promise<boolean> {
  const { count } = await db.suspension.deleteMany({ where: { itemId } })
  return count === 1
}
