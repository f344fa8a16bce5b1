import { z } from 'zod'
import { AppError, refuse } from '@/domain/errors'
import { undoHours } from '@/domain/roster'
import { notFoundMessage } from '../access'
import { recordAudit } from '../audit/queries'
import { endpoint } from '../endpoint'
import { lockImport, setAsked, wakeWorker } from './queries'

/** Lets the worker undo an import within its time. A repeat changes nothing. */
export const undoRoster = endpoint('undoRoster', {
  kind: 'json',
  body: z.strictObject({}),
  db: 'transaction',
  run: async ({ actor, scope, params, db, requestId }) => {
    const importId = z.uuid().safeParse(params.importId).data
    const found = importId ? await lockImport(db, scope, importId) : null
    if (!found) throw new AppError('not-found', notFoundMessage)
    if (found.state === 'undoing' || found.state === 'undone') return { state: found.state }
    if (!found.undoable) return refuse('late', `只能在写入后${undoHours}小时内撤销。现在请上传改好的名册。`)
    await setAsked(db, scope, found.id, 'undoing', actor.personId)
    await recordAudit(db, scope, { actorId: actor.personId, action: 'roster.undo-asked', subject: 'roster', subjectId: found.id, requestId })
    await wakeWorker(db, scope)
    return { state: 'undoing' as const }
  },
})
