import { AppError, refuse } from '@/domain/errors'
import { initialsOf } from '@/domain/initials'
import { type AddPersonResult, addPersonBody, faultSentence, hiredOnFault, type Twin } from '@/domain/person'
import { shownNumber } from '@/domain/report'
import { businessDay } from '@/domain/time'
import { systemScope } from '../access'
import { followRules } from '../assignments/queries'
import { recordAudit } from '../audit/queries'
import { databaseNow } from '../db'
import { endpoint } from '../endpoint'
import { stopRosters } from './hold-person'
import { findLoginHolder, findNamesake, findUnit, insertLoginNames, insertPerson, readPersonFile } from './queries'

const rules = systemScope('somebody new follows the rules of the assignments')

/**
 * Adds one person: fields and login names in, their id out; the assignments they fit take them in. Somebody with one of the login names is
 * told instead, and somebody of the same name in the same unit, unless it is said to be another. A repeat adds nobody else.
 */
export const addPerson = endpoint('addPerson', {
  kind: 'json',
  body: addPersonBody,
  db: 'transaction',
  run: async ({ actor, scope, body, db, requestId }) => {
    const { id, name, loginNames, evenIfSameName, ...profile } = body
    const done: AddPersonResult = { added: id, twin: null }
    await stopRosters(db, scope)
    if (await readPersonFile(db, scope, id)) return done
    const fault = hiredOnFault(profile.hiredOn, businessDay(await databaseNow(db)))
    if (fault) return refuse('hired-on', faultSentence('入职日期', fault))
    const unit = await findUnit(db, scope, profile.unitId)
    if (!unit?.active) return refuse('unit', '这个机构不能选，请从列表里另选一个。')
    const told = (twin: Twin): AddPersonResult => ({ added: null, twin })
    const holder = await findLoginHolder(db, scope, loginNames)
    // The same request at the same time may have got here first.
    if (holder?.id === id) return done
    if (holder) return told({ because: 'login-name', id: holder.id, name: holder.name, unitName: holder.unitName, number: holder.loginName })
    const namesake = evenIfSameName ? null : await findNamesake(db, scope, name, unit.id)
    if (namesake?.id === id) return done
    if (namesake) return told({ because: 'same-name', id: namesake.id, name, unitName: namesake.unitName, number: shownNumber(namesake.loginNames) })
    const inserted = await insertPerson(db, scope, { ...profile, id, name, nameInitials: initialsOf(name), hiredOn: new Date(profile.hiredOn) })
    if (!inserted) return done
    const [taken] = await insertLoginNames(db, scope, id, loginNames)
    // Between looking and storing somebody else took it: nothing of this request stays.
    if (taken) throw new AppError('refused', `登录名“${taken}”刚刚给了别人，请再提交一次。`)
    await followRules(db, rules, [id])
    await recordAudit(db, scope, {
      actorId: actor.personId,
      action: 'person.added',
      subject: 'person',
      subjectId: id,
      after: { ...profile, name, loginNames, unitName: unit.name },
      requestId,
    })
    return done
  },
})
