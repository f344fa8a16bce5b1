import { refuse } from '@/domain/errors'
import { loginNameBody } from '@/domain/person'
import { recordAudit } from '../audit/queries'
import { endpoint } from '../endpoint'
import { holdPerson } from './hold-person'
import { deleteLoginName } from './queries'

/** Takes a name to sign in with away; never the last one. One that is not there changes nothing. */
export const removeLoginName = endpoint('removeLoginName', {
  kind: 'json',
  body: loginNameBody,
  db: 'transaction',
  run: async ({ actor, scope, params, body: { loginName }, db, requestId }) => {
    const person = await holdPerson(db, scope, params.personId)
    const loginNames = person.loginNames.filter((name) => name !== loginName)
    if (loginNames.length === person.loginNames.length) return { loginNames }
    if (loginNames.length === 0) return refuse('last', '至少要有一个登录名。请先加新的，再删这个。')
    await deleteLoginName(db, scope, person.id, loginName)
    await recordAudit(db, scope, {
      actorId: actor.personId,
      action: 'login-name.removed',
      subject: 'person',
      subjectId: person.id,
      before: { loginNames: person.loginNames },
      after: { loginNames },
      requestId,
    })
    return { loginNames }
  },
})
