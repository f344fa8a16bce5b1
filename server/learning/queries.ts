import { decideSitting, examMinutes } from '@/domain/attempt'
import { isOverdue } from '@/domain/overdue'
import { chapterProgress, type Duty, foremostDuty, type Progress } from '@/domain/progress'
import { addDays, businessDay, dateOnly, learningDay, mondayOf, weekdayOf } from '@/domain/time'
import type { CompletionKind } from '@/generated/prisma/client'
import type { PersonScope, SystemScope } from '../access'
import type { Published } from '../content/store'
import { type Db, databaseNow } from '../db'

type OwnScope = PersonScope<'learning.own'> | PersonScope<'attempt.take'> | PersonScope<'role-play.play'>

/** Everything home, map, chapters and the exam's door need to know of one learner. */
export async function loadProgress(db: Db, scope: OwnScope, content: Published): Promise<Progress> {
  const own = scope.own()
  const now = await databaseNow(db)
  const thisDay = learningDay(now)
  const monday = mondayOf(thisDay)
  const [completions, positions, members, exams, mistakes, days, practised, points, awards, certificate] = await Promise.all([
    db.completion.findMany({ where: own, select: { kind: true, subjectId: true } }),
    db.lessonPosition.findMany({ where: own, select: { lessonId: true, cardIndex: true } }),
    db.assignmentMember.findMany({
      where: { personId: own.userId, endedAt: null },
      orderBy: [{ dueOn: 'asc' }, { occurrenceId: 'asc' }],
      select: {
        occurrenceId: true,
        dueOn: true,
        waivedAt: true,
        completedAt: true,
        occurrence: {
          select: { opensOn: true, assignment: { select: { programmeId: true } }, sittings: { where: { personId: own.userId }, select: { id: true } } },
        },
        person: { select: { hiredOn: true, timePercent: true } },
      },
    }),
    db.attempt.findMany({ where: { ...own, kind: 'exam' }, select: { id: true, occurrenceId: true, startedAt: true, closedAt: true, passed: true } }),
    listMistakes(db, scope),
    db.$queryRaw<{ day: string }[]>`
      SELECT DISTINCT to_char(("at" AT TIME ZONE 'Asia/Shanghai') - interval '4 hours', 'YYYY-MM-DD') AS "day" FROM (
        SELECT "savedAt" AS "at" FROM "Response" WHERE "userId" = ${own.userId}::uuid AND "savedAt" > now() - interval '8 days'
        UNION ALL SELECT "completedAt" FROM "Completion" WHERE "userId" = ${own.userId}::uuid AND "completedAt" > now() - interval '8 days'
        UNION ALL SELECT "chosenAt" FROM "RunTurn" WHERE "userId" = ${own.userId}::uuid AND "chosenAt" > now() - interval '8 days') AS learned`,
    db.attempt.findFirst({ where: { ...own, kind: 'practice', closedAt: { not: null } }, orderBy: { startedAt: 'desc' }, select: { closedAt: true } }),
    db.pointsEntry.aggregate({ where: own, _sum: { points: true } }),
    db.award.findMany({ where: own, orderBy: { awardedAt: 'asc' }, select: { badgeId: true, awardedAt: true } }),
    db.certificate.findFirst({ where: { personId: own.userId, revokedAt: null }, orderBy: { validUntil: 'desc' }, select: { id: true, validUntil: true } }),
  ])
  const done = (kind: CompletionKind) => new Set(completions.filter((completion) => completion.kind === kind).map((completion) => completion.subjectId))
  const facts = {
    lessonsDone: done('lesson'),
    quizzesDone: done('quiz'),
    scenariosDone: done('scenario'),
    positions: new Map(positions.map((row) => [row.lessonId, row.cardIndex])),
  }
  const chapters = content.chapters.map((chapter) =>
    chapterProgress(
      chapter,
      chapter.lessons.flatMap((id) => content.lessons.get(id) ?? []),
      [...content.scenarios.values()].filter((scenario) => scenario.chapter === chapter.id),
      facts,
    ),
  )
  const duties = members.flatMap((member): Duty[] => {
    const programme = content.programmes.get(member.occurrence.assignment.programmeId)
    if (!programme) return []
    const dueOn = dateOnly(member.dueOn)
    const closed = exams.flatMap((exam) =>
      exam.occurrenceId === member.occurrenceId && exam.closedAt ? [{ startedAt: exam.startedAt, closedAt: exam.closedAt, passed: exam.passed === true }] : [],
    )
    return [
      {
        occurrenceId: member.occurrenceId,
        programme,
        dueOn,
        overdue: isOverdue(dueOn, dateOnly(member.person.hiredOn), businessDay(now)) && !member.completedAt && !member.waivedAt,
        completed: member.completedAt !== null,
        waived: member.waivedAt !== null,
        sitting: decideSitting(closed, programme.exam.retakeWaitHours, now, member.occurrence.sittings.length),
        examMinutes: examMinutes(programme.exam.timeLimitMinutes, member.person.timePercent),
      },
    ]
  })
  const daysLearned = new Set(days.map((row) => row.day))
  return {
    chapters,
    duty: foremostDuty(duties),
    openExamId: exams.find((exam) => exam.closedAt === null)?.id ?? null,
    scenariosPassed: facts.scenariosDone.size,
    mistakes: mistakes.length,
    practisedToday: practised?.closedAt ? learningDay(practised.closedAt) === thisDay : false,
    week: Array.from({ length: 7 }, (_, i) => daysLearned.has(addDays(monday, i))),
    weekday: weekdayOf(thisDay),
    points: points._sum.points ?? 0,
    badges: awards.map((award) => ({ chapterId: award.badgeId, awardedAt: award.awardedAt })),
    certificate:
      certificate && dateOnly(certificate.validUntil) >= businessDay(now) ? { id: certificate.id, validUntil: dateOnly(certificate.validUntil) } : null,
  }
}

/** Ids of questions whose latest answer outside exams was wrong, the longest ago first. */
export async function listMistakes(db: Db, scope: OwnScope): Promise<string[]> {
  const { userId } = scope.own()
  const rows = await db.$queryRaw<{ itemId: string }[]>`
    SELECT "itemId" FROM (
      SELECT DISTINCT ON (r."itemId") r."itemId", r."correct", r."savedAt"
      FROM "Response" r WHERE r."userId" = ${userId}::uuid AND r."correct" IS NOT NULL
      ORDER BY r."itemId", r."savedAt" DESC, r."id" DESC) AS latest
    WHERE NOT "correct" ORDER BY "savedAt"`
  return rows.map((row) => row.itemId)
}

/** For each rule one has answered: whether the latest answer that counted was right. */
export async function ownAnswersByRule(db: Db, scope: PersonScope<'learning.own'>): Promise<Map<string, boolean>> {
  const { userId } = scope.own()
  const rows = await db.$queryRaw<{ rule: string; correct: boolean }[]>`
    SELECT DISTINCT ON (item->>'rule') item->>'rule' AS "rule", (item->>'correct')::boolean AS "correct"
    FROM "Attempt" a CROSS JOIN LATERAL jsonb_array_elements(a."result"->'items') AS item
    WHERE a."userId" = ${userId}::uuid AND a."closedAt" IS NOT NULL AND (item->>'answered')::boolean AND item->>'credit' IS NOT NULL
    ORDER BY item->>'rule', a."closedAt" DESC`
  return new Map(rows.map(({ rule, correct }) => [rule, correct]))
}

/** Keeps where a learner is in a lesson; the furthest device to speak last wins. */
export async function saveLessonPosition(db: Db, scope: PersonScope<'learning.own'>, lessonId: string, cardIndex: number): Promise<void> {
  const { userId } = scope.own()
  await db.$executeRaw`
    INSERT INTO "LessonPosition" ("userId", "lessonId", "cardIndex") VALUES (${userId}::uuid, ${lessonId}, ${cardIndex})
    ON CONFLICT ("userId", "lessonId") DO UPDATE SET "cardIndex" = EXCLUDED."cardIndex", "updatedAt" = now()`
}

/** Where a learner stopped in a lesson, from 0; 0 for a new one. */
export async function lessonPosition(db: Db, scope: PersonScope<'learning.own'>, lessonId: string): Promise<{ cardIndex: number; done: boolean }> {
  const own = scope.own()
  const [position, completion] = await Promise.all([
    db.lessonPosition.findUnique({ where: { userId_lessonId: { ...own, lessonId } } }),
    db.completion.findUnique({ where: { userId_kind_subjectId: { ...own, kind: 'lesson', subjectId: lessonId } } }),
  ])
  return { cardIndex: position?.cardIndex ?? 0, done: completion !== null }
}

/** Records something as completed; only the first time counts. Returns whether this was the first time. */
export async function recordCompletion(
  db: Db,
  _scope: SystemScope,
  person: { userId: string; unitId: string },
  kind: CompletionKind,
  subjectId: string,
): Promise<boolean> {
  const { count } = await db.completion.createMany({ data: [{ ...person, kind, subjectId }], skipDuplicates: true })
  return count === 1
}

/** Ids of what a learner has completed of one kind. */
export async function completedSubjects(db: Db, _scope: SystemScope, userId: string, kind: CompletionKind): Promise<Set<string>> {
  const rows = await db.completion.findMany({ where: { userId, kind }, select: { subjectId: true } })
  return new Set(rows.map((row) => row.subjectId))
}
