import { refuse } from '@/domain/errors'
import { loginNameBody, mostLoginNames } from '@/domain/person'
import { recordAudit } from '../audit/queries'
import { endpoint } from '../endpoint'
import { holdPerson } from './hold-person'
import { findLoginHolder, insertLoginNames } from './queries'

/** One more name to sign in with. Refused when somebody else has it; one's own again changes nothing. */
export const addLoginName = endpoint('addLoginName', {
  kind: 'json',
  body: loginNameBody,
  db: 'transaction',
  run: async ({ actor, scope, params, body: { loginName }, db, requestId }) => {
    const person = await holdPerson(db, scope, params.personId)
    if (person.loginNames.includes(loginName)) return { loginNames: person.loginNames }
    if (person.loginNames.length >= mostLoginNames) return refuse('many', `登录名最多${mostLoginNames}个。请先删去不用的。`)
    const taken = await insertLoginNames(db, scope, person.id, [loginName])
    if (taken.length > 0) {
      const holder = await findLoginHolder(db, scope, taken)
      return refuse('taken', `“${loginName}”已是${holder ? `${holder.name}（${holder.unitName}）` : '别人'}的登录名。请核对。`)
    }
    const loginNames = [...person.loginNames, loginName].sort()
    await recordAudit(db, scope, {
      actorId: actor.personId,
      action: 'login-name.added',
      subject: 'person',
      subjectId: person.id,
      before: { loginNames: person.loginNames },
      after: { loginNames },
      requestId,
    })
    return { loginNames }
  },
})
