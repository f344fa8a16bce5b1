import { decideExtension, extendMembersBody } from '@/domain/assignment'
import { recordAuditLines } from '../audit/queries'
import { endpoint } from '../endpoint'
import { openAdjustment } from './open-adjustment'
import { setDueDate } from './queries'

/** Gives members of a round more time, with a reason. All of them must be within reach; whoever has completed or is waived stays as they are. */
export const extendMembers = endpoint('extendMembers', {
  kind: 'json',
  body: extendMembersBody,
  db: 'transaction',
  run: async ({ actor, scope, params: { occurrenceId }, body, db, requestId }) => {
    const opened = await openAdjustment(db, scope, actor, occurrenceId, body.personIds)
    if ('kind' in opened) return opened
    const { members, today } = opened
    const changed = decideExtension(members, body.dueOn, today)
    if ('kind' in changed) return changed
    await setDueDate(
      db,
      scope,
      occurrenceId,
      changed.map((member) => member.personId),
      body.dueOn,
    )
    await recordAuditLines(
      db,
      scope,
      changed.map(({ personId, dueOn, round }) => ({
        actorId: actor.personId,
        action: 'member.extended',
        subject: 'person',
        subjectId: personId,
        before: { occurrenceId, round, dueOn },
        after: { occurrenceId, round, dueOn: body.dueOn, reason: body.reason },
        requestId,
      })),
    )
    return { changed: changed.length, unchanged: members.length - changed.length }
  },
})
