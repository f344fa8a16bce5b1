import { lastSort, moveUnitBody, type Rearranged, refusalOfMove } from '@/domain/unit'
import { recordAudit } from '../audit/queries'
import { endpoint } from '../endpoint'
import { listPeopleBelow, rewritePaths, updateUnit } from './queries'
import { holdTree, membershipsFollow, rearrange, unitIn } from './tree'

/**
 * A unit with all below comes to stand below another, the last beside its new siblings. What happened in it counts there from now on, since
 * events name units and not paths. Refuses a place below itself, a closed parent, a wrong level and a name that is taken.
 */
export const moveUnit = endpoint('moveUnit', {
  kind: 'json',
  body: moveUnitBody,
  db: 'none',
  run: ({ actor, scope, params: { unitId }, body: { toId, rehearsal }, requestId }) =>
    rearrange(rehearsal, async (db) => {
      const { units, unit } = await holdTree(db, scope, unitId)
      const to = unitIn(units, toId)
      if (unit.parentId === toId) return { units: 0, people: 0, joined: 0, ended: 0, managers: [] }
      const refusal = refusalOfMove(units, unitId, toId)
      if (refusal) return refusal
      const people = await listPeopleBelow(db, scope, unit.path)
      await updateUnit(db, scope, unitId, { parentId: toId, sort: lastSort(units, toId) })
      await rewritePaths(db, scope, unit.path, `${to.path}${unitId}/`)
      const outcome: Rearranged = {
        units: units.filter((entry) => entry.active && entry.path.startsWith(unit.path) && entry.id !== unitId).length,
        people: people.filter((person) => person.onTheBooks).length,
        ...(await membershipsFollow(
          db,
          people.map((person) => person.id),
        )),
        managers: [],
      }
      const { managers: _none, ...figures } = outcome
      const parent = unit.parentId === null ? null : unitIn(units, unit.parentId)
      await recordAudit(db, scope, {
        actorId: actor.personId,
        action: 'unit.moved',
        subject: 'unit',
        subjectId: unitId,
        before: parent ? { parentId: parent.id, parentName: parent.name } : { parentId: null },
        after: { parentId: toId, parentName: to.name, ...figures },
        requestId,
      })
      return outcome
    }),
})
