import { AppError, refuse } from '@/domain/errors'
import { appointManagerBody } from '@/domain/unit'
import { notFoundMessage } from '../access'
import { recordAudit } from '../audit/queries'
import { endpoint } from '../endpoint'
import { insertManager, lockPerson } from './queries'
import { holdTree } from './tree'

/** Someone manages a unit and all below, from their next request on. Refuses a closed unit and whoever has left. */
export const appointManager = endpoint('appointManager', {
  kind: 'json',
  body: appointManagerBody,
  db: 'transaction',
  run: async ({ actor, scope, params: { unitId }, body: { personId }, db, requestId }) => {
    const { unit } = await holdTree(db, scope, unitId)
    const person = await lockPerson(db, scope, personId)
    if (!person) throw new AppError('not-found', notFoundMessage)
    if (!unit.active) return refuse('closed', `“${unit.name}”已停用。请先恢复它，再任命经理。`)
    if (person.status === 'left') return refuse('left', '这位同事已离职，请另选一位。')
    if (await insertManager(db, scope, unitId, personId))
      await recordAudit(db, scope, {
        actorId: actor.personId,
        action: 'manager.appointed',
        subject: 'unit',
        subjectId: unitId,
        after: { personId },
        requestId,
      })
    return { saved: true }
  },
})
