import type { PersonScope } from '../access'
import type { Db } from '../db'

type OwnScope = PersonScope<'account.own'>

export type OwnCredential = { passwordHash: string | null; loginNames: string[] }

/** One's own password, hashed, and the names one signs in by. */
export async function readOwnCredential(db: Db, scope: OwnScope): Promise<OwnCredential> {
  const { passwordHash, loginNames } = await db.person.findUniqueOrThrow({
    where: { id: scope.own().userId },
    select: { passwordHash: true, loginNames: { select: { name: true }, orderBy: { name: 'asc' } } },
  })
  return { passwordHash, loginNames: loginNames.map(({ name }) => name) }
}

/**
 * Replaces one's own password where it is still `was`; codes that were not used become worthless. Returns false when it has changed meanwhile:
 * of two at once one counts.
 */
export async function replaceOwnPassword(db: Db, scope: OwnScope, was: string, passwordHash: string): Promise<boolean> {
  const { userId } = scope.own()
  const changed = await db.$executeRaw`
    UPDATE "Person" SET "passwordHash" = ${passwordHash}, "passwordSetAt" = now() WHERE "id" = ${userId}::uuid AND "passwordHash" = ${was}`
  if (changed === 0) return false
  await db.$executeRaw`UPDATE "OneTimeCode" SET "expiresAt" = now() WHERE "personId" = ${userId}::uuid AND "usedAt" IS NULL AND "expiresAt" > now()`
  return true
}
