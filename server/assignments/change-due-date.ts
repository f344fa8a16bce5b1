import { z } from 'zod'
import { changeDueDateBody, refuseDueDate } from '@/domain/assignment'
import { AppError, refuse } from '@/domain/errors'
import { notFoundMessage } from '../access'
import { recordAudit } from '../audit/queries'
import { endpoint } from '../endpoint'
import { lockRound, moveDueDate } from './queries'

/** Changes the due date of a round; members follow unless they have a day of their own. Refuses a day that cannot be, and an ended assignment. */
export const changeDueDate = endpoint('changeDueDate', {
  kind: 'json',
  body: changeDueDateBody,
  db: 'transaction',
  run: async ({ actor, scope, params, body: { dueOn }, db, requestId }) => {
    const round = z.uuid().safeParse(params.occurrenceId).success ? await lockRound(db, scope, params.occurrenceId) : null
    if (!round) throw new AppError('not-found', notFoundMessage)
    if (round.dueOn === dueOn) return { moved: 0 }
    if (round.ended) return refuse('ended', '这个任务已结束，截止日期不再改动。')
    const refusal = refuseDueDate({ opensOn: round.opensOn, dueOn }, round.today)
    if (refusal) return refusal
    const moved = await moveDueDate(db, scope, round, dueOn)
    await recordAudit(db, scope, {
      actorId: actor.personId,
      action: 'occurrence.due-date-changed',
      subject: 'occurrence',
      subjectId: round.id,
      before: { title: round.title, dueOn: round.dueOn },
      after: { title: round.title, dueOn, moved },
      requestId,
    })
    return { moved }
  },
})
