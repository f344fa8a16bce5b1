import type { Grade, ItemGrade } from '@/domain/attempt'
import type { Answer } from '@/domain/grading'
import type { Paper } from '@/domain/paper'
import { Prisma } from '@/generated/prisma/client'
import type { PersonScope, SystemScope } from '../access'
import type { Db } from '../db'

export type AttemptRow = Prisma.AttemptGetPayload<object>
export const paperOf = (attempt: Pick<AttemptRow, 'paper'>) => attempt.paper as Paper
/** What is stored of a result: everything of the grade but its headline, which has columns. */
export type StoredResult = Pick<Grade, 'right' | 'total' | 'sections'> & { items: ItemGrade[] }

/** One's own attempt, or null. */
export function findAttempt(db: Db, scope: PersonScope<'attempt.take'>, id: string): Promise<AttemptRow | null> {
  return db.attempt.findFirst({ where: { id, ...scope.own() } })
}

/** One's own attempt, locked until the transaction ends, so that it is closed once. */
export async function lockAttempt(db: Db, scope: PersonScope<'attempt.take'> | SystemScope, id: string): Promise<AttemptRow | null> {
  const owner = 'own' in scope ? Prisma.sql`AND "userId" = ${scope.own().userId}::uuid` : Prisma.empty
  const rows = await db.$queryRaw<{ id: string }[]>`SELECT "id" FROM "Attempt" WHERE "id" = ${id}::uuid ${owner} FOR UPDATE`
  return rows.length === 0 ? null : db.attempt.findUnique({ where: { id } })
}

export function findOpenAttempt(db: Db, scope: PersonScope<'attempt.take'>, kind: AttemptRow['kind'], subjectId: string): Promise<AttemptRow | null> {
  return db.attempt.findFirst({ where: { ...scope.own(), kind, subjectId, closedAt: null } })
}

/**
 * Stores a new attempt. Returns false when another tab was faster (one open attempt per subject, one row per sitting) or the id has
 * been used: the caller then goes on with the open one.
 */
export async function insertAttempt(db: Db, scope: PersonScope<'attempt.take'>, row: Omit<Prisma.AttemptCreateManyInput, 'userId'>): Promise<boolean> {
  const { count } = await db.attempt.createMany({ data: [{ ...row, ...scope.own() }], skipDuplicates: true })
  return count === 1
}

/**
 * Stores an answer if the attempt is one's own and open, the item is on its paper and the database's clock is within deadline and
 * grace; all in one statement. The same id again changes nothing. Returns whether the answer is stored and the seconds left.
 */
export async function insertResponse(
  db: Db,
  scope: PersonScope<'attempt.take'>,
  response: { id: string; attemptId: string; itemId: string; sequence: number; answer: Answer; correct: boolean | null },
): Promise<{ stored: boolean; remainingSeconds: number | null }> {
  const { userId } = scope.own()
  const rows = await db.$queryRaw<{ remaining: number | null }[]>`
    WITH target AS (
      SELECT "id", "deadlineAt" FROM "Attempt"
      WHERE "id" = ${response.attemptId}::uuid AND "userId" = ${userId}::uuid AND "closedAt" IS NULL AND ${response.itemId} = ANY("itemIds")
        AND ("deadlineAt" IS NULL OR clock_timestamp() <= "deadlineAt" + "graceSeconds" * interval '1 second')
    ), stored AS (
      INSERT INTO "Response" ("userId", "id", "attemptId", "itemId", "sequence", "answer", "correct", "late", "savedAt")
      SELECT ${userId}::uuid, ${response.id}::uuid, target."id", ${response.itemId}, ${response.sequence}, ${JSON.stringify(response.answer)}::jsonb, ${response.correct},
        coalesce(clock_timestamp() > target."deadlineAt", false), clock_timestamp()
      FROM target
      ON CONFLICT ("userId", "id") DO NOTHING
    )
    SELECT greatest(0, extract(epoch FROM "deadlineAt" - clock_timestamp()))::int AS "remaining" FROM target`
  const row = rows[0]
  return { stored: row !== undefined, remainingSeconds: row?.remaining ?? null }
}

export type CountingAnswer = { answer: Answer; sequence: number; correct: boolean | null }

/** The answer that counts for each item: in an exam the last, elsewhere the first; of one's own line the last judgement. */
export async function countingAnswers(
  db: Db,
  attempt: Pick<AttemptRow, 'id' | 'userId' | 'kind'>,
  _scope: PersonScope<'attempt.take'> | SystemScope,
): Promise<Map<string, CountingAnswer>> {
  const rows = await db.response.findMany({
    where: { userId: attempt.userId, attemptId: attempt.id },
    orderBy: [{ sequence: 'asc' }, { savedAt: 'asc' }, { id: 'asc' }],
  })
  const counting = new Map<string, CountingAnswer>()
  for (const { itemId, answer, sequence, correct } of rows)
    if (attempt.kind === 'exam' || !counting.has(itemId) || (answer as Answer).kind === 'rewrite')
      counting.set(itemId, { answer: answer as Answer, sequence, correct })
  return counting
}

/** Closes an attempt with its grade. The row must be locked. */
export async function storeGrade(db: Db, _scope: SystemScope, id: string, closedBy: NonNullable<AttemptRow['closedBy']>, grade: Grade): Promise<void> {
  const { scorePercent, passed, right, total, items, sections } = grade
  const result: StoredResult = { right, total, items, sections }
  await db.$executeRaw`
    UPDATE "Attempt" SET "closedAt" = clock_timestamp(), "closedBy" = ${closedBy}::"ClosedBy", "scorePercent" = ${scorePercent}, "passed" = ${passed}, "result" = ${JSON.stringify(result)}::jsonb
    WHERE "id" = ${id}::uuid AND "closedAt" IS NULL`
}

/** Open attempts past deadline and grace; only `id` when given. */
export async function listOverrun(db: Db, _scope: SystemScope, id?: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Attempt" WHERE "closedAt" IS NULL AND "deadlineAt" + "graceSeconds" * interval '1 second' < clock_timestamp()
      AND ${id ? Prisma.sql`"id" = ${id}::uuid` : Prisma.sql`TRUE`} ORDER BY "deadlineAt" LIMIT 500`
  return rows.map((row) => row.id)
}

/** The requirement is met: everything of the programme is done. */
export async function completeMembership(db: Db, _scope: SystemScope, personId: string, occurrenceId: string): Promise<void> {
  await db.$executeRaw`UPDATE "AssignmentMember" SET "completedAt" = clock_timestamp() WHERE "personId" = ${personId}::uuid AND "occurrenceId" = ${occurrenceId}::uuid AND "completedAt" IS NULL`
}

/** The certificate that an exam of one's own led to, if it is not revoked. */
export function findOwnCertificate(db: Db, scope: PersonScope<'attempt.take'>, attemptId: string): Promise<{ id: string; number: string } | null> {
  return db.certificate.findFirst({ where: { personId: scope.own().userId, attemptId, revokedAt: null }, select: { id: true, number: true } })
}

/** One's own closed sittings of an exam, the latest first. */
export function listSittings(db: Db, scope: PersonScope<'attempt.take'>, occurrenceId: string) {
  return db.attempt.findMany({
    where: { ...scope.own(), occurrenceId, closedAt: { not: null } },
    orderBy: { startedAt: 'desc' },
    select: { id: true, sitting: true, closedAt: true, scorePercent: true, passed: true },
  })
}

// ---- Exams of others ----

export type ExamDutyRow = {
  occurrenceId: string
  title: string
  programmeId: string
  attempts: { startedAt: Date; closedAt: Date | null; passed: boolean | null }[]
  extra: number
}

/** Exams that somebody within reach still has to pass, the earliest due first, with their sittings and the extra ones granted. */
export async function listExamDuties(db: Db, scope: PersonScope<'person.view'> | PersonScope<'exam.adjust'>, personId: string): Promise<ExamDutyRow[]> {
  const members = await db.assignmentMember.findMany({
    where: { personId, person: scope.people(), endedAt: null, waivedAt: null, completedAt: null },
    orderBy: [{ dueOn: 'asc' }, { occurrenceId: 'asc' }],
    select: {
      occurrence: {
        select: { id: true, label: true, assignment: { select: { title: true, programmeId: true } }, sittings: { where: { personId }, select: { id: true } } },
      },
    },
  })
  const attempts = await db.attempt.findMany({
    where: { userId: personId, kind: 'exam', occurrenceId: { in: members.map(({ occurrence }) => occurrence.id) } },
    select: { occurrenceId: true, startedAt: true, closedAt: true, passed: true },
  })
  return members.map(({ occurrence: { id, label, assignment, sittings } }) => ({
    occurrenceId: id,
    title: `${label}${assignment.title}`,
    programmeId: assignment.programmeId,
    attempts: attempts.filter(({ occurrenceId }) => occurrenceId === id),
    extra: sittings.length,
  }))
}

/** Whether this extra sitting has been granted to somebody within reach. */
export async function hasExtraSitting(db: Db, scope: PersonScope<'exam.adjust'>, personId: string, id: string): Promise<boolean> {
  return (await db.extraSitting.count({ where: { id, personId, person: scope.people() } })) > 0
}

export async function insertExtraSitting(
  db: Db,
  _scope: PersonScope<'exam.adjust'>,
  row: { id: string; personId: string; occurrenceId: string; reason: string; grantedById: string },
): Promise<void> {
  await db.extraSitting.create({ data: row })
}
