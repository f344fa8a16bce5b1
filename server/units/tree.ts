import { AppError } from '@/domain/errors'
import type { Rearranged } from '@/domain/unit'
import { notFoundMessage, type PersonScope, systemScope } from '../access'
import { followRules } from '../assignments/queries'
import { type Db, database } from '../db'
import { lockRoster } from '../people/queries'
import { countPeople, listUnits, type PlacedUnit } from './queries'

const system = systemScope('memberships follow the units that people are in')

/** The tree, held still until the transaction ends (also against rosters, which bring units too), and the unit that is spoken of. Refuses one that is not there. */
export async function holdTree(db: Db, scope: PersonScope<'unit.edit'>, unitId: string): Promise<{ units: PlacedUnit[]; unit: PlacedUnit }> {
  await lockRoster(db, system).catch((error: unknown) => {
    // Postgres waits for a lock only so long; a big roster takes longer.
    if (String(error).includes('55P03')) throw new AppError('unavailable', '正在导入花名册，机构暂时不能改。请几分钟后再试。')
    throw error
  })
  const units = await listUnits(db, scope)
  return { units, unit: unitIn(units, unitId) }
}

export function unitIn(units: PlacedUnit[], unitId: string): PlacedUnit {
  const unit = units.find((entry) => entry.id === unitId)
  if (!unit) throw new AppError('not-found', notFoundMessage)
  return unit
}

/** How many are on the books of this very unit. */
export const peopleOf = async (db: Db, scope: PersonScope<'unit.edit'>, unitId: string): Promise<number> =>
  (await countPeople(db, scope, unitId)).get(unitId) ?? 0

/** Memberships of people who stand elsewhere in the tree now. */
export const membershipsFollow = (db: Db, personIds: string[]): Promise<{ joined: number; ended: number }> => followRules(db, system, personIds)

class Rehearsed extends Error {
  constructor(readonly outcome: Rearranged) {
    super('a rehearsal is not kept')
  }
}

/**
 * Runs a move or merge in one transaction. A rehearsal does all of it and takes it back, so that the preview is what would happen and not
 * a second opinion about it.
 */
export async function rearrange<T>(rehearsal: boolean, work: (db: Db) => Promise<T | Rearranged>): Promise<T | Rearranged> {
  try {
    return await database().$transaction(
      async (db) => {
        const outcome = await work(db)
        if (rehearsal && isRearranged(outcome)) throw new Rehearsed(outcome)
        return outcome
      },
      // A province's people may have to follow.
      { maxWait: 5_000, timeout: 30_000 },
    )
  } catch (error) {
    if (error instanceof Rehearsed) return error.outcome
    throw error
  }
}
const isRearranged = (outcome: unknown): outcome is Rearranged => typeof outcome === 'object' && outcome !== null && 'units' in outcome
