import { branchesOf, chainOf, outline, refusalOfMerge, refusalOfMove, type TreeUnit, tellUnitChange } from '@/domain/unit'
import type { PersonScope } from '../access'
import type { Db } from '../db'
import {
  type Candidate,
  countPeople,
  findCandidates,
  listChanges,
  listManagers,
  listUnits,
  mostCandidates,
  type PlacedUnit,
  readNames,
  type UnitManager,
} from './queries'
import { unitIn } from './tree'

type UnitScope = PersonScope<'unit.edit'>
export type ShownUnit = TreeUnit & { depth: number; people: number; managers: string[] }

/** The whole tree: units as they are stored and in their order, with people on the books (in each and below) and who manages it. */
async function readWhole(db: Db, scope: UnitScope): Promise<{ units: PlacedUnit[]; shown: ShownUnit[]; managers: UnitManager[] }> {
  const [units, people, managers] = [await listUnits(db, scope), await countPeople(db, scope), await listManagers(db, scope)]
  const names = new Map<string, string[]>()
  for (const { unitId, name } of managers) names.set(unitId, [...(names.get(unitId) ?? []), name])
  const shown = outline(units, people).map(({ id, parentId, type, name, sort, active, depth, people }) => ({
    ...{ id, parentId, type, name, sort, active, depth, people },
    managers: names.get(id) ?? [],
  }))
  return { units, shown, managers }
}

/** What the page of the tree shows. */
export const readTree = async (db: Db, scope: UnitScope): Promise<ShownUnit[]> => (await readWhole(db, scope)).shown

/** A unit to choose, and where it stands. */
export type UnitOption = { id: string; name: string; place: string }

export type UnitPage = {
  unit: TreeUnit
  above: TreeUnit[]
  branches: ShownUnit[]
  /** On the books: of this very unit, and with all below. */
  people: { own: number; all: number }
  unitsBelow: number
  managers: UnitManager[]
  moveTargets: UnitOption[]
  mergeTargets: UnitOption[]
  changes: { id: string; at: Date; actor: string; says: string }[]
}

/** All that the page of one unit shows. Refuses one that is not there. */
export async function readUnit(db: Db, scope: UnitScope, unitId: string): Promise<UnitPage> {
  const { units, shown, managers } = await readWhole(db, scope)
  const unit = unitIn(units, unitId)
  const lines = await listChanges(db, scope, unit.id)
  const names = await readNames(db, scope, [
    ...new Set(lines.flatMap((line) => [line.actorId, personIdOf(line.before), personIdOf(line.after)]).filter((id) => id !== null)),
  ])
  const nameOf = (id: string) => names.get(id) ?? '已不在册的同事'
  const below = shown.filter((entry) => entry.active && entry.id !== unit.id && unitIn(units, entry.id).path.startsWith(unit.path))
  const option = ({ id, name }: TreeUnit): UnitOption => ({
    id,
    name,
    place: chainOf(units, id)
      .slice(0, -1)
      .map((above) => above.name)
      .join(' / '),
  })
  const all = shown.find((entry) => entry.id === unit.id)?.people ?? 0
  return {
    unit,
    above: chainOf(units, unit.id).slice(0, -1),
    branches: branchesOf(shown, unit.id),
    people: { own: all - branchesOf(shown, unit.id).reduce((sum, branch) => sum + branch.people, 0), all },
    unitsBelow: below.length,
    managers: managers.filter((manager) => manager.unitId === unit.id),
    moveTargets: shown.filter((entry) => entry.id !== unit.parentId && refusalOfMove(units, unit.id, entry.id) === null).map(option),
    // The likeliest first: one of its kind, beside it.
    mergeTargets: unit.active
      ? shown
          .filter((entry) => refusalOfMerge(units, unit.id, entry.id) === null)
          .sort((a, b) => likeness(b, unit) - likeness(a, unit))
          .map(option)
      : [],
    changes: lines.map((line) => ({
      id: line.id,
      at: line.at,
      actor: line.actorId === null ? '系统' : nameOf(line.actorId),
      says: tellUnitChange(line, nameOf),
    })),
  }
}

const likeness = (a: TreeUnit, b: TreeUnit) => (a.type === b.type ? 2 : 0) + (a.parentId === b.parentId ? 1 : 0)

const personIdOf = (json: unknown): string | null => {
  const id = typeof json === 'object' && json !== null && 'personId' in json ? json.personId : null
  return typeof id === 'string' ? id : null
}

/** Whom one could make a manager, and whether there are more than are told. */
export async function searchCandidates(db: Db, scope: UnitScope, text: string): Promise<{ candidates: Candidate[]; more: boolean }> {
  const found = await findCandidates(db, scope, text)
  return { candidates: found.slice(0, mostCandidates), more: found.length > mostCandidates }
}
