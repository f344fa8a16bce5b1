import { openCorrectionsAtMost, requestCorrectionBody } from '@/domain/correction'
import { refuse } from '@/domain/errors'
import { recordAudit } from '../audit/queries'
import { endpoint } from '../endpoint'
import { countOpenCorrections, insertCorrection, knowsCorrection } from './queries'

/** Stores what one says is wrong with one's own data. The same id again changes nothing; more than five open ones are refused. */
export const requestCorrection = endpoint('requestCorrection', {
  kind: 'json',
  body: requestCorrectionBody,
  db: 'transaction',
  run: async ({ actor, scope, body, db, requestId }) => {
    const open = await countOpenCorrections(db, scope)
    if (await knowsCorrection(db, scope, body.id)) return { requested: true as const }
    if (open >= openCorrectionsAtMost) return refuse('too-many', `已有${openCorrectionsAtMost}条在处理。有答复后，可以再提。`)
    if (!(await insertCorrection(db, scope, body))) return refuse('id', '没有提交成功。请刷新本页，再提交一次。')
    await recordAudit(db, scope, {
      actorId: actor.personId,
      action: 'correction.requested',
      subject: 'correction',
      subjectId: body.id,
      after: { says: body.says },
      requestId,
    })
    return { requested: true as const }
  },
})
