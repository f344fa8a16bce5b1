import { v7 as uuid } from 'uuid'
import { describe, expect, test } from 'vitest'
import { type Answer, rightAnswer, wrongAnswer } from '@/domain/grading'
import { env } from '@/server/env'
import { testDatabase } from '@/tests/database'
import { completeCurriculum, type KeyedContent, keyedContent, type MadePerson, makeOccurrence, makePerson, makeUnit, sessionCookie } from '@/tests/factories'
import { closeOverrunAttempts } from './close-overrun'
import { finishAttempt } from './finish-attempt'
import { paperOf } from './queries'
import { saveResponse } from './save-response'
import { startAttempt } from './start-attempt'

const db = testDatabase()
let published: Promise<KeyedContent> | undefined
const content = () => {
  published ??= keyedContent(db)
  return published
}
type Handler = typeof startAttempt
type Told = { status: number; data?: Record<string, unknown>; error?: { code: string; reason?: string; message: string } }

/** Sends a request as the browser would. `raw` goes out as it is; `headers` replace. */
async function send(
  handler: Handler,
  params: Record<string, string>,
  { as, body, raw, headers }: { as?: MadePerson; body?: unknown; raw?: string | Uint8Array<ArrayBuffer>; headers?: Record<string, string> },
): Promise<Told> {
  const cookie = as ? await sessionCookie(db, as.id) : null
  const response = await handler(
    new Request(`${env().NEXTAUTH_URL}/api/anything`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: env().NEXTAUTH_URL, ...(cookie ? { cookie: `${cookie.name}=${cookie.value}` } : {}), ...headers },
      body: raw ?? JSON.stringify(body ?? {}),
    }),
    { params: Promise.resolve(params) },
  )
  expect(response.headers.get('cache-control')).toBe('private, no-store')
  return { status: response.status, ...((await response.json()) as object) }
}

/** Someone who may sit the exam. */
async function ready() {
  const person = await makePerson(db, { unit: await makeUnit(db) })
  const occurrence = await makeOccurrence(db, { members: [person.id] })
  await completeCurriculum(db, await content(), person)
  return { person, occurrence }
}
async function begin(person: MadePerson) {
  const told = await send(startAttempt, {}, { as: person, body: { id: uuid(), kind: 'exam', subjectId: 'onboarding' } })
  return String(told.data?.attemptId)
}
async function answers(attemptId: string, right: number): Promise<{ itemId: string; answer: Answer }[]> {
  const { keys } = await content()
  const attempt = await db.attempt.findUniqueOrThrow({ where: { id: attemptId } })
  return paperOf(attempt).items.map((item, place) => {
    const key = keys.get(item.hash)
    if (!key) throw new Error(item.itemId)
    return { itemId: item.itemId, answer: place < right ? rightAnswer(key) : wrongAnswer(key, item.optionOrder) }
  })
}
const save = (person: MadePerson, attemptId: string, itemId: string, answer: Answer, sequence = 1, id = uuid()) =>
  send(saveResponse, { attemptId, itemId }, { as: person, body: { id, sequence, answer } })

describe('an exam', () => {
  test('opens only when every chapter is lit', async () => {
    const person = await makePerson(db, { unit: await makeUnit(db) })
    await makeOccurrence(db, { members: [person.id] })
    const told = await send(startAttempt, {}, { as: person, body: { id: uuid(), kind: 'exam', subjectId: 'onboarding' } })
    expect(told).toMatchObject({ status: 409, error: { reason: 'chapters' } })
    expect(await db.attempt.count({ where: { userId: person.id } })).toBe(0)
  })

  test('twenty starts at once give one attempt; it asks 30 items over every section', async () => {
    const { person } = await ready()
    const told = await Promise.all(Array.from({ length: 20 }, () => begin(person)))
    expect(new Set(told).size).toBe(1)
    const attempt = await db.attempt.findUniqueOrThrow({ where: { id: told[0] ?? '' } })
    const { sections } = await content()
    expect(paperOf(attempt).items).toHaveLength(30)
    expect(new Set(paperOf(attempt).items.map((item) => item.section))).toEqual(new Set(sections.keys()))
    expect(attempt.deadlineAt?.getTime()).toBe(attempt.startedAt.getTime() + 40 * 60_000)
  })

  test('tells nothing when an answer is saved, right or wrong alike; the last answer counts, a repeat is not a second one', async () => {
    const { person } = await ready()
    const attemptId = await begin(person)
    const [first] = await answers(attemptId, 30)
    if (!first) throw new Error('no item')
    const [{ answer: wrong } = first] = await answers(attemptId, 0)
    const id = uuid()
    const right = await save(person, attemptId, first.itemId, first.answer, 2, id)
    const other = await save(person, attemptId, first.itemId, wrong, 1)
    expect(Object.keys(right.data ?? {}).sort()).toEqual(['feedback', 'remainingSeconds', 'saved'])
    expect(other.data).toMatchObject({ saved: true, feedback: null })
    expect(right.data).toMatchObject({ saved: true, feedback: null })
    await save(person, attemptId, first.itemId, first.answer, 2, id)
    expect(await db.response.count({ where: { attemptId } })).toBe(2)
  })

  test('fifty finishes at once give one grade, one certificate, one payment', async () => {
    const { person, occurrence } = await ready()
    const attemptId = await begin(person)
    // The rest is left open: a wrong answer of some kinds earns a part of the mark.
    for (const [place, { itemId, answer }] of (await answers(attemptId, 24)).slice(0, 24).entries()) await save(person, attemptId, itemId, answer, place + 1)
    const told = await Promise.all(Array.from({ length: 50 }, () => send(finishAttempt, { attemptId }, { as: person })))
    expect(told.filter((entry) => entry.status === 200).length).toBeGreaterThan(0)
    for (const entry of told.filter((entry) => entry.status === 200)) expect(entry.data).toMatchObject({ scorePercent: 80, passed: true })
    expect(await db.certificate.count({ where: { personId: person.id, occurrenceId: occurrence.id } })).toBe(1)
    expect(await db.pointsEntry.count({ where: { userId: person.id, source: 'certificate' } })).toBe(1)
    expect((await db.assignmentMember.findFirstOrThrow({ where: { personId: person.id } })).completedAt).not.toBeNull()
  })

  test('one right answer fewer fails, pays nothing, and a retake waits 24 hours', async () => {
    const { person } = await ready()
    const attemptId = await begin(person)
    for (const [place, { itemId, answer }] of (await answers(attemptId, 23)).slice(0, 23).entries()) await save(person, attemptId, itemId, answer, place + 1)
    expect((await send(finishAttempt, { attemptId }, { as: person })).data).toMatchObject({ scorePercent: 76, passed: false, certificateId: null })
    const again = await send(startAttempt, {}, { as: person, body: { id: uuid(), kind: 'exam', subjectId: 'onboarding' } })
    expect(again).toMatchObject({ status: 409, error: { reason: 'wait' } })
    await db.attempt.update({ where: { id: attemptId }, data: { closedAt: new Date(Date.now() - 25 * 3_600_000) } })
    expect(await begin(person)).not.toBe(attemptId)
  })

  test('answers count to the end of the grace and are marked; then the job closes it with what was saved', async () => {
    const { person } = await ready()
    const attemptId = await begin(person)
    const [first, second] = await answers(attemptId, 30)
    if (!first || !second) throw new Error('no items')
    await db.attempt.update({ where: { id: attemptId }, data: { deadlineAt: new Date(Date.now() - 60_000) } })
    expect((await save(person, attemptId, first.itemId, first.answer)).status).toBe(200)
    expect((await db.response.findFirstOrThrow({ where: { attemptId } })).late).toBe(true)
    await db.attempt.update({ where: { id: attemptId }, data: { deadlineAt: new Date(Date.now() - 121_000) } })
    expect(await save(person, attemptId, second.itemId, second.answer)).toMatchObject({ status: 409, error: { reason: 'closed' } })
    expect(await closeOverrunAttempts()).toBeGreaterThanOrEqual(1)
    const closed = await db.attempt.findUniqueOrThrow({ where: { id: attemptId } })
    expect(closed).toMatchObject({ closedBy: 'job', passed: false, scorePercent: 3 })
    expect(await closeOverrunAttempts()).toBe(0)
  })
})

describe('practice', () => {
  test('the first answer counts and is explained; a second try at it changes nothing', async () => {
    const person = await makePerson(db, { unit: await makeUnit(db) })
    const lesson = [...(await content()).lessons.values()][0]
    const attemptId = String((await send(startAttempt, {}, { as: person, body: { id: uuid(), kind: 'check', subjectId: lesson?.id } })).data?.attemptId)
    const given = await answers(attemptId, 0)
    expect(await send(finishAttempt, { attemptId }, { as: person })).toMatchObject({ status: 409, error: { reason: 'unanswered' } })
    for (const { itemId, answer } of given) expect((await save(person, attemptId, itemId, answer)).data).toMatchObject({ feedback: { correct: false } })
    for (const { itemId, answer } of await answers(attemptId, 3))
      expect((await save(person, attemptId, itemId, answer)).data).toMatchObject({ feedback: { correct: false } })
    expect((await send(finishAttempt, { attemptId }, { as: person })).data).toMatchObject({ passed: false })
    expect(await db.completion.count({ where: { userId: person.id } })).toBe(0)
  })
})

describe('bad input', () => {
  const valid = { kind: 'exam', subjectId: 'onboarding' }
  const deep = `${'{"a":'.repeat(40)}1${'}'.repeat(40)}`
  const bodies: [string, number, Parameters<typeof send>[2]][] = [
    ['malformed', 400, { raw: '{"id":' }],
    ['oversized', 413, { raw: JSON.stringify({ id: 'x'.repeat(1_100_000) }) }],
    ['deeply nested', 400, { raw: deep }],
    ['hundred thousand levels', 413, { raw: `${'['.repeat(100_000)}${']'.repeat(100_000)}` }],
    ['wrong type', 400, { body: { ...valid, id: 7 } }],
    ['unknown field', 400, { body: { ...valid, id: uuid(), passed: true } }],
    ['NUL', 400, { body: { ...valid, id: uuid(), subjectId: 'a\0b' } }],
    ['lone surrogate', 400, { raw: `{"id":"${uuid()}","kind":"exam","subjectId":"\\ud800"}` }],
    ['not UTF-8', 400, { raw: new Uint8Array([0x7b, 0xff, 0x7d]) }],
    ['not JSON by its type', 415, { body: { ...valid, id: uuid() }, headers: { 'content-type': 'text/plain' } }],
    ['from another site', 403, { body: { ...valid, id: uuid() }, headers: { origin: 'https://evil.example' } }],
    ['from another site by fetch metadata', 403, { body: { ...valid, id: uuid() }, headers: { 'sec-fetch-site': 'cross-site' } }],
  ]
  test.each(bodies)('%s: refused with %i and a sentence, nothing stored', async (_name, status, request) => {
    const { person } = await ready()
    const told = await send(startAttempt, {}, { as: person, ...request })
    expect(told.status).toBe(status)
    expect(told.error?.message).toMatch(/[一-鿿].*。$/)
    expect(JSON.stringify(told)).not.toMatch(/prisma|select |zod|stack|\.ts/i)
    expect(await db.attempt.count({ where: { userId: person.id, kind: 'exam' } })).toBe(0)
  })

  test('strangers and forged sessions are told to sign in; what belongs to another does not exist', async () => {
    const [one, other] = [await ready(), await ready()]
    const attemptId = await begin(one.person)
    const [first] = await answers(attemptId, 1)
    if (!first) throw new Error('no item')
    const body = { id: uuid(), sequence: 1, answer: first.answer }
    expect((await send(saveResponse, { attemptId, itemId: first.itemId }, { body })).status).toBe(401)
    expect((await send(saveResponse, { attemptId, itemId: first.itemId }, { body, headers: { cookie: 'liangchuang=forged' } })).status).toBe(401)
    const foreign = await send(saveResponse, { attemptId, itemId: first.itemId }, { as: other.person, body })
    const absent = await send(saveResponse, { attemptId: uuid(), itemId: first.itemId }, { as: other.person, body })
    const unknown = await send(saveResponse, { attemptId, itemId: 'q-9-9-9-01' }, { as: one.person, body })
    for (const told of [foreign, absent, unknown]) expect(told).toMatchObject({ status: 404, error: { code: 'not-found', message: foreign.error?.message } })
    const cookie = await sessionCookie(db, one.person.id)
    await db.session.updateMany({ where: { personId: one.person.id }, data: { expiresAt: new Date(Date.now() - 1000) } })
    expect((await send(saveResponse, { attemptId, itemId: first.itemId }, { body, headers: { cookie: `${cookie.name}=${cookie.value}` } })).status).toBe(401)
    expect(await db.response.count({ where: { attemptId } })).toBe(0)
  })

  test('an answer that is none of this question is refused', async () => {
    const { person } = await ready()
    const attemptId = await begin(person)
    const attempt = await db.attempt.findUniqueOrThrow({ where: { id: attemptId } })
    const item = paperOf(attempt).items.find((entry) => entry.optionOrder.length > 0)
    if (!item) throw new Error('no choice item')
    expect((await save(person, attemptId, item.itemId, { kind: 'true-false', value: true })).status).toBe(400)
    expect((await save(person, attemptId, item.itemId, { kind: 'choice', options: ['f', 'f'] })).status).toBe(400)
  })
})
