import { decideSitting, type SittingDecision } from '@/domain/attempt'
import type { PersonScope } from '../access'
import { listExamDuties } from '../attempts/queries'
import type { Published } from '../content/store'
import { type Db, databaseNow } from '../db'

export type ExamDuty = { occurrenceId: string; title: string; sittings: number; openSince: Date | null; sitting: SittingDecision }

/** The exams a person within reach still has to pass, each with what may be done now. */
export async function readExamDuties(
  db: Db,
  scope: PersonScope<'person.view'> | PersonScope<'exam.adjust'>,
  content: Published,
  personId: string,
): Promise<ExamDuty[]> {
  const [now, duties] = [await databaseNow(db), await listExamDuties(db, scope, personId)]
  return duties.flatMap(({ occurrenceId, title, programmeId, attempts, extra }) => {
    const programme = content.programmes.get(programmeId)
    if (!programme) return []
    const closed = attempts.flatMap(({ startedAt, closedAt, passed }) => (closedAt ? [{ startedAt, closedAt, passed: passed === true }] : []))
    const openSince = attempts.find(({ closedAt }) => closedAt === null)?.startedAt ?? null
    return [{ occurrenceId, title, sittings: closed.length, openSince, sitting: decideSitting(closed, programme.exam.retakeWaitHours, now, extra) }]
  })
}
