import { expect, it } from 'vitest'
import { changePassword } from '@/server/auth/change-password'
import { hashSessionId, openSession, readSession, sessionCookieName } from '@/server/auth/session'
import { signIn, signInVouched } from '@/server/auth/sign-in'
import { env } from '@/server/env'
import { testDatabase } from '@/tests/database'
import { grantRole, type MadePerson, makeCode, makePerson, makeUnit, sessionCookie, testPassword } from '@/tests/factories'
import { authorize } from '../access'
import { countSessions, listOwnSessions } from './queries'
import { revokeOtherSessions } from './revoke-other-sessions'
import { revokePersonSessions } from './revoke-person-sessions'
import { revokeSession } from './revoke-session'

const db = testDatabase()
const newPassword = 'qingchuan2'

type Answer = { status: number; data?: { revoked: number }; error?: { code: string; reason?: string; message: string } }
/** Asks with a session id, or as a person in a session of its own. */
async function post(handler: typeof revokeSession, params: Record<string, string>, body: object, cookie: { value: string }): Promise<Answer> {
  const response = await handler(
    new Request(`${env().NEXTAUTH_URL}/api/x`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: env().NEXTAUTH_URL, cookie: `${sessionCookieName()}=${cookie.value}` },
      body: JSON.stringify(body),
    }),
    { params: Promise.resolve(params) },
  )
  return { status: response.status, ...((await response.json()) as Omit<Answer, 'status'>) }
}
const person = async () => makePerson(db, { unit: await makeUnit(db) })
const open = (someone: MadePerson, device = 'Chrome，Windows') => openSession(db, someone.id, true, device)
const alive = async (ids: string[]) => (await Promise.all(ids.map((id) => readSession(id)))).map((actor) => actor !== null)

it('one sees where one is signed in, and nobody else; what has ended or lain idle is gone', async () => {
  const someone = await person()
  const [here, phone, over, idle] = [await open(someone), await open(someone, '微信，安卓'), await open(someone), await openSession(db, someone.id, false)]
  await open(await person())
  await db.session.update({ where: { id: hashSessionId(over) }, data: { expiresAt: new Date(Date.now() - 1000) } })
  await db.session.update({ where: { id: hashSessionId(idle) }, data: { lastSeenAt: new Date(Date.now() - 3 * 3_600_000) } })
  const actor = await readSession(here)
  if (!actor) throw new Error('no session')
  const list = await listOwnSessions(db, authorize(actor, 'account.own'))
  expect(list.map(({ id }) => id).sort()).toEqual([here, phone].map(hashSessionId).sort())
  expect(list.map(({ device }) => device).sort()).toEqual(['Chrome，Windows', '微信，安卓'].sort())
})

it("one ends one of one's own, never somebody else's; again is harmless", async () => {
  const [someone, other] = [await person(), await person()]
  const cookie = await sessionCookie(db, someone.id)
  const [phone, tablet, foreign] = [await open(someone), await open(someone), await open(other)]
  const end = (id: string) => post(revokeSession, { sessionId: hashSessionId(id) }, {}, cookie)
  expect((await end(phone)).data).toEqual({ revoked: 1 })
  expect((await end(phone)).data).toEqual({ revoked: 0 })
  expect((await end(foreign)).data).toEqual({ revoked: 0 })
  expect(await alive([phone, tablet, foreign])).toEqual([false, true, true])
  expect(await db.auditEntry.count({ where: { action: 'sessions.revoked', subjectId: someone.id } })).toBe(1)
})

it('all others end, this one stays', async () => {
  const someone = await person()
  const cookie = await sessionCookie(db, someone.id)
  const others = await Promise.all([open(someone), open(someone), open(someone)])
  expect((await post(revokeOtherSessions, {}, {}, cookie)).data).toEqual({ revoked: 3 })
  expect(await alive(others)).toEqual([false, false, false])
  expect((await post(revokeOtherSessions, {}, {}, cookie)).data).toEqual({ revoked: 0 })
})

it('a manager ends those of somebody below, of nobody else, and not of whoever may do more', async () => {
  const province = await makeUnit(db)
  const city = await makeUnit(db, { parent: province, type: 'city' })
  const manager = await makePerson(db, { unit: city })
  await grantRole(db, manager.id, 'manager', city.id)
  const [below, above, administrator] = [await makePerson(db, { unit: city }), await makePerson(db, { unit: province }), await makePerson(db, { unit: city })]
  await grantRole(db, administrator.id, 'administrator')
  const cookie = await sessionCookie(db, manager.id)
  const [theirs, foreign, higher] = [await open(below), await open(above), await open(administrator)]
  const end = (id: string) => post(revokePersonSessions, { personId: id }, {}, cookie)
  const actor = await readSession(await open(manager))
  if (!actor) throw new Error('no session')
  expect(await countSessions(db, authorize(actor, 'account.unlock'), below.id)).toBe(1)
  expect(await countSessions(db, authorize(actor, 'account.unlock'), above.id)).toBe(0)
  expect((await end(below.id)).data).toEqual({ revoked: 1 })
  expect(await countSessions(db, authorize(actor, 'account.unlock'), below.id)).toBe(0)
  expect((await end(administrator.id)).error?.reason).toBe('higher-role')
  for (const id of [above.id, 'x', '01990000-0000-7000-8000-000000000000']) expect((await end(id)).status).toBe(404)
  expect(await alive([theirs, foreign, higher])).toEqual([false, true, true])
  expect((await post(revokePersonSessions, { personId: below.id }, {}, await sessionCookie(db, below.id))).status).toBe(404)
})

it('with twenty requests in flight, each one after the revocation is turned away', async () => {
  const someone = await person()
  const [phone, cookie] = [await sessionCookie(db, someone.id), await sessionCookie(db, someone.id)]
  let over = false
  const after: number[] = []
  const flying = Array.from({ length: 20 }, async () => {
    for (let n = 0; n < 5; n++) {
      const begunAfter = over
      const { status } = await post(revokeSession, { sessionId: 'none' }, {}, phone)
      if (begunAfter) after.push(status)
    }
  })
  await post(revokeOtherSessions, {}, {}, cookie)
  over = true
  await Promise.all(flying)
  after.push((await post(revokeSession, { sessionId: 'none' }, {}, phone)).status)
  expect(after.length).toBeGreaterThan(20)
  expect(new Set(after)).toEqual(new Set([401]))
})

it('a changed role, unit or status counts at the next request', async () => {
  const [unit, elsewhere] = [await makeUnit(db), await makeUnit(db)]
  const [manager, below] = [await makePerson(db, { unit }), await makePerson(db, { unit })]
  await grantRole(db, manager.id, 'manager', unit.id)
  const cookie = await sessionCookie(db, manager.id)
  const end = async () => (await post(revokePersonSessions, { personId: below.id }, {}, cookie)).status
  expect(await end()).toBe(200)
  await db.person.update({ where: { id: below.id }, data: { unitId: elsewhere.id } })
  expect(await end()).toBe(404)
  await db.person.update({ where: { id: below.id }, data: { unitId: unit.id } })
  expect(await end()).toBe(200)
  await db.roleGrant.deleteMany({ where: { personId: manager.id } })
  expect(await end()).toBe(404)
  await db.person.update({ where: { id: manager.id }, data: { status: 'left' } })
  expect(await end()).toBe(401)
})

it('a new password needs the old one; other sessions and codes end, this session stays', async () => {
  const someone = await person()
  const cookie = await sessionCookie(db, someone.id)
  const phone = await open(someone)
  await makeCode(db, someone.id)
  const change = (current: string, password: string) => post(changePassword, {}, { current, password }, cookie)
  expect((await change('wrong0000', newPassword)).error?.message).toBe('现在的密码不正确，还可以试4次。')
  expect((await change(testPassword, 'short1')).error?.reason).toBe('password')
  expect((await change(testPassword, `${someone.loginName}a1`)).error?.reason).toBe('password')
  expect((await change(testPassword, newPassword)).status).toBe(200)
  expect(await alive([phone])).toEqual([false])
  expect((await post(revokeOtherSessions, {}, {}, cookie)).status).toBe(200)
  expect(await db.oneTimeCode.count({ where: { personId: someone.id, expiresAt: { gt: new Date() } } })).toBe(0)
  expect(await signIn(someone.loginName, newPassword, false)).toMatchObject({ kind: 'signed-in' })
  expect(await db.auditEntry.findFirst({ where: { action: 'password.changed', subjectId: someone.id } })).toMatchObject({ after: { revoked: 1 } })
})

it('guessing the old one ends after five, and does not lock the door', async () => {
  const someone = await person()
  const cookie = await sessionCookie(db, someone.id)
  const change = (current: string) => post(changePassword, {}, { current, password: newPassword }, cookie)
  for (let tries = 1; tries <= 5; tries++) expect((await change('wrong0000')).error?.reason).toBe(tries < 5 ? 'wrong' : 'locked')
  expect((await change(testPassword)).error?.reason).toBe('locked')
  expect(await signIn(someone.loginName, testPassword, false)).toMatchObject({ kind: 'signed-in' })
})

it('of two new passwords at once one counts', async () => {
  const someone = await person()
  const cookie = await sessionCookie(db, someone.id)
  const answers = await Promise.all(['another1pass', 'another2pass'].map((password) => post(changePassword, {}, { current: testPassword, password }, cookie)))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
})

it('without a password there is none to change', async () => {
  const someone = await makePerson(db, { unit: await makeUnit(db), passwordHash: null })
  const answer = await post(changePassword, {}, { current: 'x', password: newPassword }, await sessionCookie(db, someone.id))
  expect(answer.error?.reason).toBe('no-password')
})

it('a name vouched for opens a session for whoever has it, not for strangers nor for those who have left', async () => {
  const [someone, left] = [await person(), await makePerson(db, { unit: await makeUnit(db), status: 'left' })]
  const id = await signInVouched(` ${someone.loginName.toLowerCase()} `, 'Edge，Windows')
  expect(await readSession(id ?? '')).toMatchObject({ personId: someone.id })
  expect(await db.session.findUnique({ where: { id: hashSessionId(id ?? '') } })).toMatchObject({ device: 'Edge，Windows', remember: false })
  expect(await signInVouched(left.loginName, '')).toBeNull()
  expect(await signInVouched(`nobody${someone.id}`, '')).toBeNull()
})
