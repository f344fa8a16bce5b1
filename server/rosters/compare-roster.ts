import { createHash } from 'node:crypto'
import { countRows, type DryRunRow, dryRunRows, planRoster, type Roster, type RosterPlan } from '@/domain/roster'
import type { RosterSummary } from '@/domain/roster-import'
import type { SystemScope } from '../access'
import type { Db } from '../db'
import { readRosterState } from './queries'

export type Comparison = { plan: RosterPlan; rows: DryRunRow[]; summary: RosterSummary }

/** Compares a roster with the database. `lock`: what was compared stays as it is until the transaction ends. Nothing is written. */
export async function compareRoster(db: Db, scope: SystemScope, roster: Roster, { full, lock }: { full: boolean; lock: boolean }): Promise<Comparison> {
  const loginNames = [...roster.people, ...roster.bad].flatMap((row) => row.loginNames)
  const plan = planRoster(roster, await readRosterState(db, scope, { loginNames, full, lock }), { full })
  const rows = dryRunRows(roster, plan, roster.people)
  return { plan, rows, summary: { counts: countRows(rows, plan), digest: digestOf(rows, plan) } }
}

/** Two plans that do the same have the same digest. */
function digestOf(rows: DryRunRow[], plan: RosterPlan): string {
  const hash = createHash('sha256')
  for (const unit of plan.newUnits) hash.update(`${unit.key}\n`)
  for (const row of rows) hash.update(`${JSON.stringify(row)}\n`)
  for (const person of [...plan.changed, ...plan.leaving]) hash.update(`${person.id}\n`)
  return hash.digest('hex')
}
