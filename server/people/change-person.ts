import { refuse } from '@/domain/errors'
import { changePersonBody, faultSentence, hiredOnFault, type Profile, profileKeys, profileLabels } from '@/domain/person'
import { businessDay } from '@/domain/time'
import { systemScope } from '../access'
import { followRules } from '../assignments/queries'
import { recordAudit } from '../audit/queries'
import { databaseNow } from '../db'
import { endpoint } from '../endpoint'
import { holdPerson } from './hold-person'
import { deleteRole, findUnit, updateLocked } from './queries'

const rules = systemScope('somebody changed follows the rules of the assignments')
const pick = (profile: Partial<Profile>, keys: (keyof Profile)[]) => Object.fromEntries(keys.map((key) => [key, profile[key] ?? null]))

/**
 * Changes some fields of a person; the assignments follow. A field that somebody else changed since it was shown is not overwritten. Who
 * moves no longer manages the unit they leave, as with a roster. A repeat changes nothing.
 */
export const changePerson = endpoint('changePerson', {
  kind: 'json',
  body: changePersonBody,
  db: 'transaction',
  run: async ({ actor, scope, params, body: { was, now }, db, requestId }) => {
    const person = await holdPerson(db, scope, params.personId)
    const keys = profileKeys.filter((key) => now[key] !== undefined && now[key] !== person.profile[key])
    if (keys.length === 0) return { changed: false, noLongerManages: [] }
    const stale = keys.find((key) => (was[key] ?? null) !== person.profile[key])
    if (stale) return refuse('changed', `${profileLabels[stale]}刚刚被别人改过。请核对后再保存。`)
    const hiredOn = keys.includes('hiredOn') && now.hiredOn
    const fault = hiredOn ? hiredOnFault(hiredOn, businessDay(await databaseNow(db))) : null
    if (fault) return refuse('hired-on', faultSentence('入职日期', fault))
    const unit = keys.includes('unitId') && now.unitId ? await findUnit(db, scope, now.unitId) : undefined
    if (unit !== undefined && !unit?.active) return refuse('unit', '这个机构不能选，请从列表里另选一个。')

    const changes = Object.fromEntries(keys.map((key) => [key, now[key]])) as Partial<Profile>
    await updateLocked(db, scope, person.id, { ...changes, ...(hiredOn ? { hiredOn: new Date(hiredOn) } : {}) })
    const noLongerManages = unit && (await deleteRole(db, scope, person.id, 'manager', person.unit.id)) ? [person.unit.name] : []
    await followRules(db, rules, [person.id])
    await recordAudit(db, scope, {
      actorId: actor.personId,
      action: 'person.changed',
      subject: 'person',
      subjectId: person.id,
      before: { ...pick(person.profile, keys), ...(unit ? { unitName: person.unit.name, manages: noLongerManages } : {}) },
      after: { ...pick(changes, keys), ...(unit ? { unitName: unit.name, manages: [] } : {}) },
      requestId,
    })
    return { changed: true, noLongerManages }
  },
})
