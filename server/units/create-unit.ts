import { createUnitBody, lastSort, refusalOfCreate } from '@/domain/unit'
import { recordAudit } from '../audit/queries'
import { endpoint } from '../endpoint'
import { insertUnit } from './queries'
import { holdTree } from './tree'

/** A new unit below another, the last beside its siblings. A repeat finds it there. Refuses a closed parent, a wrong level and a name that is taken. */
export const createUnit = endpoint('createUnit', {
  kind: 'json',
  body: createUnitBody,
  db: 'transaction',
  run: async ({ actor, scope, body: { id, parentId, type, name }, db, requestId }) => {
    const { units, unit: parent } = await holdTree(db, scope, parentId)
    if (units.some((unit) => unit.id === id)) return { unitId: id }
    const refusal = refusalOfCreate(units, parentId, { type, name })
    if (refusal) return refusal
    await insertUnit(db, scope, { id, parentId, type, name, sort: lastSort(units, parentId), active: true, path: `${parent.path}${id}/` })
    await recordAudit(db, scope, {
      actorId: actor.personId,
      action: 'unit.created',
      subject: 'unit',
      subjectId: id,
      after: { name, type, parentId, parentName: parent.name },
      requestId,
    })
    return { unitId: id }
  },
})
