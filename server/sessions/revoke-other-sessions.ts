import { z } from 'zod'
import { recordAudit } from '../audit/queries'
import { endpoint } from '../endpoint'
import { revokeOwnSessions } from './queries'

/** Signs one out everywhere but here. */
export const revokeOtherSessions = endpoint('revokeOtherSessions', {
  kind: 'json',
  body: z.strictObject({}),
  db: 'transaction',
  run: async ({ actor, scope, db, requestId }) => {
    const revoked = await revokeOwnSessions(db, scope, { except: actor.sessionId })
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
