import { v7 as uuid } from 'uuid'
import { planRoster, type RosterPerson, type RosterPlan } from '@/domain/roster'
import { systemScope } from '../access'
import { followRules } from '../assignments/queries'
import { recordAudit } from '../audit/queries'
import type { Database, Db } from '../db'
import { newCode } from './credentials'
import { addManagers, dropManager, insertCodes, insertPeople, insertUnits, lockRoster, readRosterState, readUnitPaths, shutOut, updatePerson } from './queries'

const scope = systemScope('an operator imports a roster')

/** A code for someone new. `loginName` is the first of the roster's row. */
export type HandedCode = { unit: string; name: string; loginName: string; code: string }
export type ImportOutcome = { plan: RosterPlan; written: boolean; codes: number; joined: number; ended: number }

/**
 * Compares rows that read well with the database and, unless anything is wrong or it is a dry run, writes all of it in one transaction:
 * units, people, roles, codes, memberships. `keepCodes` gets the codes before the commit; if it throws, nothing is written. They are told to
 * nobody else and cannot be read back.
 */
export async function importRoster(
  db: Database,
  rows: RosterPerson[],
  { dryRun, keepCodes }: { dryRun: boolean; keepCodes: (codes: HandedCode[]) => void },
): Promise<ImportOutcome> {
  return db.$transaction(
    async (tx) => {
      await lockRoster(tx, scope)
      const plan = planRoster(
        rows,
        await readRosterState(
          tx,
          scope,
          rows.flatMap((row) => row.loginNames),
        ),
      )
      const empty = plan.newPeople.length + plan.changed.length === 0
      if (dryRun || plan.faults.length > 0 || empty) return { plan, written: false, codes: 0, joined: 0, ended: 0 }
      const { personIds, codes } = await write(tx, plan)
      const { joined, ended } = await followRules(tx, scope, personIds)
      await recordAudit(tx, scope, {
        actorId: null,
        action: 'roster.imported',
        subject: 'roster',
        subjectId: uuid(),
        after: {
          newUnits: plan.newUnits.length,
          newPeople: plan.newPeople.length,
          changed: plan.changed.length,
          unchanged: plan.unchanged.length,
          joined,
          ended,
        },
      })
      if (codes.length > 0) keepCodes(codes)
      return { plan, written: true, codes: codes.length, joined, ended }
    },
    // A province's roster takes a while, and half of it is worth nothing.
    { maxWait: 10_000, timeout: 300_000 },
  )
}

async function write(db: Db, plan: RosterPlan): Promise<{ personIds: string[]; codes: HandedCode[] }> {
  const unitIds = await writeUnits(db, plan)
  const unitIdOf = (key: string) => {
    const id = unitIds.get(key)
    if (!id) throw new Error(`the plan has no unit ${key}`)
    return id
  }
  const fresh = plan.newPeople.map(({ row, unitKey }) => ({ id: uuid(), unitId: unitIdOf(unitKey), row, unitKey, ...newCode() }))
  await insertPeople(
    db,
    scope,
    fresh.map(({ id, unitId, row: { name, position, serviceStage, staffKind, status, hiredOn, phone, mail } }) => ({
      id,
      unitId,
      name,
      position,
      serviceStage,
      staffKind,
      status: status ?? 'active',
      hiredOn: new Date(hiredOn),
      phone,
      mail,
    })),
    fresh.flatMap(({ id, row }) => row.loginNames.map((name) => ({ name, personId: id }))),
  )
  await insertCodes(
    db,
    scope,
    fresh.map(({ id, codeHash }) => ({ personId: id, codeHash })),
  )
  for (const { id, row, unitKey, newLoginNames, dropManagerOf } of plan.changed) {
    const { position, serviceStage, staffKind, status, hiredOn, phone, mail } = row
    const said = { ...(status === null ? {} : { status }), ...(phone === null ? {} : { phone }), ...(mail === null ? {} : { mail }) }
    await updatePerson(db, scope, id, { unitId: unitIdOf(unitKey), position, serviceStage, staffKind, hiredOn: new Date(hiredOn), ...said }, newLoginNames)
    if (dropManagerOf.length > 0) await dropManager(db, scope, id, dropManagerOf)
    if (status === 'left') await shutOut(db, scope, id)
  }
  await addManagers(db, scope, [
    ...fresh.filter(({ row }) => row.manager).map(({ id, unitId }) => ({ personId: id, unitId })),
    ...plan.changed.flatMap(({ id, addManagerOf }) => (addManagerOf ? [{ personId: id, unitId: unitIdOf(addManagerOf) }] : [])),
  ])
  return {
    personIds: [...fresh.map(({ id }) => id), ...plan.changed.map(({ id }) => id)],
    codes: fresh.map(({ row, unitKey, code }) => ({ unit: unitKey, name: row.name, loginName: row.loginNames[0] ?? '', code })),
  }
}

/** Stores the new units; ids of all units, old and new, by their key. */
async function writeUnits(db: Db, plan: RosterPlan): Promise<Map<string, string>> {
  const state = await readRosterState(db, scope, [])
  const paths = await readUnitPaths(db, scope)
  const names = new Map(state.units.map((unit) => [unit.id, unit.name]))
  const ids = new Map(
    [...paths].map(([id, path]) => [
      path
        .split('/')
        .filter(Boolean)
        .map((part) => names.get(part))
        .join('/'),
      id,
    ]),
  )
  const rows = plan.newUnits.map(({ key, parentKey, name, type, sort }) => {
    const id = uuid()
    const parentId = parentKey === null ? null : (ids.get(parentKey) ?? null)
    const path = `${parentId === null ? '/' : paths.get(parentId)}${id}/`
    ids.set(key, id)
    paths.set(id, path)
    return { id, parentId, name, type, sort, path }
  })
  await insertUnits(db, scope, rows)
  return ids
}
