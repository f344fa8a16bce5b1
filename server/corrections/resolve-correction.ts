import { z } from 'zod'
import { resolveCorrectionBody } from '@/domain/correction'
import { AppError, refuse } from '@/domain/errors'
import { notFoundMessage } from '../access'
import { recordAudit } from '../audit/queries'
import { endpoint } from '../endpoint'
import { lockCorrection, storeOutcome } from './queries'

/** Answers a request for correction; the person reads the answer under their own data. The same answer again changes nothing, another one is refused. */
export const resolveCorrection = endpoint('resolveCorrection', {
  kind: 'json',
  body: resolveCorrectionBody,
  db: 'transaction',
  run: async ({ actor, scope, params, body, db, requestId }) => {
    const id = z.uuid().safeParse(params.correctionId).data
    const correction = id ? await lockCorrection(db, scope, id) : null
    if (!correction) throw new AppError('not-found', notFoundMessage)
    if (correction.resolvedAt) {
      if (correction.outcome === body.outcome) return { resolved: true as const }
      return refuse('resolved', '这条申请已有答复。请刷新本页查看。')
    }
    await storeOutcome(db, scope, correction.id, body.outcome, actor.personId)
    await recordAudit(db, scope, {
      actorId: actor.personId,
      action: 'correction.resolved',
      subject: 'correction',
      subjectId: correction.id,
      after: { outcome: body.outcome },
      requestId,
    })
    return { resolved: true as const }
  },
})
