import { expect, it } from 'vitest'
import { signIn } from '@/server/auth/sign-in'
import { env } from '@/server/env'
import { testDatabase } from '@/tests/database'
import { grantRole, type MadePerson, makeCode, makePerson, makeUnit, sessionCookie } from '@/tests/factories'
import { firstSignIn } from './first-sign-in'
import { issueCode } from './issue-code'

const db = testDatabase()
const password = 'qingchuan2'

async function post(handler: typeof firstSignIn, params: Record<string, string>, body: object, as?: MadePerson) {
  const cookie = as && (await sessionCookie(db, as.id))
  const response = await handler(
    new Request(`${env().NEXTAUTH_URL}/api/x`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: env().NEXTAUTH_URL, ...(cookie ? { cookie: `${cookie.name}=${cookie.value}` } : {}) },
      body: JSON.stringify(body),
    }),
    { params: Promise.resolve(params) },
  )
  const answer = (await response.json()) as { data?: { code: string; loginName: string }; error?: { code: string; reason?: string; message: string } }
  return { status: response.status, ...answer }
}
const redeem = (person: MadePerson, code: string, chosen = password) => post(firstSignIn, {}, { loginName: person.loginName, code, password: chosen })
const newcomer = async () => makePerson(db, { unit: await makeUnit(db), passwordHash: null })

it('a code sets the password once; the name may be typed in any width, the code without dashes', async () => {
  const person = await newcomer()
  const code = await makeCode(db, person.id)
  const wide = person.loginName.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).toLowerCase()
  expect(await post(firstSignIn, {}, { loginName: ` ${wide} `, code: code.replaceAll('-', '').toLowerCase(), password })).toMatchObject({
    status: 200,
    data: { loginName: person.loginName.toUpperCase() },
  })
  expect(await signIn(person.loginName, password, false)).toMatchObject({ kind: 'signed-in', personId: person.id })
  expect(await redeem(person, code, 'another1pass')).toMatchObject({ status: 409, error: { reason: 'wrong' } })
  expect(await db.auditEntry.count({ where: { action: 'password.set', subjectId: person.id } })).toBe(1)
})

it('a wrong code, a wrong name, an expired code and somebody who has left are one answer', async () => {
  const person = await newcomer()
  const left = await makePerson(db, { unit: await makeUnit(db), passwordHash: null, status: 'left' })
  const expired = await newcomer()
  const expiredCode = await makeCode(db, expired.id)
  await db.oneTimeCode.updateMany({ where: { personId: expired.id }, data: { expiresAt: new Date(Date.now() - 1000) } })
  const message = '登录名或登录码不正确，还可以试4次。'
  const code = await makeCode(db, person.id)
  expect((await redeem(person, 'ABCD-EFGH')).error?.message).toBe(message)
  expect((await redeem({ ...person, loginName: `nobody${person.id}` }, code)).error?.message).toBe(message)
  expect((await redeem(expired, expiredCode)).error?.message).toBe(message)
  expect((await redeem(left, await makeCode(db, left.id))).error?.message).toBe(message)
})

it('five tries lock the name, also for the right code', async () => {
  const person = await newcomer()
  const code = await makeCode(db, person.id)
  for (let tries = 1; tries <= 5; tries++) expect((await redeem(person, 'ABCD')).error?.reason).toBe(tries < 5 ? 'wrong' : 'locked')
  expect(await redeem(person, code)).toMatchObject({ status: 409, error: { reason: 'locked' } })
})

it('a weak password costs no try and uses no code', async () => {
  const person = await newcomer()
  const code = await makeCode(db, person.id)
  expect((await redeem(person, code, 'short1')).error?.reason).toBe('password')
  expect((await redeem(person, code, `${person.loginName}a1`)).error?.reason).toBe('password')
  expect((await redeem(person, code)).status).toBe(200)
})

it('of four at once with one code, one gets in', async () => {
  const person = await newcomer()
  const code = await makeCode(db, person.id)
  const answers = await Promise.all(Array.from({ length: 4 }, () => redeem(person, code)))
  expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
})

it('a manager issues a code below, to nobody else, and never to someone who may do more', async () => {
  const province = await makeUnit(db)
  const city = await makeUnit(db, { parent: province, type: 'city' })
  const county = await makeUnit(db, { parent: city })
  const other = await makeUnit(db, { parent: province, type: 'city' })
  const manager = await makePerson(db, { unit: city })
  await grantRole(db, manager.id, 'manager', city.id)
  const below = await makePerson(db, { unit: county })
  const administrator = await makePerson(db, { unit: county })
  await grantRole(db, administrator.id, 'administrator')
  const elsewhere = await makePerson(db, { unit: other })
  const above = await makePerson(db, { unit: province })
  const ask = (person: { id: string }, as?: MadePerson) => post(issueCode as typeof firstSignIn, { personId: person.id }, {}, as)

  const first = await ask(below, manager)
  expect(first.status).toBe(200)
  const second = await ask(below, manager)
  expect((await redeem(below, first.data?.code ?? '')).error?.reason).toBe('wrong')
  expect((await redeem(below, second.data?.code ?? '')).status).toBe(200)
  expect(await db.auditEntry.count({ where: { action: 'code.issued', subjectId: below.id, actorId: manager.id } })).toBe(2)
  for (const person of [elsewhere, above, { id: 'nobody' }, { id: '01990000-0000-7000-8000-000000000000' }])
    expect((await ask(person, manager)).status).toBe(404)
  expect((await ask(administrator, manager)).error?.reason).toBe('higher-role')
  expect((await ask(below, below)).status).toBe(404)
  expect((await ask(below)).status).toBe(401)
  expect((await ask(below, administrator)).status).toBe(200)
})
