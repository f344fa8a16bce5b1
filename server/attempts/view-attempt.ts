import { type AttemptView, feedbackOf, gradesAtOnce } from '@/domain/attempt'
import { arrange, type LearnerQuestion } from '@/domain/question'
import { fullDate } from '@/domain/time'
import type { PersonScope } from '../access'
import { type Published, questionBodies, questionKeys } from '../content/store'
import { type Db, databaseNow } from '../db'
import { type AttemptRow, countingAnswers, paperOf } from './queries'

type Own = PersonScope<'attempt.take'>

/** What an attempt is called and where its page leads back to. */
export function nameAttempt(content: Published, attempt: Pick<AttemptRow, 'kind' | 'subjectId' | 'startedAt'>): { title: string; backTo: string } {
  switch (attempt.kind) {
    case 'check': {
      const lesson = content.lessons.get(attempt.subjectId)
      return { title: `${lesson?.title ?? '课时'}：随堂三题`, backTo: lesson ? `/chapters/${lesson.chapter}` : '/map' }
    }
    case 'quiz':
      return {
        title: `${content.chapters.find((chapter) => chapter.id === attempt.subjectId)?.title ?? '章节'}：章节测验`,
        backTo: `/chapters/${attempt.subjectId}`,
      }
    case 'practice':
      return { title: `每日一练，${fullDate(attempt.startedAt.toISOString().slice(0, 10)).slice(5)}`, backTo: '/practice' }
    case 'exam':
      return { title: `${content.programmes.get(attempt.subjectId)?.title ?? ''}认证考试`, backTo: '/exam' }
    default:
      return attempt.kind satisfies never
  }
}

/** Questions of a paper in its order, parts in theirs, without keys. */
export async function questionsOf(db: Db, scope: Own, attempt: AttemptRow): Promise<LearnerQuestion[]> {
  const paper = paperOf(attempt)
  const bodies = await questionBodies(
    db,
    scope,
    paper.items.map((item) => item.hash),
  )
  return paper.items.map((item) => {
    const body = bodies.get(item.hash)
    if (!body) throw new Error(`no question ${item.itemId} (${item.hash})`)
    return arrange(body, item.optionOrder)
  })
}

/** An open attempt as its page needs it: keys only of what has been answered and graded, and none in an exam. */
export async function viewAttempt(db: Db, scope: Own, content: Published, attempt: AttemptRow): Promise<AttemptView> {
  const [questions, answers, now] = await Promise.all([questionsOf(db, scope, attempt), countingAnswers(db, attempt, scope), databaseNow(db)])
  const feedback: AttemptView['feedback'] = {}
  if (gradesAtOnce(attempt.kind)) {
    const answered = paperOf(attempt).items.filter((item) => answers.has(item.itemId))
    const keys = await questionKeys(
      db,
      scope,
      answered.map((item) => item.hash),
    )
    for (const { itemId, hash } of answered) {
      const key = keys.get(hash)
      const given = answers.get(itemId)
      if (key && given) feedback[itemId] = feedbackOf(key, given.answer)
    }
  }
  return {
    id: attempt.id,
    kind: attempt.kind,
    subjectId: attempt.subjectId,
    ...nameAttempt(content, attempt),
    questions,
    answers: Object.fromEntries([...answers].map(([itemId, { answer }]) => [itemId, answer])),
    feedback,
    lastSequence: Math.max(0, ...[...answers.values()].map((given) => given.sequence)),
    remainingSeconds: attempt.deadlineAt ? Math.max(0, Math.round((attempt.deadlineAt.getTime() - now.getTime()) / 1000)) : null,
    timeLimitSeconds: attempt.timeLimitSeconds,
    passPercent: attempt.passPercent,
  }
}
