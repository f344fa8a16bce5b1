import { randomBytes } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import { type PersonFields, type RosterPlan, unitKeys } from '@/domain/roster'
import type { RosterSummary } from '@/domain/roster-import'
import type { SystemScope } from '../access'
import { followRules } from '../assignments/queries'
import { recordAudit } from '../audit/queries'
import type { Db } from '../db'
import { newCode } from '../people/credentials'
import type { Comparison } from './compare-roster'
import {
  addManagers,
  dropManagers,
  insertCodes,
  insertPeople,
  insertUnits,
  listRosterUnits,
  refreshStatisticsOfMembers,
  refreshStatisticsOfPeople,
  rememberAfter,
  rememberBefore,
  setWritten,
  shutOutAll,
  updatePeople,
} from './queries'

/** A code for someone new. `loginName` is the first of the roster's row. */
export type HandedCode = { unit: string; name: string; loginName: string; code: string }

/**
 * Writes what a comparison says, in the transaction it was made in: units, people, roles, memberships, what is needed to undo it, a line in the
 * audit. `withCodes`: new people get a code each, told to nobody but the caller; otherwise theirs are made when the slips are printed.
 */
export async function writeRoster(
  db: Db,
  scope: SystemScope,
  { plan, summary }: Comparison,
  { importId, actorId, withCodes }: { importId: string; actorId: string | null; withCodes: boolean },
): Promise<{ summary: RosterSummary; codes: HandedCode[] }> {
  const { unitIdOf, newUnits } = await writeUnits(db, scope, plan)
  const placed = ({ fields: { unitKey, ...fields } }: { fields: PersonFields }) => ({ ...fields, unitId: unitIdOf(unitKey) })
  // Randomness is drawn once for all ids: one by one it would take half a second for a province.
  const random = randomBytes(16 * plan.newPeople.length)
  const fresh = plan.newPeople.map((person, n) => ({ ...person, id: uuid({ random: random.subarray(16 * n, 16 * n + 16) }) }))
  const changed = [...plan.changed, ...plan.leaving]
  const changedIds = changed.map(({ id }) => id)
  const ids = [...fresh.map(({ id }) => id), ...changedIds]

  await rememberBefore(db, scope, importId, changedIds)
  await insertPeople(
    db,
    scope,
    fresh.map((person) => ({ id: person.id, name: person.name, newLoginNames: person.loginNames, ...placed(person) })),
  )
  await updatePeople(
    db,
    scope,
    changed.map((person) => ({ id: person.id, newLoginNames: person.newLoginNames, ...placed(person) })),
  )
  await dropManagers(
    db,
    scope,
    changed.flatMap(({ id, dropManagerOf }) => dropManagerOf.map((unitId) => ({ personId: id, unitId }))),
  )
  await addManagers(db, scope, [
    ...fresh.filter(({ manages }) => manages).map(({ id, fields }) => ({ personId: id, unitId: unitIdOf(fields.unitKey) })),
    ...changed.flatMap(({ id, addManagerOf }) => (addManagerOf ? [{ personId: id, unitId: unitIdOf(addManagerOf) }] : [])),
  ])
  await shutOutAll(
    db,
    scope,
    plan.leaving.map(({ id }) => id),
  )
  await refreshStatisticsOfPeople(db, scope)
  await rememberAfter(db, scope, importId, ids)
  const { joined, ended } = await followRules(db, scope, ids)

  const codes = withCodes ? fresh.map((person) => ({ person, ...newCode() })) : []
  await insertCodes(
    db,
    scope,
    codes.map(({ person, codeHash }) => ({ personId: person.id, codeHash })),
  )
  await refreshStatisticsOfMembers(db, scope)
  const done: RosterSummary = { counts: summary.counts, digest: summary.digest, written: { joined, ended, newUnits } }
  await setWritten(db, scope, importId, done)
  await recordAudit(db, scope, {
    actorId,
    action: 'roster.imported',
    subject: 'roster',
    subjectId: importId,
    after: { ...summary.counts, joined, ended },
  })
  return {
    summary: done,
    codes: codes.map(({ person, code }) => ({ unit: person.fields.unitKey, name: person.name, loginName: person.loginNames[0] ?? '', code })),
  }
}

/** Stores the new units. Returns them, and how to find any unit's id by its key. */
async function writeUnits(
  db: Db,
  scope: SystemScope,
  plan: RosterPlan,
): Promise<{ unitIdOf: (key: string) => string; newUnits: { id: string; name: string }[] }> {
  const units = await listRosterUnits(db, scope)
  const paths = new Map(units.map((unit) => [unit.id, unit.path]))
  const ids = new Map([...unitKeys(units)].map(([id, key]) => [key, id]))
  const rows = plan.newUnits.map(({ key, parentKey, name, type, sort }) => {
    const id = uuid()
    const parentId = parentKey === null ? null : (ids.get(parentKey) ?? null)
    const path = `${parentId === null ? '/' : paths.get(parentId)}${id}/`
    ids.set(key, id)
    paths.set(id, path)
    return { id, parentId, name, type, sort, path }
  })
  await insertUnits(db, scope, rows)
  return {
    newUnits: rows.map(({ id, name }) => ({ id, name })),
    unitIdOf: (key) => {
      const id = ids.get(key)
      if (!id) throw new Error(`the plan has no unit ${key}`)
      return id
    },
  }
}
