import { refuse } from '@/domain/errors'
import { acknowledgeNoticeBody, noticeVersion } from '@/domain/notice'
import { recordAudit } from '../audit/queries'
import { endpoint } from '../endpoint'
import { storeAcknowledgement } from './queries'

/** Records that one has been shown the notice in this version. A repeat changes nothing; another version than the present one is refused. */
export const acknowledgeNotice = endpoint('acknowledgeNotice', {
  kind: 'json',
  body: acknowledgeNoticeBody,
  db: 'transaction',
  run: async ({ actor, scope, body, db, requestId }) => {
    if (body.version !== noticeVersion) return refuse('outdated', '隐私说明刚有更新。请刷新本页，再看一遍。')
    if (await storeAcknowledgement(db, scope, noticeVersion))
      await recordAudit(db, scope, {
        actorId: actor.personId,
        action: 'notice.acknowledged',
        subject: 'person',
        subjectId: actor.personId,
        before: { version: actor.noticeVersion },
        after: { version: noticeVersion },
        requestId,
      })
    return { acknowledged: true as const }
  },
})
