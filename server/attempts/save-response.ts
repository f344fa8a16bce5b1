import { feedbackOf, gradesAtOnce, saveResponseBody } from '@/domain/attempt'
import { AppError, refuse } from '@/domain/errors'
import type { Answer } from '@/domain/grading'
import type { PaperItem } from '@/domain/paper'
import { notFoundMessage } from '../access'
import { questionKeys } from '../content/store'
import { endpoint } from '../endpoint'
import { countingAnswers, findAttempt, insertResponse, paperOf } from './queries'

/** An answer speaks of this item's options, each once; a true-false item has none. */
function fits(item: PaperItem, answer: Answer): boolean {
  if (answer.kind === 'true-false') return item.optionOrder.length === 0
  return item.optionOrder.length > 0 && new Set(answer.options).size === answer.options.length && answer.options.every((id) => item.optionOrder.includes(id))
}

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
    if (!fits(item, body.answer)) throw new AppError('invalid', '这个答案不属于这道题，没有保存。请刷新页面再答。')
    const response = { ...body, attemptId: attempt.id, itemId: item.itemId }
    if (!gradesAtOnce(attempt.kind)) {
      const { stored, remainingSeconds } = await insertResponse(db, scope, { ...response, correct: null })
      return stored ? { saved: true, feedback: null, remainingSeconds } : refuse('closed', closedText)
    }
    const key = (await questionKeys(db, scope, [item.hash])).get(item.hash)
    if (!key) throw new Error(`no key for ${item.itemId}`)
    const first = (await countingAnswers(db, attempt, scope)).get(item.itemId)
    if (first) return { saved: true, feedback: feedbackOf(key, first.answer), remainingSeconds: null }
    const feedback = feedbackOf(key, body.answer)
    const { stored } = await insertResponse(db, scope, { ...response, correct: feedback.correct })
    return stored ? { saved: true, feedback, remainingSeconds: null } : refuse('closed', closedText)
  },
})
