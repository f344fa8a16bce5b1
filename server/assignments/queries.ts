import { type AssignmentRule, assignmentRule, type Candidate, dueOnFor, fits } from '@/domain/assignment'
import { businessDay, dateOnly } from '@/domain/time'
import type { SystemScope } from '../access'
import { type Db, databaseNow } from '../db'

type Round = { id: string; dueOn: Date; rule: AssignmentRule }

/** The round of each assignment that runs now: the last one that has opened. */
async function listCurrentRounds(db: Db, today: string): Promise<Round[]> {
  const rows = await db.$queryRaw<{ id: string; dueOn: Date; rule: unknown }[]>`
    SELECT DISTINCT ON (o."assignmentId") o."id", o."dueOn", a."rule" FROM "Occurrence" o JOIN "Assignment" a ON a."id" = o."assignmentId"
    WHERE o."opensOn" <= ${today}::date ORDER BY o."assignmentId", o."opensOn" DESC`
  return rows.map((row) => ({ ...row, rule: assignmentRule.parse(row.rule) }))
}

/**
 * Brings the membership of these people in line with the rules as they are now: who fits joins (or comes back, with a due date that leaves
 * time), who no longer fits ends. Repeating it changes nothing. Returns how many joined and ended.
 */
export async function followRules(db: Db, _scope: SystemScope, personIds: string[]): Promise<{ joined: number; ended: number }> {
  const today = businessDay(await databaseNow(db))
  const people = await db.$queryRaw<(Omit<Candidate, 'hiredOn'> & { id: string; hiredOn: Date })[]>`
    SELECT p."id", p."status", p."staffKind", p."serviceStage", p."hiredOn", u."path" AS "unitPath" FROM "Person" p JOIN "Unit" u ON u."id" = p."unitId" WHERE p."id" = ANY(${personIds}::uuid[])`
  let joined = 0
  let ended = 0
  for (const round of await listCurrentRounds(db, today)) {
    const [inside, outside] = [true, false].map((wanted) =>
      people.filter((person) => fits(round.rule, { ...person, hiredOn: dateOnly(person.hiredOn) }) === wanted).map((person) => person.id),
    )
    const dueOn = dueOnFor(dateOnly(round.dueOn), today)
    joined += await db.$executeRaw`
      INSERT INTO "AssignmentMember" AS m ("occurrenceId", "personId", "dueOn") SELECT ${round.id}::uuid, id, ${dueOn}::date FROM unnest(${inside}::uuid[]) AS id
      ON CONFLICT ("occurrenceId", "personId") DO UPDATE SET "endedAt" = NULL, "dueOn" = greatest(m."dueOn", EXCLUDED."dueOn") WHERE m."endedAt" IS NOT NULL`
    ended += await db.$executeRaw`
      UPDATE "AssignmentMember" SET "endedAt" = now() WHERE "occurrenceId" = ${round.id}::uuid AND "personId" = ANY(${outside}::uuid[]) AND "endedAt" IS NULL`
  }
  return { joined, ended }
}
