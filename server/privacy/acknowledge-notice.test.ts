import { v7 as uuid } from 'uuid'
import { beforeEach, expect, it, vi } from 'vitest'
import { noticeVersion } from '@/domain/notice'
import { openPage } from '@/server/page'
import { testDatabase } from '@/tests/database'
import { type MadePerson, makePerson, makeUnit, sessionCookie } from '@/tests/factories'
import { ask, told } from '@/tests/requests'
import { acknowledgeNotice } from './acknowledge-notice'

const db = testDatabase()

/** What a page of ours gets to see of its request. */
let requested = new Headers()
vi.mock('next/headers', () => ({ headers: async () => requested }))
vi.mock('next/navigation', () => ({
  redirect: (to: string) => {
    throw new Error(`to ${to}`)
  },
  notFound: () => {
    throw new Error('not found')
  },
}))
beforeEach(() => {
  requested = new Headers()
})

async function at(path: string, person: MadePerson) {
  const cookie = await sessionCookie(db, person.id)
  requested = new Headers({ cookie: `${cookie.name}=${cookie.value}`, 'x-path': path })
}
const someone = async (version: string | null) => {
  const person = await makePerson(db, { unit: await makeUnit(db) })
  await db.person.update({ where: { id: person.id }, data: { noticeVersion: version } })
  return person
}
const acknowledge = async (as: MadePerson, version = noticeVersion) => told(await ask(db, acknowledgeNotice, { as, body: { version } }))

it.each([null, '2020-01-01'])('whoever has seen %s comes by the notice once, and goes on to where they were going', async (version) => {
  const person = await someone(version)
  await at('/map?view=list', person)
  await expect(openPage('learning.own')).rejects.toThrow(`to /notice?from=${encodeURIComponent('/map?view=list')}`)
  await expect(openPage('account.own')).resolves.toMatchObject({ actor: { noticeVersion: version } })
  await expect(openPage('account.sign-in')).resolves.toBeDefined()
  expect((await acknowledge(person)).status).toBe(200)
  expect((await acknowledge(person)).status).toBe(200)
  await expect(openPage('learning.own')).resolves.toMatchObject({ actor: { noticeVersion } })
  const stored = await db.person.findUniqueOrThrow({ where: { id: person.id } })
  expect(stored.noticeAt?.getTime()).toBeGreaterThan(Date.now() - 60_000)
  expect(await db.auditEntry.findMany({ where: { subjectId: person.id, action: 'notice.acknowledged' } })).toMatchObject([
    { actorId: person.id, before: { version }, after: { version: noticeVersion } },
  ])
})

it('a version that is not the present one is not recorded', async () => {
  const person = await someone(null)
  expect(await acknowledge(person, '2020-01-01')).toMatchObject({ status: 409, error: { reason: 'outdated' } })
  expect((await db.person.findUniqueOrThrow({ where: { id: person.id } })).noticeVersion).toBeNull()
})

it('an open exam is not interrupted; once it is closed the notice is due', async () => {
  const person = await someone(null)
  const id = uuid()
  await db.attempt.create({
    data: {
      id,
      userId: person.id,
      unitId: person.unitId,
      kind: 'exam',
      subjectId: 'onboarding',
      revisionId: uuid(),
      seed: id,
      paper: { items: [] },
      passPercent: 80,
    },
  })
  await at(`/attempts/${id}`, person)
  await expect(openPage('attempt.take')).resolves.toBeDefined()
  await expect(openPage('learning.own')).resolves.toBeDefined()
  await db.attempt.update({ where: { id }, data: { closedAt: new Date() } })
  await expect(openPage('attempt.take')).rejects.toThrow('to /notice')
})
