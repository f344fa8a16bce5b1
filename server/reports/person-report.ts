import { z } from 'zod'
import { AppError } from '@/domain/errors'
import { isOverdue } from '@/domain/overdue'
import { type MemberState, memberState } from '@/domain/report'
import { businessDay, dateOnly } from '@/domain/time'
import { notFoundMessage, type PersonScope } from '../access'
import type { Published } from '../content/store'
import { type Db, databaseNow } from '../db'
import { findPerson, listDuties, type PersonDuty, type PersonExam, type PersonRow, readHistory } from './queries'

export type PersonReport = {
  person: PersonRow
  duties: (Omit<PersonDuty, 'dueOn'> & { dueOn: string; state: MemberState; overdue: boolean })[]
  chapters: { id: string; title: string; done: boolean; steps: number; stepsDone: number }[]
  scenarios: { total: number; done: number }
  exams: PersonExam[]
  certificates: {
    id: string
    number: string
    title: string
    scorePercent: number
    issuedOn: string
    validUntil: string
    status: 'valid' | 'expired' | 'revoked'
  }[]
  asOf: Date
}

/** One person within reach: what is required, learned, sat and certified. Refuses others as if they did not exist. */
export async function readPersonReport(db: Db, scope: PersonScope<'person.view'>, content: Published, personId: string): Promise<PersonReport> {
  const person = z.uuid().safeParse(personId).success ? await findPerson(db, scope, personId) : null
  if (!person) throw new AppError('not-found', notFoundMessage)
  const [asOf, duties, history] = await Promise.all([databaseNow(db), listDuties(db, scope, person.id), readHistory(db, scope, person.id)])
  const today = businessDay(asOf)
  const done = (kind: string) => new Set(history.completions.filter((completion) => completion.kind === kind).map((completion) => completion.subjectId))
  const [lessons, quizzes, lit, scenarios] = [done('lesson'), done('quiz'), done('chapter'), done('scenario')]
  return {
    person,
    duties: duties.map((duty) => {
      const dueOn = dateOnly(duty.dueOn)
      const state = memberState({ waived: duty.waivedAt !== null, completed: duty.completedAt !== null, begun: duty.begun })
      return { ...duty, dueOn, state, overdue: (state === 'in-progress' || state === 'not-started') && isOverdue(dueOn, dateOnly(person.hiredOn), today) }
    }),
    chapters: content.chapters.map(({ id, title, lessons: ids }) => {
      const stepsDone = ids.filter((lesson) => lessons.has(lesson)).length + (quizzes.has(id) ? 1 : 0)
      return { id, title, done: lit.has(id), steps: ids.length + 1, stepsDone }
    }),
    scenarios: { total: content.scenarios.size, done: [...content.scenarios.keys()].filter((id) => scenarios.has(id)).length },
    exams: history.exams,
    certificates: history.certificates.map(({ revokedAt, issuedOn, validUntil, ...certificate }) => ({
      ...certificate,
      issuedOn: dateOnly(issuedOn),
      validUntil: dateOnly(validUntil),
      status: revokedAt ? 'revoked' : dateOnly(validUntil) < today ? 'expired' : 'valid',
    })),
    asOf,
  }
}
