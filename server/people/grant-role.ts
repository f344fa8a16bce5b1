import { refuse } from '@/domain/errors'
import { roleBody } from '@/domain/person'
import { recordAudit } from '../audit/queries'
import { endpoint } from '../endpoint'
import { holdPerson } from './hold-person'
import { findUnit, insertRole } from './queries'

/** Gives a person a role, effective at their next request: manager of a unit and all below, content owner, administrator. A repeat changes nothing. */
export const grantRole = endpoint('grantRole', {
  kind: 'json',
  body: roleBody,
  db: 'transaction',
  run: async ({ actor, scope, params, body: { role, unitId }, db, requestId }) => {
    const person = await holdPerson(db, scope, params.personId)
    if (person.status === 'left') return refuse('left', '这位同事已离职。请先办理返岗，再给角色。')
    const unit = unitId ? await findUnit(db, scope, unitId) : null
    if (unitId && !unit?.active) return refuse('unit', '这个机构不能选，请从列表里另选一个。')
    if (!(await insertRole(db, scope, person.id, role, unitId))) return { changed: false }
    await recordAudit(db, scope, {
      actorId: actor.personId,
      action: 'role.granted',
      subject: 'person',
      subjectId: person.id,
      after: { role, ...(unit ? { unitId: unit.id, unitName: unit.name } : {}) },
      requestId,
    })
    return { changed: true }
  },
})
