import { z } from 'zod'
import { AppError, refuse } from '@/domain/errors'
import { extentOf, reachesAllOf } from '@/domain/policy'
import { notFoundMessage } from '../access'
import { recordAudit } from '../audit/queries'
import { endpoint } from '../endpoint'
import { grantsOf, readPersonFile } from '../people/queries'
import { revokeSessionsOf } from './queries'

/** Signs somebody within reach out everywhere, for instance when a device is lost. Not whoever may do more than the actor. */
export const revokePersonSessions = endpoint('revokePersonSessions', {
  kind: 'json',
  body: z.strictObject({}),
  db: 'transaction',
  run: async ({ actor, scope, params, db, requestId }) => {
    const personId = z.uuid().safeParse(params.personId).data
    const person = personId ? await readPersonFile(db, scope, personId) : null
    if (!person) throw new AppError('not-found', notFoundMessage)
    const extent = extentOf('account.unlock', actor.grants)
    if (!extent || !reachesAllOf(extent, grantsOf(person))) return refuse('higher-role', '这位同事的权限更大，请省客户服务管理部办理。')
    const revoked = await revokeSessionsOf(db, scope, person.id)
    if (revoked > 0)
      await recordAudit(db, scope, {
        actorId: actor.personId,
        action: 'sessions.revoked',
        subject: 'person',
        subjectId: person.id,
        after: { revoked },
        requestId,
      })
    return { revoked }
  },
})
