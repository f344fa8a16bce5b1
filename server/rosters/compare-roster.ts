import { createHash } from 'node:crypto'
import { countPlan, planRoster, type Roster, type RosterPlan } from '@/domain/roster'
import type { RosterSummary } from '@/domain/roster-import'
import type { SystemScope } from '../access'
import type { Db } from '../db'
import { readRosterState } from './queries'

export type Comparison = { plan: RosterPlan; summary: RosterSummary }

/** Compares a roster with the database. `lock`: what was compared stays as it is until the transaction ends. Nothing is written. */
export async function compareRoster(db: Db, scope: SystemScope, roster: Roster, { full, lock }: { full: boolean; lock: boolean }): Promise<Comparison> {
  const loginNames = [...roster.people, ...roster.bad].flatMap((row) => row.loginNames)
  const plan = planRoster(roster, await readRosterState(db, scope, { loginNames, full, lock }), { full })
  return { plan, summary: { counts: countPlan(roster, plan), digest: digestOf(roster, plan) } }
}

/** Two plans of the same roster that show and do the same have the same digest. Who is new is told by the line: the roster has the rest. */
function digestOf({ faults }: Roster, plan: RosterPlan): string {
  const hash = createHash('sha256')
  const isNew = plan.newPeople.map(({ line }) => line)
  hash.update(JSON.stringify([faults, plan.newUnits, isNew, plan.changed, plan.leaving, plan.kept, plan.faults, plan.warnings]))
  return hash.digest('hex')
}
