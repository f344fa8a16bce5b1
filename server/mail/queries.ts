import { v7 as uuid } from 'uuid'
import { type Letter, mailDelays } from '@/domain/mail'
import type { PersonScope, PublicScope, SystemScope } from '../access'
import type { Db } from '../db'

/** Puts a letter into the outbox, in the transaction of what it tells of; a job sends it. */
export async function postMail(db: Db, _scope: PersonScope | PublicScope | SystemScope, { recipient, subject, body }: Letter): Promise<void> {
  await db.mail.create({ data: { id: uuid(), recipient, subject, body } })
}

export type DueLetter = Letter & { id: string }

/**
 * Takes letters whose next try is due, the oldest first. The try is counted before it is made: another worker passes them over, and one that dies halfway has used
 * up a try, not the letter.
 */
export function takeDueMail(db: Db, _scope: SystemScope, limit: number): Promise<DueLetter[]> {
  return db.$queryRaw<DueLetter[]>`
    WITH taken AS (
      UPDATE "Mail" SET "tries" = "tries" + 1 WHERE "id" IN (
        SELECT "id" FROM "Mail" WHERE "sentAt" IS NULL AND "tries" < ${mailDelays.length}
          AND "createdAt" + (${mailDelays}::int[])["tries" + 1] * interval '1 minute' <= now()
        ORDER BY "createdAt" LIMIT ${limit} FOR UPDATE SKIP LOCKED)
      RETURNING "id", "recipient", "subject", "body", "createdAt")
    SELECT "id", "recipient", "subject", "body" FROM taken ORDER BY "createdAt", "id"`
}

/** Sent: what it said is nobody's business any more. */
export async function markSent(db: Db, _scope: SystemScope, id: string): Promise<void> {
  await db.$executeRaw`UPDATE "Mail" SET "sentAt" = now(), "body" = '', "lastError" = NULL WHERE "id" = ${id}::uuid`
}

/** Not sent, and why. After the last try, or when it is `hopeless`, the letter is given up and its body emptied. */
export async function markFailed(db: Db, _scope: SystemScope, id: string, why: string, hopeless: boolean): Promise<void> {
  await db.$executeRaw`
    UPDATE "Mail" SET "lastError" = ${why},
      "tries" = CASE WHEN ${hopeless} THEN ${mailDelays.length} ELSE "tries" END,
      "body" = CASE WHEN ${hopeless} OR "tries" >= ${mailDelays.length} THEN '' ELSE "body" END
    WHERE "id" = ${id}::uuid AND "sentAt" IS NULL`
}
