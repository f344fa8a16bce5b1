import { AppError, refuse } from '@/domain/errors'
import { suspendBody } from '@/domain/question'
import { notFoundMessage } from '../access'
import { recordAudit } from '../audit/queries'
import { endpoint } from '../endpoint'
import { deleteSuspension, insertSuspension, listSuspensions } from './queries'
import { published } from './store'

/** Takes a question out of use at once, or puts it back. The last exam question of a section stays: papers could not be drawn without it. */
export const suspendQuestion = endpoint('suspendQuestion', {
  kind: 'json',
  body: suspendBody,
  db: 'transaction',
  run: async ({ actor, scope, params, body, db, requestId }) => {
    const content = await published(scope)
    const itemId = params.questionId
    const inExam = content.examPool.find((candidate) => candidate.itemId === itemId)
    if (!inExam && !content.practicePool.some((candidate) => candidate.itemId === itemId)) throw new AppError('not-found', notFoundMessage)
    const { reason } = body
    if (reason !== null && inExam) {
      const suspended = await listSuspensions(db, scope)
      const left = content.examPool.filter(
        (candidate) => candidate.section === inExam.section && candidate.itemId !== itemId && !suspended.has(candidate.itemId),
      )
      if (left.length === 0) return refuse('last', `${inExam.section}节的考试题只剩这一道，先补一道再停用。`)
    }
    const changed = reason === null ? await deleteSuspension(db, scope, itemId) : await insertSuspension(db, scope, itemId, reason)
    if (changed)
      await recordAudit(db, scope, {
        actorId: actor.personId,
        action: reason === null ? 'question.reinstated' : 'question.suspended',
        subject: 'question',
        subjectId: itemId,
        ...(reason === null ? {} : { after: { reason } }),
        requestId,
      })
    return { suspended: reason !== null }
  },
})
