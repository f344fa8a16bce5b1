import { z } from 'zod'
import { refusalOfClose } from '@/domain/unit'
import { recordAudit } from '../audit/queries'
import { endpoint } from '../endpoint'
import { deleteManager, listManagers, lockUnit, setActive } from './queries'
import { holdTree, peopleOf } from './tree'

/** Closes an empty unit; its managers' roles end. Refuses while anyone is on its books or an open unit below, and the last at the top. */
export const closeUnit = endpoint('closeUnit', {
  kind: 'json',
  body: z.strictObject({}),
  db: 'transaction',
  run: async ({ actor, scope, params: { unitId }, db, requestId }) => {
    const { units, unit } = await holdTree(db, scope, unitId)
    if (!unit.active) return { saved: true }
    await lockUnit(db, scope, unitId)
    const refusal = refusalOfClose(units, unitId, await peopleOf(db, scope, unitId))
    if (refusal) return refusal
    const managers = await listManagers(db, scope, unitId)
    for (const { personId } of managers) await deleteManager(db, scope, unitId, personId)
    await setActive(db, scope, unitId, false)
    await recordAudit(db, scope, {
      actorId: actor.personId,
      action: 'unit.closed',
      subject: 'unit',
      subjectId: unitId,
      before: { active: true, managerIds: managers.map((manager) => manager.personId) },
      after: { active: false },
      requestId,
    })
    return { saved: true }
  },
})
