import { z } from 'zod'
import { recordAudit } from '../audit/queries'
import { endpoint } from '../endpoint'
import { revokeOwnSessions } from './queries'

/** Signs one out on one of one's own devices. Somebody else's session, or one that has ended, is none: nothing happens. */
export const revokeSession = endpoint('revokeSession', {
  kind: 'json',
  body: z.strictObject({}),
  db: 'transaction',
  run: async ({ actor, scope, params, db, requestId }) => {
    const revoked = await revokeOwnSessions(db, scope, { only: params.sessionId })
    if (revoked > 0)
      await recordAudit(db, scope, {
        actorId: actor.personId,
        action: 'sessions.revoked',
        subject: 'person',
        subjectId: actor.personId,
        after: { revoked },
        requestId,
      })
    return { revoked }
  },
})
