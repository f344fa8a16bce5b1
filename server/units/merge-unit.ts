import { branchesOf, lastSort, mergeUnitBody, type Rearranged, refusalOfMerge } from '@/domain/unit'
import { recordAudit } from '../audit/queries'
import { endpoint } from '../endpoint'
import { deleteManager, listManagers, listPeopleBelow, rewritePaths, setActive, transferPeople, updateUnit } from './queries'
import { holdTree, membershipsFollow, rearrange, unitIn } from './tree'

/**
 * One unit is merged into another: its people and open units below come there, its managers' roles end, and it stays below the other, closed,
 * so that what happened in it counts there and no event is rewritten. Refuses what would stand in a wrong place or beside a namesake.
 */
export const mergeUnit = endpoint('mergeUnit', {
  kind: 'json',
  body: mergeUnitBody,
  db: 'none',
  run: ({ actor, scope, params: { unitId }, body: { intoId, rehearsal }, requestId }) =>
    rearrange(rehearsal, async (db) => {
      const { units, unit } = await holdTree(db, scope, unitId)
      const into = unitIn(units, intoId)
      if (!unit.active && unit.parentId === intoId) return { units: 0, people: 0, joined: 0, ended: 0, managers: [] }
      const refusal = refusalOfMerge(units, unitId, intoId)
      if (refusal) return refusal

      const below = await listPeopleBelow(db, scope, unit.path)
      const onTheBooks = below.filter((person) => person.onTheBooks).length
      // People before units, as whoever changes a person locks them: else two that cross would wait for each other.
      const transferred = await transferPeople(db, scope, unitId, intoId)
      const managers = await listManagers(db, scope, unitId)
      for (const { personId } of managers) await deleteManager(db, scope, unitId, personId)

      const coming = branchesOf(units, unitId).filter((branch) => branch.active)
      const sort = lastSort(units, intoId)
      for (const [place, branch] of coming.entries()) {
        await updateUnit(db, scope, branch.id, { parentId: intoId, sort: sort + place })
        await rewritePaths(db, scope, branch.path, `${into.path}${branch.id}/`)
      }
      await setActive(db, scope, unitId, false)
      await updateUnit(db, scope, unitId, { parentId: intoId, sort: sort + coming.length })
      await rewritePaths(db, scope, unit.path, `${into.path}${unitId}/`)

      const outcome: Rearranged = {
        units: units.filter((entry) => entry.active && entry.id !== unitId && entry.path.startsWith(unit.path)).length,
        people: onTheBooks,
        ...(await membershipsFollow(
          db,
          below.map((person) => person.id),
        )),
        managers: managers.map((manager) => manager.name),
      }
      const { managers: _names, ...figures } = outcome
      const line = { actorId: actor.personId, subject: 'unit', requestId }
      await recordAudit(db, scope, {
        ...line,
        action: 'unit.merged',
        subjectId: unitId,
        before: { parentId: unit.parentId, managerIds: managers.map((manager) => manager.personId) },
        after: { intoId, intoName: into.name, ...figures, unitIds: coming.map((branch) => branch.id), personIds: transferred },
      })
      await recordAudit(db, scope, { ...line, action: 'unit.absorbed', subjectId: intoId, after: { fromId: unitId, fromName: unit.name, ...figures } })
      return outcome
    }),
})
