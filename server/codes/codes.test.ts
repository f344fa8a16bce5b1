import { afterAll, expect, it, vi } from 'vitest'
import { credentialFragment, mailedLink, readCredentialFragment } from '@/domain/credential'
import { openSession, readSession } from '@/server/auth/session'
import { signIn } from '@/server/auth/sign-in'
import { env } from '@/server/env'
import { firstSignIn } from '@/server/people/first-sign-in'
import { testDatabase } from '@/tests/database'
import { grantRole, type MadePerson, makeCode, makePerson, makeUnit, sessionCookie, testPassword } from '@/tests/factories'
import { authorize } from '../access'
import { askReset } from './ask-reset'
import { issueSlips } from './issue-slips'
import { listWaitingUnits } from './queries'
import { readWaiting } from './waiting'

// Before the settings are read, which importing does.
const mail = vi.hoisted(() => {
  const settings = { SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'liangchuang@example.com' }
  Object.assign(process.env, settings)
  return settings
})
afterAll(() => {
  for (const name of Object.keys(mail)) delete process.env[name]
})
const db = testDatabase()
const password = 'qingchuan2'

type Answer = {
  status: number
  data?: { asked?: true; leftOut: number; slips: { personId: string; loginName: string; code: string; name: string }[] }
  error?: { code: string; reason?: string; message: string }
}
async function post(handler: typeof firstSignIn, params: Record<string, string>, body: object, as?: MadePerson): Promise<Answer> {
  const cookie = as && (await sessionCookie(db, as.id))
  const response = await handler(
    new Request(`${env().NEXTAUTH_URL}/api/x`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: env().NEXTAUTH_URL, ...(cookie ? { cookie: `${cookie.name}=${cookie.value}` } : {}) },
      body: JSON.stringify(body),
    }),
    { params: Promise.resolve(params) },
  )
  return { status: response.status, ...((await response.json()) as Omit<Answer, 'status'>) }
}
const redeem = (loginName: string, code: string) => post(firstSignIn, {}, { loginName, code, password })
const print = (unitId: string, people: { id: string }[], as?: MadePerson) => post(issueSlips, { unitId }, { personIds: people.map(({ id }) => id) }, as)
const ask = (loginName: string) => post(askReset, {}, { loginName })

/** A city with a manager, a county below it, and who is waiting where. */
async function city() {
  const province = await makeUnit(db)
  const unit = await makeUnit(db, { parent: province, type: 'city' })
  const county = await makeUnit(db, { parent: unit })
  const other = await makeUnit(db, { parent: province, type: 'city' })
  const manager = await makePerson(db, { unit })
  await grantRole(db, manager.id, 'manager', unit.id)
  const newcomer = (at = county, more: Partial<Parameters<typeof makePerson>[1]> = {}) => makePerson(db, { unit: at, passwordHash: null, ...more })
  return { province, unit, county, other, manager, newcomer }
}
const mailed = async (recipient: string) =>
  (await db.mail.findMany({ where: { recipient }, orderBy: { createdAt: 'asc' } })).map(({ body }) => {
    const link = new URL(/^http\S+$/m.exec(body)?.[0] ?? '')
    return { link, ...readCredentialFragment(link.hash) }
  })
async function withMail(given: Partial<Parameters<typeof makePerson>[1]> = {}) {
  const person = await makePerson(db, { unit: await makeUnit(db), ...given })
  const address = `${person.loginName}@example.com`.toLowerCase()
  await db.person.update({ where: { id: person.id }, data: { mail: address } })
  return { ...person, mail: address }
}

it('a sheet of slips: everyone chosen gets a code that works, with one audit line each and one for the sheet', async () => {
  const { unit, county, manager, newcomer } = await city()
  const people = [await newcomer(unit), await newcomer(county), await newcomer(county, { loginNames: [`138${Date.now()}`.slice(0, 11), 'Z7'] })]
  const answer = await print(unit.id, people, manager)
  expect(answer).toMatchObject({ status: 200, data: { leftOut: 0 } })
  expect(answer.data?.slips.map((slip) => slip.personId).sort()).toEqual(people.map(({ id }) => id).sort())
  // The staff number is printed where there is one.
  expect(answer.data?.slips.find((slip) => slip.personId === people[2]?.id)?.loginName).toBe('Z7')
  for (const slip of answer.data?.slips ?? []) expect((await redeem(slip.loginName, slip.code)).status).toBe(200)
  const lines = await db.auditEntry.findMany({ where: { actorId: manager.id }, orderBy: { id: 'asc' } })
  expect(lines.map(({ action }) => action).sort()).toEqual(['code.issued', 'code.issued', 'code.issued', 'slips.issued'])
  expect(JSON.stringify(lines)).not.toContain(answer.data?.slips[0]?.code)
})

it('a second sheet ends the codes of the first', async () => {
  const { county, manager, newcomer } = await city()
  const person = await newcomer()
  const [first, second] = [await print(county.id, [person], manager), await print(county.id, [person], manager)]
  expect((await redeem(person.loginName, first.data?.slips[0]?.code ?? '')).error?.reason).toBe('wrong')
  expect((await redeem(person.loginName, second.data?.slips[0]?.code ?? '')).status).toBe(200)
})

it('who signed in already, has left, may do more or is elsewhere is left out; a unit out of reach does not exist', async () => {
  const { province, county, other, manager, newcomer } = await city()
  const person = await newcomer()
  const administrator = await newcomer()
  await grantRole(db, administrator.id, 'administrator')
  const leftOut = [
    await newcomer(other),
    await makePerson(db, { unit: county }),
    await newcomer(county, { status: 'left' }),
    administrator,
    await newcomer(province),
  ]
  const answer = await print(county.id, [person, ...leftOut], manager)
  expect(answer.data).toMatchObject({ leftOut: leftOut.length, slips: [{ personId: person.id }] })
  expect(await db.oneTimeCode.count({ where: { personId: { in: leftOut.map(({ id }) => id) } } })).toBe(0)
  expect((await print(county.id, leftOut, manager)).error?.reason).toBe('nobody')
  for (const unitId of [other.id, province.id, 'x', '01990000-0000-7000-8000-000000000000']) expect((await print(unitId, [person], manager)).status).toBe(404)
  expect((await print(county.id, [person], person)).status).toBe(404)
  expect((await print(county.id, [person])).status).toBe(401)
  expect((await print(county.id, [], manager)).error?.message).toBe('请先勾选要发登录码的人。')
})

it('the page lists who is waiting, first those without a slip, and counts units as the list does', async () => {
  const { unit, county, other, manager, newcomer } = await city()
  const [here, below, holds] = [await newcomer(unit, { name: '阿一' }), await newcomer(county, { name: '阿二' }), await newcomer(unit, { name: '阿〇' })]
  await makeCode(db, holds.id)
  const administrator = await newcomer(county)
  await grantRole(db, administrator.id, 'administrator')
  await newcomer(other)
  const actor = await readSession(await openSession(db, manager.id, false))
  if (!actor) throw new Error('no session')
  const scope = authorize(actor, 'code.issue')
  const read = (below: boolean) => readWaiting(db, scope, actor, unit.id, below)
  const all = await read(true)
  expect(all.people.map(({ id }) => id)).toEqual([here.id, below.id, holds.id])
  expect(all.people.map(({ codeUntil }) => codeUntil !== null)).toEqual([false, false, true])
  expect(all.higher).toBe(1)
  expect((await read(false)).people.map(({ id }) => id)).toEqual([here.id, holds.id])
  const units = await listWaitingUnits(db, scope)
  expect(units.map(({ id, waiting, waitingBelow }) => [id, waiting, waitingBelow])).toEqual([
    [unit.id, 2, 2],
    [county.id, 2, 0],
  ])
  await expect(readWaiting(db, scope, actor, other.id, true)).rejects.toMatchObject({ code: 'not-found' })
})

it('redeeming and printing at once wait for each other', async () => {
  const { county, manager, newcomer } = await city()
  const people = await Promise.all(Array.from({ length: 6 }, () => newcomer()))
  const slips = (await print(county.id, people, manager)).data?.slips ?? []
  const answers = await Promise.all([
    ...slips.map((slip) => redeem(slip.loginName, slip.code)),
    print(county.id, people, manager),
    print(county.id, people, manager),
  ])
  for (const { status } of answers) expect([200, 409]).toContain(status)
  for (const person of people)
    expect(await db.oneTimeCode.count({ where: { personId: person.id, usedAt: null, expiresAt: { gt: new Date() } } })).toBeLessThanOrEqual(1)
})

it('a link by mail sets a new password, opens a locked name and ends what was open; slips stay good until then', async () => {
  const person = await withMail()
  const slip = await makeCode(db, person.id)
  const before = await openSession(db, person.id, false)
  expect(await ask(person.loginName.toLowerCase())).toMatchObject({ status: 200, data: { asked: true } })
  const [letter] = await mailed(person.mail)
  expect(letter?.link.href).toBe(`${env().NEXTAUTH_URL}/reset${credentialFragment({ loginName: person.loginName.toUpperCase(), code: letter?.code ?? '' })}`)
  expect(`${letter?.link.pathname}${letter?.link.search}`).toBe('/reset')
  expect(await db.oneTimeCode.count({ where: { personId: person.id, expiresAt: { gt: new Date() } } })).toBe(2)
  expect(await readSession(before)).not.toBeNull()

  for (let tries = 0; tries < 5; tries++) await signIn(person.loginName, 'wrong0000', false)
  expect(await signIn(person.loginName, testPassword, false)).toMatchObject({ kind: 'locked' })
  expect((await redeem(letter?.loginName ?? '', letter?.code ?? '')).status).toBe(200)
  expect(await signIn(person.loginName, password, false)).toMatchObject({ kind: 'signed-in' })
  expect(await readSession(before)).toBeNull()
  expect((await redeem(person.loginName, slip)).error?.reason).toBe('wrong')
  expect((await redeem(person.loginName, letter?.code ?? '')).error?.reason).toBe('wrong')
  const lines = await db.auditEntry.findMany({ where: { subjectId: person.id }, orderBy: { at: 'asc' } })
  expect(lines.map(({ action, after }) => [action, after])).toEqual([
    ['reset.mailed', { minutes: mailedLink.minutes }],
    ['password.set', { via: 'mail' }],
  ])
})

it('a link outlives its hour by nothing', async () => {
  const person = await withMail()
  await ask(person.loginName)
  await db.oneTimeCode.updateMany({ where: { personId: person.id }, data: { expiresAt: new Date(Date.now() - 1000) } })
  const [letter] = await mailed(person.mail)
  expect((await redeem(letter?.loginName ?? '', letter?.code ?? '')).error?.reason).toBe('wrong')
})

it('at most three links an hour, also when asked for at once', async () => {
  const person = await withMail()
  const answers = await Promise.all(Array.from({ length: 8 }, () => ask(person.loginName)))
  expect(answers.every(({ status }) => status === 200)).toBe(true)
  expect(await mailed(person.mail)).toHaveLength(mailedLink.anHour)
  await db.oneTimeCode.updateMany({ where: { personId: person.id }, data: { createdAt: new Date(Date.now() - 61 * 60_000) } })
  await ask(person.loginName)
  expect(await mailed(person.mail)).toHaveLength(mailedLink.anHour + 1)
})

it('whatever exists, the answer is the same, and it waits until everything that may be done is done', async () => {
  const [known, left, without] = [await withMail(), await withMail({ status: 'left' }), await makePerson(db, { unit: await makeUnit(db) })]
  for (const name of [known.loginName, left.loginName, without.loginName, `NOBODY${known.id.slice(-4)}`]) {
    const began = performance.now()
    const { status, data } = await ask(name)
    expect({ status, data }).toEqual({ status: 200, data: { asked: true } })
    expect(performance.now() - began, name).toBeGreaterThan(390)
  }
  expect(await mailed(known.mail)).toHaveLength(1)
  expect(await mailed(left.mail)).toHaveLength(0)
})
