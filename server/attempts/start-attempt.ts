import { v7 as uuid } from 'uuid'
import { checkPassPercent, type StartAttemptBody, startAttemptBody } from '@/domain/attempt'
import { AppError, type Refusal, refuse } from '@/domain/errors'
import { type Candidate, drawExam, drawPractice, drawQuiz, layOut, type Paper } from '@/domain/paper'
import { beforeExam } from '@/domain/progress'
import { dayAndTime } from '@/domain/time'
import { type Actor, notFoundMessage, type PersonScope } from '../access'
import { listSuspensions } from '../content/queries'
import { type Published, published } from '../content/store'
import { type Db, databaseNow } from '../db'
import { endpoint } from '../endpoint'
import { listMistakes, loadProgress } from '../learning/queries'
import { closeIfOverrun } from './close-overrun'
import { findOpenAttempt, insertAttempt } from './queries'

const practiceItems = 5

type Draw = { paper: Paper; passPercent: number; exam?: { occurrenceId: string; sitting: number; timeLimitSeconds: number; graceSeconds: number } }

/** What the new attempt asks, or why it may not begin. */
async function draw(
  db: Db,
  scope: PersonScope<'attempt.take'>,
  content: Published,
  actor: Actor,
  { kind, subjectId }: StartAttemptBody,
  seed: string,
): Promise<Draw | Refusal> {
  switch (kind) {
    case 'check': {
      const lesson = content.lessons.get(subjectId)
      if (!lesson) throw new AppError('not-found', notFoundMessage)
      const own = content.practicePool.filter((candidate) => lesson.check.includes(candidate.itemId))
      // In the place of a suspended one stands another of the same sections.
      const others = content.practicePool.filter((candidate) => lesson.sections.includes(candidate.section) && candidate.marked && !own.includes(candidate))
      return { paper: layOut([...own, ...others.slice(0, lesson.check.length - own.length)], seed), passPercent: checkPassPercent }
    }
    case 'quiz': {
      const chapter = content.chapters.find((entry) => entry.id === subjectId)
      if (!chapter) throw new AppError('not-found', notFoundMessage)
      return {
        paper: drawQuiz(
          content.practicePool.filter((candidate) => candidate.chapter === subjectId),
          chapter.quiz.items,
          seed,
        ),
        passPercent: chapter.quiz.passPercent,
      }
    }
    case 'practice': {
      if (subjectId !== 'daily') throw new AppError('not-found', notFoundMessage)
      const progress = await loadProgress(db, scope, content)
      const lit = new Set(progress.chapters.filter((chapter) => chapter.state === 'on').map((chapter) => chapter.id))
      if (lit.size === 0) return refuse('no-chapter', '先点亮一间，再来每日一练。')
      return {
        paper: drawPractice(
          content.practicePool.filter((candidate) => lit.has(candidate.chapter)),
          await listMistakes(db, scope),
          practiceItems,
          seed,
        ),
        passPercent: 0,
      }
    }
    case 'exam': {
      const { duty, ...progress } = await loadProgress(db, scope, content)
      if (!duty || duty.programme.id !== subjectId || duty.waived) throw new AppError('not-found', notFoundMessage)
      const missing = beforeExam(progress, duty.programme)
      if (missing.chapters.length > 0) return refuse('chapters', `还有${missing.chapters.length}间没有点亮，学完再来考。`)
      if (missing.scenarios > 0) return refuse('scenarios', `还要通过${missing.scenarios}个情景演练，再来考。`)
      const { sitting } = duty
      if (sitting.kind === 'passed') return refuse('passed', '您已经合格，不用再考。')
      if (sitting.kind === 'wait') return refuse('wait', `下次可考时间是${dayAndTime(sitting.until)}。先看看失分的条款。`)
      if (sitting.kind === 'used-up') return refuse('used-up', '考试次数已用完。请本机构经理向省客户服务管理部申请。')
      const { exam } = duty.programme
      const pool = content.examPool.filter((candidate) => duty.programme.chapters.includes(candidate.chapter))
      return {
        paper: drawExam(pool, exam.items, seed, actor.personId, sitting.sitting),
        passPercent: exam.passPercent,
        exam: { occurrenceId: duty.occurrenceId, sitting: sitting.sitting, timeLimitSeconds: duty.examMinutes * 60, graceSeconds: exam.graceSeconds },
      }
    }
    default:
      return kind satisfies never
  }
}

/** Starts an attempt, or leads back to the one that is open: any number of tabs gets the same one. */
export const startAttempt = endpoint('startAttempt', {
  kind: 'json',
  body: startAttemptBody,
  // No transaction: what must be once is held by constraints (one open attempt, one row a sitting).
  db: 'statement',
  run: async ({ actor, scope, body, db }) => {
    const whole = await published(scope)
    const open = await findOpenAttempt(db, scope, body.kind, body.subjectId)
    if (open) {
      await closeIfOverrun(open)
      return { attemptId: open.id }
    }
    const suspended = await listSuspensions(db, scope)
    const inUse = (pool: Candidate[]) => pool.filter(({ itemId }) => !suspended.has(itemId))
    const content = { ...whole, practicePool: inUse(whole.practicePool), examPool: inUse(whole.examPool) }
    const now = await databaseNow(db)
    const seed = uuid()
    const drawn = await draw(db, scope, content, actor, body, seed)
    if ('kind' in drawn) return drawn
    const { paper, passPercent, exam } = drawn
    const inserted = await insertAttempt(db, scope, {
      id: body.id,
      unitId: actor.unitId,
      kind: body.kind,
      subjectId: body.subjectId,
      revisionId: content.revisionId,
      seed,
      paper,
      itemIds: paper.items.map((item) => item.itemId),
      passPercent,
      startedAt: now,
      ...(exam
        ? {
            occurrenceId: exam.occurrenceId,
            sitting: exam.sitting,
            timeLimitSeconds: exam.timeLimitSeconds,
            graceSeconds: exam.graceSeconds,
            deadlineAt: new Date(now.getTime() + exam.timeLimitSeconds * 1000),
          }
        : {}),
    })
    if (inserted) return { attemptId: body.id }
    const faster = await findOpenAttempt(db, scope, body.kind, body.subjectId)
    return faster ? { attemptId: faster.id } : refuse('again', '这次没有开始，请再点一次。')
  },
})
