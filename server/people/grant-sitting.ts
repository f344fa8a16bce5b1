import { refuse } from '@/domain/errors'
import { extraSittingBody } from '@/domain/person'
import { dayAndTime } from '@/domain/time'
import { hasExtraSitting, insertExtraSitting } from '../attempts/queries'
import { recordAudit } from '../audit/queries'
import { published } from '../content/store'
import { endpoint } from '../endpoint'
import { readExamDuties } from './exam-duties'
import { holdPerson } from './hold-person'

/**
 * One more sitting of an exam, at once and without a wait, with a reason; for whoever has to wait or has none left. The id is made by whoever
 * asks: the same again grants no second one.
 */
export const grantSitting = endpoint('grantSitting', {
  kind: 'json',
  body: extraSittingBody,
  db: 'transaction',
  run: async ({ actor, scope, params, body, db, requestId }) => {
    const person = await holdPerson(db, scope, params.personId)
    if (await hasExtraSitting(db, scope, person.id, body.id)) return { granted: true as const }
    const duty = (await readExamDuties(db, scope, await published(scope), person.id)).find(({ occurrenceId }) => occurrenceId === body.occurrenceId)
    if (!duty) return refuse('no-duty', '这项任务现在不要求本人考试。请核对后再加。')
    if (duty.sitting.kind === 'passed') return refuse('passed', '本人已经合格，不用加考。')
    if (duty.sitting.kind === 'may-sit') return refuse('may-sit', '本人现在就可以考，不用加考。')
    await insertExtraSitting(db, scope, { ...body, personId: person.id, grantedById: actor.personId })
    await recordAudit(db, scope, {
      actorId: actor.personId,
      action: 'sitting.granted',
      subject: 'person',
      subjectId: person.id,
      before: { sittings: duty.sittings, next: duty.sitting.kind === 'wait' ? dayAndTime(duty.sitting.until) : null },
      after: { occurrenceId: duty.occurrenceId, title: duty.title, reason: body.reason },
      requestId,
    })
    return { granted: true as const }
  },
})
