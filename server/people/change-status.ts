import { refuse } from '@/domain/errors'
import { changeStatusBody, statusWords } from '@/domain/person'
import { systemScope } from '../access'
import { followRules } from '../assignments/queries'
import { recordAudit } from '../audit/queries'
import { endpoint } from '../endpoint'
import { holdPerson } from './hold-person'
import { countOtherAdministrators, deleteRole, findUnit, shutOut, updateLocked } from './queries'

const system = systemScope('whoever leaves is shut out, and whoever comes or goes follows the rules of the assignments')

/**
 * Somebody leaves, goes on leave or comes back. Leaving ends sessions, codes, roles and memberships; coming back lets the assignments take
 * one in again, and gives no role back. The last administrator stays. A repeat changes nothing.
 */
export const changeStatus = endpoint('changeStatus', {
  kind: 'json',
  body: changeStatusBody,
  db: 'transaction',
  run: async ({ actor, scope, params, body: { was, now }, db, requestId }) => {
    const person = await holdPerson(db, scope, params.personId)
    if (person.status === now) return { status: now }
    if (person.status !== was) return refuse('changed', `状态刚刚被改为${statusWords[person.status]}。请核对后再改。`)
    const leaves = now === 'left'
    if (leaves) {
      if (person.id === actor.personId) return refuse('self', '自己的离职要由另一位管理员办理。')
      if (person.roles.some(({ role }) => role === 'administrator') && (await countOtherAdministrators(db, scope, person.id)) === 0)
        return refuse('last-administrator', '这是最后一位管理员。请先给另一位同事管理员角色。')
      await shutOut(db, system, person.id)
      for (const { role, unitId } of person.roles) await deleteRole(db, scope, person.id, role, unitId)
    }
    if (was === 'left' && !(await findUnit(db, scope, person.unit.id))?.active) return refuse('unit', '原来的机构已停用。请先改到现在的机构，再办返岗。')
    await updateLocked(db, scope, person.id, { status: now })
    const { joined, ended } = await followRules(db, system, [person.id])
    const roles = person.roles.map(({ role, unitName }) => ({ role, unitName }))
    await recordAudit(db, scope, {
      actorId: actor.personId,
      action: 'person.status-changed',
      subject: 'person',
      subjectId: person.id,
      before: { status: was, ...(leaves ? { roles } : {}) },
      after: { status: now, ...(leaves ? { roles: [] } : {}), joined, ended },
      requestId,
    })
    return { status: now }
  },
})
