import type { AttemptKind } from '@/domain/attempt'
import type { Answer } from '@/domain/grading'
import type { Paper } from '@/domain/paper'
import type { Move } from '@/domain/scenario'
import type { PersonScope } from '../access'
import type { StoredResult } from '../attempts/queries'
import type { Db } from '../db'

type Own = PersonScope<'account.own'>

/** Records which notice one has been shown, and when. Returns whether that was new. */
export async function storeAcknowledgement(db: Db, scope: Own, version: string): Promise<boolean> {
  const changed = await db.$executeRaw`
    UPDATE "Person" SET "noticeVersion" = ${version}, "noticeAt" = now() WHERE "id" = ${scope.own().userId}::uuid AND "noticeVersion" IS DISTINCT FROM ${version}`
  return changed === 1
}

/** Whether one is in the middle of an exam. */
export async function hasOpenExam(db: Db, scope: Own): Promise<boolean> {
  return (await db.attempt.findFirst({ where: { ...scope.own(), kind: 'exam', closedAt: null }, select: { id: true } })) !== null
}

/** How often one's own data went out in the last minute. The person stays locked until the transaction ends, so that two at once are counted. */
export async function countRecentExports(db: Db, scope: Own, action: string): Promise<number> {
  const { userId } = scope.own()
  await db.$queryRaw`SELECT "id" FROM "Person" WHERE "id" = ${userId}::uuid FOR UPDATE`
  const rows = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM "AuditEntry" WHERE "subject" = 'person' AND "subjectId" = ${userId} AND "action" = ${action} AND "at" > now() - interval '1 minute'`
  return rows[0]?.count ?? 0
}

/**
 * Everything stored about oneself, as it lies there, but for what opens a door (hashes, ids of sessions) and what belongs to somebody else. Belongs in a
 * snapshot.
 */
export async function readOwnRows(db: Db, scope: Own) {
  const own = scope.own()
  const personId = own.userId
  const occurrence = { select: { label: true, assignment: { select: { title: true } } } } as const
  const person = await db.person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      name: true,
      position: true,
      serviceStage: true,
      staffKind: true,
      status: true,
      hiredOn: true,
      phone: true,
      mail: true,
      passwordSetAt: true,
      timePercent: true,
      noticeVersion: true,
      noticeAt: true,
      createdAt: true,
      unit: { select: { name: true } },
      loginNames: { select: { name: true }, orderBy: { name: 'asc' } },
      roles: { select: { role: true, unit: { select: { name: true } } } },
      sessions: {
        select: { device: true, createdAt: true, lastSeenAt: true, expiresAt: true, remember: true, revokedAt: true },
        orderBy: { createdAt: 'asc' },
      },
      codes: { select: { via: true, createdAt: true, expiresAt: true, usedAt: true }, orderBy: { createdAt: 'asc' } },
      members: {
        select: { joinedAt: true, endedAt: true, dueOn: true, waivedAt: true, waivedReason: true, completedAt: true, occurrence },
        orderBy: { joinedAt: 'asc' },
      },
      sittings: { select: { reason: true, grantedAt: true, occurrence }, orderBy: { grantedAt: 'asc' } },
      certificates: {
        select: {
          id: true,
          number: true,
          title: true,
          holderName: true,
          unitName: true,
          scorePercent: true,
          issuedOn: true,
          validUntil: true,
          revokedAt: true,
          revokedReason: true,
        },
        orderBy: { issuedAt: 'asc' },
      },
      corrections: { select: { id: true, says: true, createdAt: true, resolvedAt: true, outcome: true }, orderBy: { createdAt: 'asc' } },
    },
  })
  const positions = await db.lessonPosition.findMany({
    where: own,
    orderBy: { updatedAt: 'asc' },
    select: { lessonId: true, cardIndex: true, updatedAt: true },
  })
  const completions = await db.completion.findMany({
    where: own,
    orderBy: { completedAt: 'asc' },
    select: { kind: true, subjectId: true, completedAt: true, unitId: true },
  })
  const attempts = await db.attempt.findMany({
    where: own,
    orderBy: { startedAt: 'asc' },
    select: {
      id: true,
      kind: true,
      subjectId: true,
      sitting: true,
      startedAt: true,
      deadlineAt: true,
      closedAt: true,
      closedBy: true,
      scorePercent: true,
      passed: true,
      paper: true,
      result: true,
      responses: { select: { itemId: true, answer: true, correct: true, late: true, savedAt: true }, orderBy: [{ sequence: 'asc' }, { savedAt: 'asc' }] },
    },
  })
  const runs = await db.scenarioRun.findMany({
    where: own,
    orderBy: { startedAt: 'asc' },
    select: {
      scenarioId: true,
      scenarioHash: true,
      seed: true,
      startedAt: true,
      endedAt: true,
      scorePercent: true,
      passed: true,
      redLine: true,
      turns: {
        select: { step: true, try: true, turnId: true, move: true, judgement: true, tookMs: true, chosenAt: true },
        orderBy: [{ chosenAt: 'asc' }, { id: 'asc' }],
      },
    },
  })
  const points = await db.pointsEntry.findMany({
    where: own,
    orderBy: { earnedAt: 'asc' },
    select: { source: true, sourceId: true, points: true, earnedAt: true },
  })
  const awards = await db.award.findMany({ where: own, orderBy: { awardedAt: 'asc' }, select: { badgeId: true, awardedAt: true } })
  // A mail names its address only: one that two people share is nobody's own.
  const mails =
    person.mail && (await db.person.count({ where: { mail: person.mail } })) === 1
      ? await db.mail.findMany({ where: { recipient: person.mail }, orderBy: { createdAt: 'asc' }, select: { subject: true, createdAt: true, sentAt: true } })
      : []
  const rosterChanges = await db.rosterChange.findMany({
    where: { personId },
    orderBy: { importId: 'asc' },
    select: { before: true, after: true, import: { select: { writtenAt: true, undoneAt: true } } },
  })
  const aboutMe = [personId, ...person.certificates.map(({ id }) => id), ...person.corrections.map(({ id }) => id)]
  const audit = await db.auditEntry.findMany({
    where: { OR: [{ actorId: personId }, { subject: { in: ['person', 'certificate', 'correction'] }, subjectId: { in: aboutMe } }] },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { at: true, action: true, actorId: true, subjectId: true, before: true, after: true },
  })
  const units = await db.unit.findMany({ select: { id: true, name: true } })
  return {
    personId,
    person,
    positions,
    completions,
    attempts: attempts.map(({ paper, result, responses, kind, ...attempt }) => ({
      ...attempt,
      kind: kind as AttemptKind,
      paper: paper as Paper,
      result: result as StoredResult | null,
      responses: responses.map(({ answer, ...response }) => ({ ...response, answer: answer as Answer })),
    })),
    runs: runs.map(({ turns, ...run }) => ({ ...run, turns: turns.map(({ move, ...turn }) => ({ ...turn, move: move as Move })) })),
    points,
    awards,
    mails,
    rosterChanges,
    audit: audit.map(({ actorId, subjectId, ...entry }) => ({
      ...entry,
      byMe: actorId === personId,
      bySystem: actorId === null,
      aboutMe: aboutMe.includes(subjectId),
    })),
    unitNames: new Map(units.map(({ id, name }) => [id, name])),
  }
}
export type OwnRows = Awaited<ReturnType<typeof readOwnRows>>
