import { finishBody, gradesAtOnce } from '@/domain/attempt'
import { AppError, refuse } from '@/domain/errors'
import { notFoundMessage } from '../access'
import { endpoint } from '../endpoint'
import { closeAttempt } from './close-attempt'
import { countingAnswers, lockAttempt, paperOf } from './queries'

/** Closes an attempt: grade, completion, points, badge and certificate in one transaction. A repeat gets the same answer. */
export const finishAttempt = endpoint('finishAttempt', {
  kind: 'json',
  body: finishBody,
  db: 'transaction',
  run: async ({ scope, params, db }) => {
    const attempt = await lockAttempt(db, scope, params.attemptId)
    if (!attempt) throw new AppError('not-found', notFoundMessage)
    if (!attempt.closedAt && gradesAtOnce(attempt.kind)) {
      const answered = (await countingAnswers(db, attempt, scope)).size
      const left = paperOf(attempt).items.length - answered
      if (left > 0) return refuse('unanswered', `还有${left}题没有答，答完再看结果。`)
    }
    return closeAttempt(db, attempt, 'learner')
  },
})
