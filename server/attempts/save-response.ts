import { feedbackOf, gradesAtOnce, saveResponseBody } from '@/domain/attempt'
import { AppError, refuse } from '@/domain/errors'
import { type Answer, fits } from '@/domain/grading'
import { notFoundMessage } from '../access'
import { questionBodies, questionKeys } from '../content/store'
import { endpoint } from '../endpoint'
import { countingAnswers, findAttempt, insertResponse, paperOf } from './queries'

const closedText = '这次作答已经结束，前面保存的都算数。'

/** Saves one answer. In an exam it is saved and nothing is told; elsewhere the first answer counts and is explained at once. */
export const saveResponse = endpoint('saveResponse', {
  kind: 'json',
  body: saveResponseBody,
  db: 'statement',
  run: async ({ scope, params, body, db }) => {
    const attempt = await findAttempt(db, scope, params.attemptId)
    const item = attempt ? paperOf(attempt).items.find((entry) => entry.itemId === params.itemId) : undefined
    if (!attempt || !item) throw new AppError('not-found', notFoundMessage)
    const question = (await questionBodies(db, scope, [item.hash])).get(item.hash)
    if (!question) throw new Error(`no question ${item.itemId}`)
    if (!fits(question, body.answer)) throw new AppError('invalid', '这个答案不属于这道题，没有保存。请刷新页面再答。')
    const response = { ...body, attemptId: attempt.id, itemId: item.itemId }
    if (!gradesAtOnce(attempt.kind)) {
      const { stored, remainingSeconds } = await insertResponse(db, scope, { ...response, correct: null })
      return stored ? { saved: true, feedback: null, remainingSeconds } : refuse('closed', closedText)
    }
    const key = (await questionKeys(db, scope, [item.hash])).get(item.hash)
    if (!key) throw new Error(`no key for ${item.itemId}`)
    const first = (await countingAnswers(db, attempt, scope)).get(item.itemId)
    // What one wrote stands; how one judges it beside the model line may still be said.
    const self = body.answer.kind === 'rewrite' ? body.answer.self : null
    const judging = first?.answer.kind === 'rewrite' && self !== null
    if (first && !judging) return { saved: true, feedback: feedbackOf(key, first.answer), remainingSeconds: null }
    const answer: Answer = judging ? { ...(first.answer as Extract<Answer, { kind: 'rewrite' }>), self } : body.answer
    const feedback = feedbackOf(key, answer)
    const { stored } = await insertResponse(db, scope, { ...response, answer, correct: feedback.credit === null ? null : feedback.correct })
    return stored ? { saved: true, feedback, remainingSeconds: null } : refuse('closed', closedText)
  },
})
