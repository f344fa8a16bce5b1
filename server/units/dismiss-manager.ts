import { z } from 'zod'
import { recordAudit } from '../audit/queries'
import { endpoint } from '../endpoint'
import { deleteManager } from './queries'
import { holdTree } from './tree'

/** Someone no longer manages a unit, from their next request on. Where they do not manage it, nothing happens. */
export const dismissManager = endpoint('dismissManager', {
  kind: 'json',
  body: z.strictObject({}),
  db: 'transaction',
  run: async ({ actor, scope, params, db, requestId }) => {
    const { unit } = await holdTree(db, scope, params.unitId)
    const personId = z.uuid().safeParse(params.personId).data
    if (personId && (await deleteManager(db, scope, unit.id, personId)))
      await recordAudit(db, scope, {
        actorId: actor.personId,
        action: 'manager.dismissed',
        subject: 'unit',
        subjectId: unit.id,
        before: { personId },
        requestId,
      })
    return { saved: true }
  },
})
