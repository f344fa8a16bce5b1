import { examTimeBody } from '@/domain/person'
import { recordAudit } from '../audit/queries'
import { endpoint } from '../endpoint'
import { holdPerson } from './hold-person'
import { updateLocked } from './queries'

/** How much time a person has in exams, in percent of the usual; from the next exam they begin. A repeat changes nothing. */
export const changeExamTime = endpoint('changeExamTime', {
  kind: 'json',
  body: examTimeBody,
  db: 'transaction',
  run: async ({ actor, scope, params, body: { percent }, db, requestId }) => {
    const person = await holdPerson(db, scope, params.personId)
    if (person.timePercent === percent) return { percent }
    await updateLocked(db, scope, person.id, { timePercent: percent })
    await recordAudit(db, scope, {
      actorId: actor.personId,
      action: 'exam-time.changed',
      subject: 'person',
      subjectId: person.id,
      before: { percent: person.timePercent },
      after: { percent },
      requestId,
    })
    return { percent }
  },
})
