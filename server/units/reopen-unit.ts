import { z } from 'zod'
import { refusalOfReopen } from '@/domain/unit'
import { recordAudit } from '../audit/queries'
import { endpoint } from '../endpoint'
import { setActive } from './queries'
import { holdTree } from './tree'

/** Opens a closed unit again, empty and without managers. Refuses below a closed unit, and where its type does not fit. */
export const reopenUnit = endpoint('reopenUnit', {
  kind: 'json',
  body: z.strictObject({}),
  db: 'transaction',
  run: async ({ actor, scope, params: { unitId }, db, requestId }) => {
    const { units, unit } = await holdTree(db, scope, unitId)
    if (unit.active) return { saved: true }
    const refusal = refusalOfReopen(units, unitId)
    if (refusal) return refusal
    await setActive(db, scope, unitId, true)
    await recordAudit(db, scope, {
      actorId: actor.personId,
      action: 'unit.reopened',
      subject: 'unit',
      subjectId: unitId,
      before: { active: false },
      after: { active: true },
      requestId,
    })
    return { saved: true }
  },
})
