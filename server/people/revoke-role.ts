import { refuse } from '@/domain/errors'
import { roleBody } from '@/domain/person'
import { recordAudit } from '../audit/queries'
import { endpoint } from '../endpoint'
import { holdPerson } from './hold-person'
import { countOtherAdministrators, deleteRole } from './queries'

/** Ends a role, effective at the person's next request. Nobody ends their own as administrator, and the last one stays. A repeat changes nothing. */
export const revokeRole = endpoint('revokeRole', {
  kind: 'json',
  body: roleBody,
  db: 'transaction',
  run: async ({ actor, scope, params, body: { role, unitId }, db, requestId }) => {
    const person = await holdPerson(db, scope, params.personId)
    const held = person.roles.find((grant) => grant.role === role && grant.unitId === unitId)
    if (!held) return { changed: false }
    if (role === 'administrator') {
      if (person.id === actor.personId) return refuse('self', '自己的管理员角色要由另一位管理员调整。')
      // Of two who take the role from each other at once, the second finds nobody else.
      if ((await countOtherAdministrators(db, scope, person.id)) === 0) return refuse('last-administrator', '这是最后一位管理员。请先给另一位同事管理员角色。')
    }
    await deleteRole(db, scope, person.id, role, unitId)
    await recordAudit(db, scope, {
      actorId: actor.personId,
      action: 'role.revoked',
      subject: 'person',
      subjectId: person.id,
      before: { role, ...(held.unitName ? { unitId, unitName: held.unitName } : {}) },
      requestId,
    })
    return { changed: true }
  },
})
