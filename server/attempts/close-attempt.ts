import { type FinishResult, gradePaper } from '@/domain/attempt'
import { points } from '@/domain/points'
import type { QuestionKey } from '@/domain/question'
import { learningDay } from '@/domain/time'
import type { Prisma } from '@/generated/prisma/client'
import { systemScope } from '../access'
import { giveBadge, payPoints } from '../awards/queries'
import { issueCertificate } from '../certificates/queries'
import { listSuspensions } from '../content/queries'
import { type Published, published, questionKeys } from '../content/store'
import { databaseNow } from '../db'
import { completedSubjects, recordCompletion } from '../learning/queries'
import { type AttemptRow, completeMembership, countingAnswers, paperOf, type StoredResult, storeGrade } from './queries'

const scope = systemScope('an attempt is graded and pays what it earned')

/** Lights the window when every lesson and the quiz of a chapter are done. */
async function completeChapter(db: Prisma.TransactionClient, content: Published, person: { userId: string; unitId: string }, chapterId: string) {
  const chapter = content.chapters.find((entry) => entry.id === chapterId)
  if (!chapter) return
  const lessons = await completedSubjects(db, scope, person.userId, 'lesson')
  const quizzes = await completedSubjects(db, scope, person.userId, 'quiz')
  if (!quizzes.has(chapterId) || !chapter.lessons.every((id) => lessons.has(id))) return
  if (await recordCompletion(db, scope, person, 'chapter', chapterId)) await giveBadge(db, scope, person.userId, chapterId)
}

/**
 * Grades an attempt and everything that follows from it, in the caller's transaction, with the row locked: completion, points, badge, and
 * for a passed exam the certificate. An attempt closed before is answered with what was stored then.
 */
export async function closeAttempt(db: Prisma.TransactionClient, attempt: AttemptRow, closedBy: 'learner' | 'job' | 'look'): Promise<FinishResult> {
  if (attempt.closedAt) {
    const held = attempt.occurrenceId ? await db.certificate.findFirst({ where: { attemptId: attempt.id, revokedAt: null }, select: { id: true } }) : null
    return { attemptId: attempt.id, scorePercent: attempt.scorePercent ?? 0, passed: attempt.passed ?? false, certificateId: held?.id ?? null }
  }
  const content = await published(scope)
  const paper = paperOf(attempt)
  const keysByHash = await questionKeys(
    db,
    scope,
    paper.items.map((item) => item.hash),
  )
  const keys = new Map<string, QuestionKey>()
  for (const { itemId, hash } of paper.items) {
    const key = keysByHash.get(hash)
    if (key) keys.set(itemId, key)
  }
  const answers = new Map([...(await countingAnswers(db, attempt, scope))].map(([itemId, { answer }]) => [itemId, answer]))
  const suspended = new Set((await listSuspensions(db, scope)).keys())
  const grade = gradePaper(paper, keys, answers, attempt.passPercent, suspended)
  await storeGrade(db, scope, attempt.id, closedBy, grade)

  const person = { userId: attempt.userId, unitId: attempt.unitId }
  let certificateId: string | null = null
  switch (attempt.kind) {
    case 'check': {
      for (const item of grade.items) if (item.correct) await payPoints(db, scope, person, 'check-answer', item.itemId, points.checkAnswer)
      const lesson = content.lessons.get(attempt.subjectId)
      if (!grade.passed || !lesson) break
      await recordCompletion(db, scope, person, 'lesson', attempt.subjectId)
      await payPoints(db, scope, person, 'lesson', attempt.subjectId, points.lesson)
      await completeChapter(db, content, person, lesson.chapter)
      break
    }
    case 'quiz':
      if (!grade.passed) break
      await recordCompletion(db, scope, person, 'quiz', attempt.subjectId)
      await payPoints(db, scope, person, 'quiz', attempt.subjectId, points.quiz)
      await completeChapter(db, content, person, attempt.subjectId)
      break
    case 'practice':
      // Right or wrong, reading the explanations is what pays; once a learning day.
      await payPoints(db, scope, person, 'practice', learningDay(await databaseNow(db)), points.practice)
      break
    case 'exam': {
      const programme = content.programmes.get(attempt.subjectId)
      if (!grade.passed || !programme || !attempt.occurrenceId) break
      await completeMembership(db, scope, attempt.userId, attempt.occurrenceId)
      const issued = await issueCertificate(db, scope, {
        personId: attempt.userId,
        occurrenceId: attempt.occurrenceId,
        programme,
        settings: content.settings,
        standardVersion: content.standard.version,
        attemptId: attempt.id,
        scorePercent: grade.scorePercent,
      })
      certificateId = issued.id
      await payPoints(db, scope, person, 'certificate', attempt.occurrenceId, points.certificate)
      break
    }
    default:
      attempt.kind satisfies never
  }
  return { attemptId: attempt.id, scorePercent: grade.scorePercent, passed: grade.passed, certificateId }
}

export const resultOf = (attempt: AttemptRow) => attempt.result as StoredResult | null
