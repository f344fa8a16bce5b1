import { refuse } from '@/domain/errors'
import { initialsOf } from '@/domain/initials'
import { renameBody } from '@/domain/person'
import { recordAudit } from '../audit/queries'
import { reissueCertificates } from '../certificates/queries'
import { published } from '../content/store'
import { endpoint } from '../endpoint'
import { holdPerson } from './hold-person'
import { updateLocked } from './queries'

/**
 * Gives a person another name, with a reason. Valid certificates are revoked and issued again in that name, with the same dates, score and
 * attempt; the former numbers can still be verified, as revoked. A repeat changes nothing.
 */
export const renamePerson = endpoint('renamePerson', {
  kind: 'json',
  body: renameBody,
  db: 'transaction',
  run: async ({ actor, scope, params, body, db, requestId }) => {
    const person = await holdPerson(db, scope, params.personId)
    if (person.name === body.now) return { reissued: [] }
    if (person.name !== body.was) return refuse('changed', `姓名刚刚被改为“${person.name}”。请核对后再改。`)
    const { settings } = await published(scope)
    await updateLocked(db, scope, person.id, { name: body.now, nameInitials: initialsOf(body.now) })
    const reissued = await reissueCertificates(db, scope, {
      personId: person.id,
      holderName: body.now,
      reason: '更名',
      actorId: actor.personId,
      prefix: settings.certificatePrefix,
    })
    const line = { actorId: actor.personId, requestId }
    await recordAudit(db, scope, {
      ...line,
      action: 'person.renamed',
      subject: 'person',
      subjectId: person.id,
      before: { name: person.name },
      after: { name: body.now, reason: body.reason },
    })
    for (const { before, after } of reissued) {
      const subject = 'certificate'
      await recordAudit(db, scope, {
        ...line,
        action: 'certificate.revoked',
        subject,
        subjectId: before.id,
        before: { status: 'valid' },
        after: { status: 'revoked', reason: '更名' },
      })
      await recordAudit(db, scope, {
        ...line,
        action: 'certificate.reissued',
        subject,
        subjectId: after.id,
        before: { number: before.number, holderName: before.holderName },
        after: { number: after.number, holderName: body.now },
      })
    }
    return { reissued: reissued.map(({ before, after }) => ({ before: before.number, after: after.number })) }
  },
})
