import { z } from 'zod'
import { AppError } from '@/domain/errors'
import { notFoundMessage } from '../access'
import { recordAudit } from '../audit/queries'
import { endpoint } from '../endpoint'
import { endById } from './queries'

/** Ends an assignment for good: nobody joins, what is not completed is no longer asked for, what was done stays. A repeat changes nothing. */
export const endAssignment = endpoint('endAssignment', {
  kind: 'json',
  body: z.strictObject({}),
  db: 'transaction',
  run: async ({ actor, scope, params, db, requestId }) => {
    const assignment = z.uuid().safeParse(params.assignmentId).success ? await endById(db, scope, params.assignmentId) : null
    if (!assignment) throw new AppError('not-found', notFoundMessage)
    const { title, ended } = assignment
    if (ended === null) return { ended: 0 }
    await recordAudit(db, scope, {
      actorId: actor.personId,
      action: 'assignment.ended',
      subject: 'assignment',
      subjectId: params.assignmentId,
      after: { title, ended },
      requestId,
    })
    return { ended }
  },
})
