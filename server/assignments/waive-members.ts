import { decideWaiver, waiveMembersBody } from '@/domain/assignment'
import { recordAuditLines } from '../audit/queries'
import { endpoint } from '../endpoint'
import { openAdjustment } from './open-adjustment'
import { setWaiver } from './queries'

/** Waives the requirement for members of a round, with a reason, or takes that back. All of them must be within reach; whoever has completed stays so. */
export const waiveMembers = endpoint('waiveMembers', {
  kind: 'json',
  body: waiveMembersBody,
  db: 'transaction',
  run: async ({ actor, scope, params: { occurrenceId }, body: { personIds, reason }, db, requestId }) => {
    const opened = await openAdjustment(db, scope, actor, occurrenceId, personIds)
    if ('kind' in opened) return opened
    const { members } = opened
    const changed = decideWaiver(members, reason !== null)
    if ('kind' in changed) return changed
    await setWaiver(
      db,
      scope,
      occurrenceId,
      changed.map((member) => member.personId),
      reason,
      actor.personId,
    )
    await recordAuditLines(
      db,
      scope,
      changed.map(({ personId, round, waivedReason }) => ({
        actorId: actor.personId,
        action: reason === null ? 'member.waiver-withdrawn' : 'member.waived',
        subject: 'person',
        subjectId: personId,
        before: { occurrenceId, round, reason: waivedReason },
        after: { occurrenceId, round, reason },
        requestId,
      })),
    )
    return { changed: changed.length, unchanged: members.length - changed.length }
  },
})
