import { changeUnitBody, refusalOfChange } from '@/domain/unit'
import { recordAudit } from '../audit/queries'
import { endpoint } from '../endpoint'
import { updateUnit } from './queries'
import { holdTree } from './tree'

/** Another name, type or place among its siblings. Refuses a name that is taken and a type that does not fit above or below. */
export const changeUnit = endpoint('changeUnit', {
  kind: 'json',
  body: changeUnitBody,
  db: 'transaction',
  run: async ({ actor, scope, params: { unitId }, body, db, requestId }) => {
    const { units, unit } = await holdTree(db, scope, unitId)
    const refusal = refusalOfChange(units, unitId, body)
    if (refusal) return refusal
    const changed = (['name', 'type', 'sort'] as const).filter((field) => body[field] !== unit[field])
    if (changed.length === 0) return { saved: true }
    await updateUnit(db, scope, unitId, body)
    await recordAudit(db, scope, {
      actorId: actor.personId,
      action: 'unit.changed',
      subject: 'unit',
      subjectId: unitId,
      before: Object.fromEntries(changed.map((field) => [field, unit[field]])),
      after: Object.fromEntries(changed.map((field) => [field, body[field]])),
      requestId,
    })
    return { saved: true }
  },
})
