import { v7 as uuid } from 'uuid'
import { afterEach, expect, test } from 'vitest'
import { wrongAnswer } from '@/domain/grading'
import { finishAttempt } from '@/server/attempts/finish-attempt'
import { paperOf } from '@/server/attempts/queries'
import { saveResponse } from '@/server/attempts/save-response'
import { startAttempt } from '@/server/attempts/start-attempt'
import { env } from '@/server/env'
import { testDatabase } from '@/tests/database'
import { completeCurriculum, grantRole, keyedContent, type MadePerson, makeOccurrence, makePerson, makeUnit, sessionCookie } from '@/tests/factories'
import { suspendQuestion } from './suspend-question'

const db = testDatabase()
afterEach(async () => {
  await db.suspension.deleteMany()
})

async function send(handler: typeof startAttempt, params: Record<string, string>, person: MadePerson, body: unknown = {}) {
  const cookie = await sessionCookie(db, person.id)
  const response = await handler(
    new Request(`${env().NEXTAUTH_URL}/api/anything`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: env().NEXTAUTH_URL, cookie: `${cookie.name}=${cookie.value}` },
      body: JSON.stringify(body),
    }),
    { params: Promise.resolve(params) },
  )
  return { status: response.status, ...((await response.json()) as { data?: Record<string, unknown>; error?: { code: string; reason?: string } }) }
}
async function owner() {
  const person = await makePerson(db, { unit: await makeUnit(db) })
  await grantRole(db, person.id, 'content_owner')
  return person
}
async function sitting() {
  const person = await makePerson(db, { unit: await makeUnit(db) })
  await makeOccurrence(db, { members: [person.id] })
  await completeCurriculum(db, await keyedContent(db), person)
  const told = await send(startAttempt, {}, person, { id: uuid(), kind: 'exam', subjectId: 'onboarding' })
  const attempt = await db.attempt.findUniqueOrThrow({ where: { id: String(told.data?.attemptId) } })
  return { person, attempt, items: paperOf(attempt).items }
}
const reason = '两个选项都说得通'

test('a question suspended while an exam is open counts as right for everybody, answered wrong or not at all', async () => {
  const { keys } = await keyedContent(db)
  const { person, attempt, items } = await sitting()
  const [answered, left] = items
  if (!answered || !left) throw new Error('no items')
  const key = keys.get(answered.hash)
  if (!key) throw new Error('no key')
  await send(saveResponse, { attemptId: attempt.id, itemId: answered.itemId }, person, {
    id: uuid(),
    sequence: 1,
    answer: wrongAnswer(key, answered.optionOrder),
  })
  const who = await owner()
  for (const { itemId } of [answered, left])
    expect(await send(suspendQuestion, { questionId: itemId }, who, { reason })).toMatchObject({ status: 200, data: { suspended: true } })
  await send(finishAttempt, { attemptId: attempt.id }, person)
  const { result, scorePercent } = await db.attempt.findUniqueOrThrow({ where: { id: attempt.id } })
  expect(scorePercent).toBe(Math.floor((2 / 30) * 100))
  const graded = (result as { items: { itemId: string; correct: boolean; suspended?: boolean }[] }).items
  expect(graded.filter(({ suspended }) => suspended).map(({ itemId }) => itemId)).toEqual(items.slice(0, 2).map(({ itemId }) => itemId))
  expect(await db.auditEntry.count({ where: { actorId: who.id, action: 'question.suspended' } })).toBe(2)
})

test('a suspended question is on no new paper until it is put back', async () => {
  const { examPool } = await keyedContent(db)
  const section = '1.4'
  const all = examPool.filter((candidate) => candidate.section === section)
  const who = await owner()
  for (const { itemId } of all.slice(1)) await send(suspendQuestion, { questionId: itemId }, who, { reason })
  const papers = await Promise.all([sitting(), sitting(), sitting()])
  for (const { items } of papers) expect(items.filter((item) => item.section === section).map(({ itemId }) => itemId)).toEqual([all[0]?.itemId])
  // The last one of a section stays: without it no paper could be drawn.
  expect(await send(suspendQuestion, { questionId: all[0]?.itemId ?? '' }, who, { reason })).toMatchObject({ status: 409, error: { reason: 'last' } })
  expect(await send(suspendQuestion, { questionId: all[1]?.itemId ?? '' }, who, { reason: null })).toMatchObject({ status: 200, data: { suspended: false } })
  expect(await db.suspension.count()).toBe(all.length - 2)
})

test('who does not own the content finds nothing to suspend; a reason is asked for', async () => {
  const [first] = (await keyedContent(db)).examPool
  const questionId = first?.itemId ?? ''
  const learner = await makePerson(db, { unit: await makeUnit(db) })
  await grantRole(db, learner.id, 'administrator')
  expect((await send(suspendQuestion, { questionId }, learner, { reason })).status).toBe(404)
  const who = await owner()
  expect((await send(suspendQuestion, { questionId }, who, { reason: ' ' })).status).toBe(400)
  expect((await send(suspendQuestion, { questionId: 'q-9-9-01' }, who, { reason })).status).toBe(404)
  expect(await db.suspension.count()).toBe(0)
})
