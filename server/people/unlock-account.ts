import { z } from 'zod'
import { refuse } from '@/domain/errors'
import { extentOf, reachesAllOf } from '@/domain/policy'
import { recordAudit } from '../audit/queries'
import { endpoint } from '../endpoint'
import { holdPerson } from './hold-person'
import { deleteThrottles, grantsOf } from './queries'

/** Lets somebody within reach try their password again, under all their login names. Refused for whoever may do more. A repeat changes nothing. */
export const unlockAccount = endpoint('unlockAccount', {
  kind: 'json',
  body: z.strictObject({}),
  db: 'transaction',
  run: async ({ actor, scope, params, db, requestId }) => {
    const person = await holdPerson(db, scope, params.personId)
    const extent = extentOf('account.unlock', actor.grants)
    if (!extent || !reachesAllOf(extent, grantsOf(person))) return refuse('higher-role', '这位同事的权限更大，请省客户服务管理部解锁。')
    if (!(await deleteThrottles(db, scope, person.loginNames))) return { unlocked: false }
    await recordAudit(db, scope, {
      actorId: actor.personId,
      action: 'account.unlocked',
      subject: 'person',
      subjectId: person.id,
      before: { lockedUntil: person.lockedUntil?.toISOString() ?? null },
      requestId,
    })
    return { unlocked: true }
  },
})
