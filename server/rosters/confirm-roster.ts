import { z } from 'zod'
import { AppError, refuse } from '@/domain/errors'
import { leaversNeedConfirming } from '@/domain/roster'
import { confirmRosterBody } from '@/domain/roster-import'
import { notFoundMessage } from '../access'
import { recordAudit } from '../audit/queries'
import { endpoint } from '../endpoint'
import { lockImport, setAsked, wakeWorker } from './queries'

/** Lets the worker write what the dry run shows. Many leavers are confirmed by their number. A repeat changes nothing. */
export const confirmRoster = endpoint('confirmRoster', {
  kind: 'json',
  body: confirmRosterBody,
  db: 'transaction',
  run: async ({ actor, scope, params, body, db, requestId }) => {
    const importId = z.uuid().safeParse(params.importId).data
    const found = importId ? await lockImport(db, scope, importId) : null
    if (!found) throw new AppError('not-found', notFoundMessage)
    if (found.state === 'writing' || found.state === 'written') return { state: found.state }
    if (found.state !== 'checked' || !found.summary) return refuse('state', '这份名册现在不能写入。请重新上传。')
    const { counts } = found.summary
    if (!found.hasFile) return refuse('expired', '预检已过期。请重新上传这份名册。')
    if (counts.wrong > 0) return refuse('wrong', `还有${counts.wrong}行有误。改好后重新上传。`)
    if (counts.new + counts.changed + counts.leaving === 0) return refuse('nothing', '和平台上一致，没有要写入的。')
    if (leaversNeedConfirming(counts) && body.leavers !== counts.leaving) return refuse('leavers', `这次有${counts.leaving}人离职。请核对后输入这个人数。`)
    await setAsked(db, scope, found.id, 'writing', actor.personId)
    await recordAudit(db, scope, {
      actorId: actor.personId,
      action: 'roster.confirmed',
      subject: 'roster',
      subjectId: found.id,
      after: { ...counts },
      requestId,
    })
    await wakeWorker(db, scope)
    return { state: 'writing' as const }
  },
})
