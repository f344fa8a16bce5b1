import { foldCertificateNumber, revokeCertificateBody } from '@/domain/certificate'
import { AppError, refuse } from '@/domain/errors'
import { notFoundMessage } from '../access'
import { recordAudit } from '../audit/queries'
import { endpoint } from '../endpoint'
import { findCertificate, revokeById } from './queries'

/** Revokes a certificate, with a reason and its number typed; whoever verifies it sees that at once. A repeat changes nothing. */
export const revokeCertificate = endpoint('revokeCertificate', {
  kind: 'json',
  body: revokeCertificateBody,
  db: 'transaction',
  run: async ({ actor, scope, params, body, db, requestId }) => {
    const certificate = await findCertificate(db, scope, params.certificateId)
    if (!certificate) throw new AppError('not-found', notFoundMessage)
    if (foldCertificateNumber(body.number) !== certificate.number) return refuse('number', '输入的编号与这张证书不一致，没有撤销。请核对后再输。')
    const reason = body.note.trim() ? `${body.reason}：${body.note.trim()}` : body.reason
    const revocation = await revokeById(db, scope, certificate.id, reason, actor.personId)
    if (!revocation) throw new AppError('not-found', notFoundMessage)
    if (revocation.changed)
      await recordAudit(db, scope, {
        actorId: actor.personId,
        action: 'certificate.revoked',
        subject: 'certificate',
        subjectId: certificate.id,
        before: { status: certificate.status },
        after: { status: 'revoked', reason },
        requestId,
      })
    return { revokedAt: revocation.revokedAt.toISOString() }
  },
})
