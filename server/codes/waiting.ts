import { z } from 'zod'
import { mostSlips } from '@/domain/credential'
import { AppError } from '@/domain/errors'
import { type Extent, extentOf, reachesAllOf } from '@/domain/policy'
import { type Actor, notFoundMessage, type PersonScope } from '../access'
import type { Db } from '../db'
import { findUnit, type UnitRow } from '../people/queries'
import { listWaitingPeople, type WaitingPerson } from './queries'

/** Whoever holds a code becomes that person: a manager must not become an administrator by one. */
export function mayIssueTo(actor: Actor, person: Pick<WaitingPerson, 'grants'>): boolean {
  const extent: Extent | null = extentOf('code.issue', actor.grants)
  return extent !== null && reachesAllOf(extent, person.grants)
}

/**
 * People of a unit who never signed in and whom the actor may give a code, at most a sheet's worth; `higher`: how many more there are who may do
 * more than the actor. Refuses a unit out of reach as if it did not exist.
 */
export async function readWaiting(
  db: Db,
  scope: PersonScope<'code.issue'>,
  actor: Actor,
  unitId: string,
  below: boolean,
): Promise<{ unit: UnitRow; people: WaitingPerson[]; higher: number }> {
  const unit = z.uuid().safeParse(unitId).success ? await findUnit(db, scope, unitId) : null
  if (!unit) throw new AppError('not-found', notFoundMessage)
  const found = await listWaitingPeople(db, scope, unit, { below, limit: mostSlips })
  const people = found.filter((person) => mayIssueTo(actor, person))
  return { unit, people, higher: found.length - people.length }
}
