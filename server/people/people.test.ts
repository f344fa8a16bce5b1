import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { v7 as uuid } from 'uuid'
import { describe, expect, it, test } from 'vitest'
import type { ChangePersonBody, GrantedRole, PeopleSearch, Profile } from '@/domain/person'
import { addDays, businessDay, dateOnly } from '@/domain/time'
import { authorize, type PersonScope, systemScope } from '@/server/access'
import { startAttempt } from '@/server/attempts/start-attempt'
import { openSession, readSession } from '@/server/auth/session'
import { countTry, signIn } from '@/server/auth/sign-in'
import { lookUpCertificate } from '@/server/certificates/look-up-certificate'
import { findByNumber, findCertificate, issueCertificate } from '@/server/certificates/queries'
import { published } from '@/server/content/store'
import { env } from '@/server/env'
import { exportReport } from '@/server/reports/export-report'
import { testDatabase } from '@/tests/database'
import {
  completeCurriculum,
  finishExam,
  grantRole as giveRole,
  keyedContent,
  type MadePerson,
  type MadeUnit,
  makeCode,
  makeOccurrence,
  makePerson,
  makeUnit,
  sessionCookie,
  testPassword,
} from '@/tests/factories'
import { addLoginName } from './add-login-name'
import { addPerson } from './add-person'
import { changeExamTime } from './change-exam-time'
import { changePerson } from './change-person'
import { changeStatus } from './change-status'
import { fillInitials } from './fill-initials'
import { grantRole } from './grant-role'
import { grantSitting } from './grant-sitting'
import { listPeople } from './queries'
import { removeLoginName } from './remove-login-name'
import { renamePerson } from './rename-person'
import { revokeRole } from './revoke-role'
import { unlockAccount } from './unlock-account'

const db = testDatabase()
const system = systemScope('people of a test')
const today = businessDay(new Date())

type Handler = typeof addPerson
type Told = { status: number; data?: Record<string, unknown>; error?: { code: string; reason?: string; message: string; requestId?: string } }
type Sender = MadePerson | { cookie: string }

const cookieOf = async (person: MadePerson) => {
  const { name, value } = await sessionCookie(db, person.id)
  return { cookie: `${name}=${value}` }
}
async function send(handler: Handler, as: Sender, params: Record<string, string>, body: object): Promise<Told> {
  const { cookie } = 'cookie' in as ? as : await cookieOf(as)
  const response = await handler(
    new Request(`${env().NEXTAUTH_URL}/api/x`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: env().NEXTAUTH_URL, cookie },
      body: JSON.stringify(body),
    }),
    { params: Promise.resolve(params) },
  )
  return { status: response.status, ...((await response.json()) as object) }
}

/** A province with two cities, a county in each, an administrator in the province, a manager of the first city and somebody in its county. */
async function organisation() {
  const province = await makeUnit(db)
  const city = await makeUnit(db, { parent: province, type: 'city' })
  const county = await makeUnit(db, { parent: city })
  const otherCity = await makeUnit(db, { parent: province, type: 'city' })
  const otherCounty = await makeUnit(db, { parent: otherCity })
  const administrator = await makePerson(db, { unit: province })
  await giveRole(db, administrator.id, 'administrator')
  const manager = await makePerson(db, { unit: city })
  await giveRole(db, manager.id, 'manager', city.id)
  const person = await makePerson(db, { unit: county, name: '王小敏' })
  return { province, city, county, otherCity, otherCounty, administrator, manager, person }
}
const lines = (action: string, subjectId: string) => db.auditEntry.findMany({ where: { action, subjectId }, orderBy: { at: 'asc' } })
const rowOf = (id: string) => db.person.findUniqueOrThrow({ where: { id }, include: { roles: true, loginNames: true } })
const login = () => `P${uuid().slice(-10)}`.toUpperCase()

const profile = (unitId: string, change: Partial<Profile> = {}): Profile => ({
  unitId,
  position: '柜面客服',
  serviceStage: '咨询',
  staffKind: 'staff',
  hiredOn: '2026-11-02',
  phone: null,
  mail: null,
  ...change,
})
const newcomer = (unitId: string, change: object = {}) => ({
  ...profile(unitId),
  id: uuid(),
  name: '吴桐',
  loginNames: [login()],
  evenIfSameName: false,
  ...change,
})

// ---- Who may ----

describe('every verb', () => {
  const verbs: [string, Handler, (given: Awaited<ReturnType<typeof organisation>>) => object][] = [
    ['changePerson', changePerson, () => ({ was: {}, now: { position: '出单' } })],
    ['renamePerson', renamePerson, () => ({ was: '王小敏', now: '王晓敏', reason: '录入有误' })],
    ['changeStatus', changeStatus, () => ({ was: 'active', now: 'left' })],
    ['addLoginName', addLoginName, () => ({ loginName: login() })],
    ['removeLoginName', removeLoginName, () => ({ loginName: login() })],
    ['grantRole', grantRole, ({ city }) => ({ role: 'manager', unitId: city.id })],
    ['revokeRole', revokeRole, ({ city }) => ({ role: 'manager', unitId: city.id })],
    ['changeExamTime', changeExamTime, () => ({ percent: 150 })],
    ['grantSitting', grantSitting, () => ({ id: uuid(), occurrenceId: uuid(), reason: '考试中停电' })],
    ['unlockAccount', unlockAccount, () => ({})],
  ]
  test.each(verbs)('%s tells of somebody out of reach what it tells of nobody', async (name, verb, bodyOf) => {
    const given = await organisation()
    const { administrator, manager, person, otherCounty } = given
    const stranger = await makePerson(db, { unit: otherCounty })
    const body = bodyOf(given)
    const before = await rowOf(person.id)
    const absent = await send(verb, administrator, { personId: uuid() }, body)
    const shapeless = await send(verb, administrator, { personId: 'nobody' }, body)
    const plain = ({ status, error }: Told) => ({ status, code: error?.code, message: error?.message })
    for (const told of [shapeless, await send(verb, manager, { personId: stranger.id }, body), await send(verb, person, { personId: person.id }, body)])
      expect(plain(told)).toEqual(plain(absent))
    if (name !== 'unlockAccount') expect(plain(await send(verb, manager, { personId: person.id }, body))).toEqual(plain(absent))
    expect(absent.status).toBe(404)
    expect(await rowOf(person.id)).toEqual(before)
    expect((await send(verb, { cookie: '' }, { personId: person.id }, body)).status).toBe(401)
  })
  it('waits for no roster: it asks to come back', async () => {
    const { administrator, person } = await organisation()
    await db.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('roster', 0))`
      expect(await send(changePerson, administrator, { personId: person.id }, { was: { position: '柜面客服' }, now: { position: '出单' } })).toMatchObject({
        status: 503,
      })
    })
  })
})

// ---- Adding ----

describe('adding somebody', () => {
  it('stores them, lets the assignments take them in, and writes one line; again, it adds nobody', async () => {
    const { administrator, city, county } = await organisation()
    const round = await makeOccurrence(db, { rule: { unitIds: [city.id] } })
    const body = newcomer(county.id, { name: ' 欧阳  晴 ', phone: '138 0000-1234', mail: ' ' })
    const added = { status: 200, data: { added: body.id, twin: null } }
    expect(await send(addPerson, administrator, {}, body)).toMatchObject(added)
    expect(await Promise.all([1, 2].map(() => send(addPerson, administrator, {}, body)))).toMatchObject([added, added])
    expect(await rowOf(body.id)).toMatchObject({ name: '欧阳 晴', nameInitials: 'oyq', phone: '13800001234', mail: null, status: 'active', unitId: county.id })
    expect((await db.assignmentMember.findMany({ where: { personId: body.id } })).map((member) => member.occurrenceId)).toEqual([round.id])
    const [line, ...more] = await lines('person.added', body.id)
    expect(more).toEqual([])
    expect(line).toMatchObject({ actorId: administrator.id, after: { name: '欧阳 晴', loginNames: body.loginNames, unitName: county.name } })
  })
  it('of the same request several times at once one adds, and all are told so', async () => {
    const { administrator, county } = await organisation()
    for (const given of '晴岚松柏桐杉樱梅兰竹菊荷') {
      const body = newcomer(county.id, { name: `欧阳${given}` })
      const told = await Promise.all(Array.from({ length: 6 }, () => send(addPerson, administrator, {}, body)))
      expect(told.map(({ data }) => data)).toEqual(told.map(() => ({ added: body.id, twin: null })))
      expect(await lines('person.added', body.id)).toHaveLength(1)
    }
  })
  it('tells who has the login name, and who has the name in that unit, unless it is another', async () => {
    const { administrator, county, otherCounty, person } = await organisation()
    const taken = newcomer(county.id, { loginNames: [login(), ` ${person.loginName.toLowerCase()} `] })
    expect((await send(addPerson, administrator, {}, taken)).data).toMatchObject({
      added: null,
      twin: { because: 'login-name', id: person.id, name: '王小敏' },
    })
    const same = newcomer(county.id, { name: '王小敏' })
    expect((await send(addPerson, administrator, {}, same)).data).toMatchObject({ added: null, twin: { because: 'same-name', id: person.id } })
    expect(await db.person.count({ where: { id: { in: [taken.id, same.id] } } })).toBe(0)
    expect((await send(addPerson, administrator, {}, { ...same, unitId: otherCounty.id })).data).toMatchObject({ added: same.id })
    const other = newcomer(county.id, { name: '王小敏', evenIfSameName: true })
    expect((await send(addPerson, administrator, {}, other)).data).toMatchObject({ added: other.id })
  })
  it.each<[string, object, string]>([
    ['no name', { name: ' ' }, '请填写姓名。'],
    ['a formula for a name', { name: '=1+1' }, '姓名“=1+1”里有不该出现在姓名里的符号。'],
    ['no login name', { loginNames: [] }, '请填写登录名。'],
    ['a spoiled number', { loginNames: ['1.38E+10'] }, '登录名“1.38E+10”被表格软件改成了科学计数，请把这一列设为文本再填。'],
    ['a short telephone number', { phone: '138' }, '手机“138”不是11位手机号。'],
    ['half a mail address', { mail: 'wu@' }, '邮箱“wu@”不是邮箱地址。'],
    ['an unknown stage', { serviceStage: '客服' }, '请选择服务环节。'],
    ['no unit', { unitId: '' }, '请从列表里选一个机构。'],
    ['a day of another century', { hiredOn: '1026-11-02' }, '入职日期“1026-11-02”不合常理，请核对年份。'],
  ])('is refused with %s, in one sentence', async (_name, change, message) => {
    const { administrator, county } = await organisation()
    const body = newcomer(county.id, change)
    const told = await send(addPerson, administrator, {}, body)
    expect([told.status < 500, told.error?.message]).toEqual([true, message])
    expect(await db.person.count({ where: { id: body.id } })).toBe(0)
  })
  it('goes into no unit that is closed or unknown', async () => {
    const { administrator, county } = await organisation()
    const shut = await makeUnit(db, { parent: county })
    await db.unit.update({ where: { id: shut.id }, data: { active: false } })
    for (const unitId of [shut.id, uuid()]) expect((await send(addPerson, administrator, {}, newcomer(unitId))).error?.reason).toBe('unit')
  })
  it('is for administrators', async () => {
    const { manager, county } = await organisation()
    expect((await send(addPerson, manager, {}, newcomer(county.id))).status).toBe(404)
  })
})

// ---- Changing ----

describe('changing a profile', () => {
  const change = (as: Sender, personId: string, was: ChangePersonBody['was'], now: ChangePersonBody['now']) =>
    send(changePerson, as, { personId }, { was, now })

  it('changes what is named, tells before and after, and a repeat is harmless', async () => {
    const { administrator, person } = await organisation()
    const ask = () => change(administrator, person.id, { position: '柜面客服', phone: null }, { position: '理赔内勤', phone: '13800001234' })
    expect((await ask()).data).toEqual({ changed: true, noLongerManages: [] })
    expect((await ask()).data).toEqual({ changed: false, noLongerManages: [] })
    expect(await rowOf(person.id)).toMatchObject({ position: '理赔内勤', phone: '13800001234', serviceStage: '咨询' })
    expect(await lines('person.changed', person.id)).toMatchObject([
      { actorId: administrator.id, before: { position: '柜面客服', phone: null }, after: { position: '理赔内勤', phone: '13800001234' } },
    ])
  })
  it('keeps what somebody else changed meanwhile, and says which field', async () => {
    const { administrator, person } = await organisation()
    await change(administrator, person.id, { position: '柜面客服' }, { position: '出单' })
    const late = await change(administrator, person.id, { position: '柜面客服' }, { position: '回访专员' })
    expect(late).toMatchObject({ status: 409, error: { reason: 'changed', message: '岗位刚刚被别人改过。请核对后再保存。' } })
    expect((await change(administrator, person.id, { hiredOn: '2024-03-01' }, { hiredOn: '2024-04-01' })).status).toBe(200)
    expect(await rowOf(person.id)).toMatchObject({ position: '出单', hiredOn: new Date('2024-04-01') })
  })
  it('of two at once to one field, one is kept and the other is told', async () => {
    const { administrator, person } = await organisation()
    const told = await Promise.all(['出单', '回访专员'].map((position) => change(administrator, person.id, { position: '柜面客服' }, { position })))
    expect(told.map(({ status }) => status).sort()).toEqual([200, 409])
  })
  it('a transfer holds at the next request, ends the management of the unit left, and the assignments follow', async () => {
    const { administrator, city, otherCity, county, otherCounty, manager, person } = await organisation()
    const [here, there] = [
      await makeOccurrence(db, { rule: { unitIds: [city.id] }, members: [manager.id] }),
      await makeOccurrence(db, { rule: { unitIds: [otherCity.id] } }),
    ]
    const session = await cookieOf(manager)
    expect((await send(unlockAccount, session, { personId: person.id }, {})).status).toBe(200)
    const told = await change(administrator, manager.id, { unitId: city.id }, { unitId: otherCity.id })
    expect(told.data).toEqual({ changed: true, noLongerManages: [city.name] })
    expect((await send(unlockAccount, session, { personId: person.id }, {})).status).toBe(404)
    const members = await db.assignmentMember.findMany({ where: { personId: manager.id } })
    expect(members.find((member) => member.occurrenceId === here.id)?.endedAt).not.toBeNull()
    expect(members.find((member) => member.occurrenceId === there.id)?.endedAt).toBeNull()
    // The person moves away from their manager, whose session is open.
    await giveRole(db, manager.id, 'manager', city.id)
    expect((await send(unlockAccount, session, { personId: person.id }, {})).status).toBe(200)
    await change(administrator, person.id, { unitId: county.id }, { unitId: otherCounty.id })
    expect((await send(unlockAccount, session, { personId: person.id }, {})).status).toBe(404)
  })
})

// ---- Leaving and coming back ----

describe('a status', () => {
  it('leaving ends sessions, codes, roles and memberships; coming back gives back what the rules give, and no role', async () => {
    const { administrator, city, county, person } = await organisation()
    await giveRole(db, person.id, 'manager', county.id)
    const round = await makeOccurrence(db, { rule: { unitIds: [city.id] }, members: [person.id] })
    await makeCode(db, person.id)
    const sessionId = await openSession(db, person.id, true)
    const set = (was: string, now: string) => send(changeStatus, administrator, { personId: person.id }, { was, now })
    expect(await readSession(sessionId)).not.toBeNull()
    expect((await set('active', 'left')).data).toEqual({ status: 'left' })
    expect(await readSession(sessionId)).toBeNull()
    expect(await db.oneTimeCode.count({ where: { personId: person.id, usedAt: null, expiresAt: { gt: new Date(Date.now() + 1000) } } })).toBe(0)
    expect((await rowOf(person.id)).roles).toEqual([])
    const member = () => db.assignmentMember.findUniqueOrThrow({ where: { occurrenceId_personId: { occurrenceId: round.id, personId: person.id } } })
    expect((await member()).endedAt).not.toBeNull()
    expect((await set('active', 'left')).status).toBe(200)
    expect(await set('active', 'on_leave')).toMatchObject({ status: 409, error: { reason: 'changed' } })
    expect((await set('left', 'active')).status).toBe(200)
    expect((await member()).endedAt).toBeNull()
    expect(await readSession(sessionId)).toBeNull()
    expect((await rowOf(person.id)).roles).toEqual([])
    expect(await lines('person.status-changed', person.id)).toMatchObject([
      { before: { status: 'active', roles: [{ role: 'manager', unitName: county.name }] }, after: { status: 'left', roles: [], ended: 1 } },
      { before: { status: 'left' }, after: { status: 'active', joined: 1 } },
    ])
  })
  it('on leave one may still sign in, but nothing is required', async () => {
    const { administrator, city, person } = await organisation()
    await makeOccurrence(db, { rule: { unitIds: [city.id] }, members: [person.id] })
    const sessionId = await openSession(db, person.id, true)
    await send(changeStatus, administrator, { personId: person.id }, { was: 'active', now: 'on_leave' })
    expect(await readSession(sessionId)).not.toBeNull()
    expect(await db.assignmentMember.count({ where: { personId: person.id, endedAt: null } })).toBe(0)
  })
  it('nobody makes themselves leave', async () => {
    const { administrator } = await organisation()
    expect((await send(changeStatus, administrator, { personId: administrator.id }, { was: 'active', now: 'left' })).error?.reason).toBe('self')
  })
})

it('nobody comes back to a unit that was closed meanwhile; moved to another first, they do', async () => {
  const { administrator, county } = await organisation()
  const office = await makeUnit(db, { parent: county, type: 'sales_office' })
  const person = await makePerson(db, { unit: office, status: 'left' })
  await db.unit.update({ where: { id: office.id }, data: { active: false } })
  const back = () => send(changeStatus, administrator, { personId: person.id }, { was: 'left', now: 'active' })
  expect(await back()).toMatchObject({ status: 409, error: { reason: 'unit' } })
  expect((await send(changePerson, administrator, { personId: person.id }, { was: { unitId: office.id }, now: { unitId: county.id } })).status).toBe(200)
  expect((await back()).data).toEqual({ status: 'active' })
})

// ---- Login names ----

describe('login names', () => {
  it('are added folded and once, never one of another, and the last one stays', async () => {
    const { administrator, person, manager } = await organisation()
    const name = login()
    const add = (loginName: string, to: MadePerson = person) => send(addLoginName, administrator, { personId: to.id }, { loginName })
    const remove = (loginName: string) => send(removeLoginName, administrator, { personId: person.id }, { loginName })
    expect((await add(` ${name.toLowerCase()} `)).data).toEqual({ loginNames: [name, person.loginName.toUpperCase()].sort() })
    expect((await add(name)).status).toBe(200)
    expect(await signIn(name, testPassword, false)).toMatchObject({ kind: 'signed-in', personId: person.id })
    expect(await add(name, manager)).toMatchObject({ status: 409, error: { reason: 'taken', message: expect.stringContaining('王小敏') } })
    expect((await remove(person.loginName)).data).toEqual({ loginNames: [name] })
    expect((await remove(person.loginName)).status).toBe(200)
    expect((await remove(name)).error?.reason).toBe('last')
    expect(await lines('login-name.added', person.id)).toHaveLength(1)
    expect(await lines('login-name.removed', person.id)).toHaveLength(1)
  })
  it('of two removals at once one is left', async () => {
    const { administrator, person } = await organisation()
    const name = login()
    await send(addLoginName, administrator, { personId: person.id }, { loginName: name })
    const told = await Promise.all([name, person.loginName].map((loginName) => send(removeLoginName, administrator, { personId: person.id }, { loginName })))
    expect(told.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await rowOf(person.id)).loginNames).toHaveLength(1)
  })
})

// ---- Roles ----

describe('roles', () => {
  const grant = (as: Sender, personId: string, role: GrantedRole, unitId: string | null = null) => send(grantRole, as, { personId }, { role, unitId })
  const revoke = (as: Sender, personId: string, role: GrantedRole, unitId: string | null = null) => send(revokeRole, as, { personId }, { role, unitId })

  it('hold from the next request of an open session, and end with it; a repeat is harmless', async () => {
    const { administrator, city, person, county } = await organisation()
    const colleague = await makePerson(db, { unit: county })
    const session = await cookieOf(person)
    const works = async () => (await send(unlockAccount, session, { personId: colleague.id }, {})).status
    expect(await works()).toBe(404)
    expect((await grant(administrator, person.id, 'manager', city.id)).data).toEqual({ changed: true })
    expect((await grant(administrator, person.id, 'manager', city.id)).data).toEqual({ changed: false })
    expect(await works()).toBe(200)
    expect((await revoke(administrator, person.id, 'manager', city.id)).data).toEqual({ changed: true })
    expect((await revoke(administrator, person.id, 'manager', city.id)).data).toEqual({ changed: false })
    expect(await works()).toBe(404)
    expect(await lines('role.granted', person.id)).toMatchObject([{ actorId: administrator.id, after: { role: 'manager', unitName: city.name } }])
    expect(await lines('role.revoked', person.id)).toMatchObject([{ before: { role: 'manager', unitName: city.name } }])
  })
  it('over the whole organisation are held once, and a manager’s needs a unit', async () => {
    const { administrator, person, county } = await organisation()
    await Promise.all([1, 2, 3].map(() => grant(administrator, person.id, 'content_owner')))
    expect((await rowOf(person.id)).roles).toMatchObject([{ role: 'content_owner', unitId: null }])
    expect((await grant(administrator, person.id, 'manager')).status).toBe(400)
    expect((await grant(administrator, person.id, 'administrator', county.id)).status).toBe(400)
    await db.person.update({ where: { id: person.id }, data: { status: 'left' } })
    expect((await grant(administrator, person.id, 'administrator')).error?.reason).toBe('left')
  })
  it('nobody ends their own as administrator, and of two who end each other’s one stays', async () => {
    const { administrator, person } = await organisation()
    expect((await revoke(administrator, administrator.id, 'administrator')).error?.reason).toBe('self')
    for (let round = 0; round < 5; round++) {
      // Other tests leave administrators behind; here there are these two.
      await db.roleGrant.deleteMany({ where: { role: 'administrator' } })
      await giveRole(db, administrator.id, 'administrator')
      await giveRole(db, person.id, 'administrator')
      const [a, b] = [await cookieOf(administrator), await cookieOf(person)]
      const told = await Promise.all([revoke(a, person.id, 'administrator'), revoke(b, administrator.id, 'administrator')])
      expect(await db.roleGrant.count({ where: { role: 'administrator' } })).toBe(1)
      expect(told.filter(({ status }) => status === 200)).toHaveLength(1)
    }
  })
  it('one of the two last administrators makes the other leave while losing the role: one stays', async () => {
    const { administrator, person } = await organisation()
    await db.roleGrant.deleteMany({ where: { role: 'administrator' } })
    await giveRole(db, administrator.id, 'administrator')
    await giveRole(db, person.id, 'administrator')
    await Promise.all([
      send(changeStatus, administrator, { personId: person.id }, { was: 'active', now: 'left' }),
      revoke(await cookieOf(person), administrator.id, 'administrator'),
    ])
    expect(await db.roleGrant.count({ where: { role: 'administrator', person: { status: 'active' } } })).toBe(1)
  })
})

// ---- Unlocking ----

describe('unlocking', () => {
  const lock = async (person: MadePerson) => {
    for (let tries = 0; tries < 5; tries++) await countTry(db, person.loginName.toUpperCase())
  }
  it('lets somebody in again, for the manager of their unit; a repeat writes no second line', async () => {
    const { manager, person } = await organisation()
    await lock(person)
    expect(await signIn(person.loginName, testPassword, false)).toMatchObject({ kind: 'locked' })
    expect((await send(unlockAccount, manager, { personId: person.id }, {})).data).toEqual({ unlocked: true })
    expect((await send(unlockAccount, manager, { personId: person.id }, {})).data).toEqual({ unlocked: false })
    expect(await signIn(person.loginName, testPassword, false)).toMatchObject({ kind: 'signed-in' })
    expect(await lines('account.unlocked', person.id)).toMatchObject([{ actorId: manager.id }])
  })
  it('of whoever may do more is refused to a manager', async () => {
    const { manager, administrator, county } = await organisation()
    const higher = await makePerson(db, { unit: county })
    await giveRole(db, higher.id, 'content_owner')
    await lock(higher)
    expect((await send(unlockAccount, manager, { personId: higher.id }, {})).error?.reason).toBe('higher-role')
    expect(await signIn(higher.loginName, testPassword, false)).toMatchObject({ kind: 'locked' })
    expect((await send(unlockAccount, administrator, { personId: higher.id }, {})).data).toEqual({ unlocked: true })
  })
})

// ---- Exams ----

describe('an exam', () => {
  const begin = (person: MadePerson) => send(startAttempt, person, {}, { id: uuid(), kind: 'exam', subjectId: 'onboarding' })
  /** Somebody who may sit the exam, after `failed` failed sittings a month apart. */
  async function ready(failed = 0) {
    const given = await organisation()
    const content = await keyedContent(db)
    const occurrence = await makeOccurrence(db, { members: [given.person.id] })
    await completeCurriculum(db, content, given.person)
    for (let sitting = 1; sitting <= failed; sitting++)
      await finishExam(db, content, given.person, {
        occurrenceId: occurrence.id,
        sitting,
        at: new Date(Date.now() - (failed - sitting) * 30 * 86_400_000 - 3_600_000),
        wrong: 20,
      })
    return { ...given, content, occurrence }
  }

  it('is longer for whoever was given more time, from the next one begun; it is in no report', async () => {
    const { administrator, person, province, occurrence } = await ready()
    const ask = () => send(changeExamTime, administrator, { personId: person.id }, { percent: 150 })
    expect([(await ask()).data, (await ask()).data]).toEqual([{ percent: 150 }, { percent: 150 }])
    expect(await lines('exam-time.changed', person.id)).toMatchObject([{ before: { percent: 100 }, after: { percent: 150 } }])
    const { data } = await begin(person)
    const attempt = await db.attempt.findUniqueOrThrow({ where: { id: String(data?.attemptId) } })
    expect(attempt.timeLimitSeconds).toBe(60 * 60)
    expect(attempt.deadlineAt?.getTime()).toBe(attempt.startedAt.getTime() + 60 * 60_000)
    const { cookie } = await cookieOf(administrator)
    const report = await exportReport(new Request(`${env().NEXTAUTH_URL}/api/x?occurrence=${occurrence.id}&format=csv`, { headers: { cookie } }), {
      params: Promise.resolve({ unitId: province.id }),
    })
    expect([report.status, (await report.text()).includes('150')]).toEqual([200, false])
    expect((await send(changeExamTime, administrator, { personId: person.id }, { percent: 110 })).error?.message).toBe('请选择考试时间。')
  })
  it('opens again at once with an extra sitting when none was left; the same grant again is no second one', async () => {
    const { administrator, person, occurrence } = await ready(4)
    expect((await begin(person)).error?.reason).toBe('used-up')
    const body = { id: uuid(), occurrenceId: occurrence.id, reason: '考试中停电' }
    const ask = (change: object = {}) => send(grantSitting, administrator, { personId: person.id }, { ...body, ...change })
    expect((await ask({ reason: '' })).error?.message).toBe('原因太短，请写清楚。')
    expect((await Promise.all([ask(), ask()])).map(({ status }) => status)).toEqual([200, 200])
    expect((await ask({ id: uuid() })).error?.reason).toBe('may-sit')
    expect((await ask({ id: uuid(), occurrenceId: uuid() })).error?.reason).toBe('no-duty')
    expect(await lines('sitting.granted', person.id)).toMatchObject([
      { actorId: administrator.id, after: { reason: '考试中停电', occurrenceId: occurrence.id } },
    ])
    const { data } = await begin(person)
    const attempt = await db.attempt.findUniqueOrThrow({ where: { id: String(data?.attemptId) } })
    expect(attempt.sitting).toBe(5)
    await db.attempt.update({ where: { id: attempt.id }, data: { closedAt: new Date(), passed: false, scorePercent: 10 } })
    expect((await begin(person)).error?.reason).toBe('used-up')
  })
  it('opens at once with an extra sitting when there is a wait', async () => {
    const { administrator, person, occurrence } = await ready(1)
    expect((await begin(person)).error?.reason).toBe('wait')
    await send(grantSitting, administrator, { personId: person.id }, { id: uuid(), occurrenceId: occurrence.id, reason: '考试中停电' })
    expect((await begin(person)).status).toBe(200)
  })
})

// ---- Another name ----

describe('another name', () => {
  async function certified() {
    const given = await organisation()
    const content = await published(system)
    const programme = content.programmes.get('onboarding')
    if (!programme) throw new Error('no programme')
    const occurrence = await makeOccurrence(db, { members: [given.person.id] })
    const issue = (occurrenceId: string) =>
      db.$transaction((tx) =>
        issueCertificate(tx, system, {
          personId: given.person.id,
          occurrenceId,
          programme,
          settings: content.settings,
          standardVersion: '',
          attemptId: uuid(),
          scorePercent: 92,
        }),
      )
    const { id } = await issue(occurrence.id)
    return { ...given, issue, occurrence, certificate: await db.certificate.findUniqueOrThrow({ where: { id } }) }
  }
  const rename = (as: Sender, personId: string, was: string, now: string) => send(renamePerson, as, { personId }, { was, now, reason: '户口簿更名' })

  it('has the valid certificate issued again: same dates and score, one valid, the old number verifies as revoked', async () => {
    const { administrator, person, certificate } = await certified()
    const told = await rename(administrator, person.id, '王小敏', '欧阳小敏')
    expect(told.status).toBe(200)
    expect(await rowOf(person.id)).toMatchObject({ name: '欧阳小敏', nameInitials: 'oyxm' })
    const rows = await db.certificate.findMany({ where: { personId: person.id } })
    const [after, ...more] = rows.filter((row) => row.revokedAt === null)
    if (!after || more.length > 0) throw new Error('one is valid')
    expect(told.data).toEqual({ reissued: [{ before: certificate.number, after: after.number }] })
    const { holderName, attemptId, scorePercent, issuedOn, validUntil, unitName } = certificate
    expect(holderName).toBe('王小敏')
    expect(after).toMatchObject({ holderName: '欧阳小敏', attemptId, scorePercent, issuedOn, validUntil, unitName })
    expect([after.token === certificate.token, after.number === certificate.number]).toEqual([false, false])
    expect(rows.find((row) => row.id === certificate.id)).toMatchObject({ revokedReason: '更名', revokedById: administrator.id, holderName: '王小敏' })

    const lookUp = async (number: string, name: string) => (await send(lookUpCertificate, { cookie: '' }, {}, { number, name })).data?.status
    expect([await lookUp(certificate.number, '王小敏'), await lookUp(after.number, '欧阳小敏'), await lookUp(after.number, '王小敏')]).toEqual([
      'revoked',
      'valid',
      'unknown',
    ])
    const actor = await readSession(await openSession(db, person.id, false))
    const seen = actor && (await findCertificate(db, authorize(actor, 'certificate.view'), after.id))
    expect(seen).toMatchObject({ holderName: '欧阳小敏', status: 'valid' })
    expect(await findByNumber(db, authorize(null, 'certificate.verify'), certificate.number)).toMatchObject({ status: 'revoked' })

    expect(await lines('person.renamed', person.id)).toMatchObject([{ before: { name: '王小敏' }, after: { name: '欧阳小敏', reason: '户口簿更名' } }])
    expect(await lines('certificate.revoked', certificate.id)).toMatchObject([{ after: { status: 'revoked', reason: '更名' } }])
    expect(await lines('certificate.reissued', after.id)).toMatchObject([{ before: { number: certificate.number }, after: { number: after.number } }])
    // Again: nothing more. From another starting point: told.
    expect((await rename(administrator, person.id, '王小敏', '欧阳小敏')).data).toEqual({ reissued: [] })
    expect((await rename(administrator, person.id, '王小敏', '王大敏')).error?.reason).toBe('changed')
    expect(await db.certificate.count({ where: { personId: person.id } })).toBe(2)
  })
  it('leaves expired and revoked ones as they are', async () => {
    const { administrator, person, certificate } = await certified()
    await db.certificate.update({ where: { id: certificate.id }, data: { validUntil: new Date(addDays(today, -1)) } })
    expect((await rename(administrator, person.id, '王小敏', '王晓敏')).data).toEqual({ reissued: [] })
    const kept = await db.certificate.findUniqueOrThrow({ where: { id: certificate.id } })
    expect([kept.revokedAt, kept.holderName, dateOnly(kept.validUntil)]).toEqual([null, '王小敏', addDays(today, -1)])
  })
  it('given while a certificate is being issued reaches that one too', async () => {
    const { administrator, person, issue } = await certified()
    await db.certificate.deleteMany({ where: { personId: person.id } })
    const round = await makeOccurrence(db)
    const waiting = async (count: number) => {
      const [row] = await db.$queryRaw<
        { n: number }[]
      >`SELECT count(*)::int AS "n" FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
      if ((row?.n ?? 0) >= count) return
      await sleep(20)
      await waiting(count)
    }
    let issued: Promise<unknown> | undefined
    let renamed: Promise<Told> | undefined
    // Nobody gets a number while this is open: whoever issues has read the name and waits; then whoever renames waits too, or is through.
    await db.$transaction(
      async (tx) => {
        await tx.$executeRaw`UPDATE "CertificateSerial" SET "last" = "last"`
        issued = issue(round.id)
        await waiting(1)
        renamed = rename(administrator, person.id, '王小敏', '王晓敏')
        await Promise.race([renamed, waiting(2)])
      },
      { timeout: 15_000 },
    )
    expect((await Promise.all([issued, renamed]))[1]?.status).toBe(200)
    expect(await db.certificate.findMany({ where: { personId: person.id, revokedAt: null } })).toMatchObject([{ holderName: '王晓敏' }])
  })
})

// ---- Finding ----

const everybody: PeopleSearch = { text: '', unitId: null, status: 'present', role: null, account: null, after: null, before: null }
async function viewerOf(person: MadePerson): Promise<PersonScope<'person.view'>> {
  const actor = await readSession(await openSession(db, person.id, false))
  if (!actor) throw new Error('no session')
  return authorize(actor, 'person.view')
}

describe('finding people', () => {
  it('by a part of the name, the initials or a login name, however typed; with every filter', async () => {
    const { manager, city, county, otherCounty } = await organisation()
    const scope = await viewerOf(manager)
    const found = async (search: Partial<PeopleSearch>) => (await listPeople(db, scope, { ...everybody, ...search }, 50)).people.map(({ id }) => id)
    const number = `00${String(Math.random()).slice(2, 12)}`
    const one = await makePerson(db, { unit: county, name: '巴特尔·阿古拉', loginNames: [number, login()] })
    const never = await makePerson(db, { unit: city, name: 'Anna 李', passwordHash: null })
    const gone = await makePerson(db, { unit: county, name: '巴图', status: 'left' })
    await makePerson(db, { unit: otherCounty, name: '巴特尔·阿古拉' })
    for (const text of ['巴特尔·阿古拉', '特尔', '巴特尔阿古拉', '阿 古拉', 'btea', 'ＢＴＥ', number, number.slice(0, 6), ` ${number} `])
      expect(await found({ text }), text).toEqual([one.id])
    for (const text of ['anna', 'annal', '李']) expect(await found({ text }), text).toEqual([never.id])
    for (const text of ['%', '_', '·', "'", '特%尔', '巴特尔王']) expect(await found({ text }), text).toEqual([])
    expect(await found({ status: 'left' })).toEqual([gone.id])
    expect(await found({ text: '巴', status: 'all' })).toEqual([gone.id, one.id])
    expect(await found({ account: 'never' })).toEqual([never.id])
    expect(await found({ role: 'manager' })).toEqual([manager.id])
    expect(await found({ role: 'administrator' })).toEqual([])
    expect(await found({ unitId: county.id, text: '巴' })).toEqual([one.id])
    expect(await found({ unitId: otherCounty.id })).toEqual([])
    expect(await found({ unitId: uuid() })).toEqual([])
    for (let tries = 0; tries < 5; tries++) await countTry(db, number)
    const { people } = await listPeople(db, scope, { ...everybody, account: 'locked' }, 50)
    expect(people).toMatchObject([{ id: one.id, locked: true, signedIn: true, unitName: county.name }])
  })

  it('page after page, forwards and back, meets everybody once', async () => {
    const { manager, county } = await organisation()
    const scope = await viewerOf(manager)
    for (let n = 0; n < 7; n++) await makePerson(db, { unit: county, name: n % 2 ? '王敏' : '李静', passwordHash: null })
    const all = (await listPeople(db, scope, everybody, 50)).people.map(({ id }) => id)
    expect(all).toHaveLength(9)
    const forwards: string[][] = []
    let page = await listPeople(db, scope, everybody, 4)
    for (;;) {
      forwards.push(page.people.map(({ id }) => id))
      expect(page.total).toBe(9)
      if (!page.more.after) break
      page = await listPeople(db, scope, { ...everybody, after: page.people.at(-1)?.id ?? null }, 4)
    }
    expect(forwards.flat()).toEqual(all)
    const back = await listPeople(db, scope, { ...everybody, before: forwards[2]?.[0] ?? null }, 4)
    expect([back.people.map(({ id }) => id), back.more]).toEqual([forwards[1], { before: true, after: true }])
  })

  const letters = fc.constantFrom('王', '李', '欧阳', '敏', '静', '·', 'Anna', ' ')
  const someone = fc.record({
    unit: fc.nat(),
    name: fc.array(letters, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('')),
    status: fc.constantFrom('active' as const, 'on_leave' as const, 'left' as const),
    never: fc.boolean(),
  })
  const asked = fc.record({
    text: fc.oneof(
      fc.constantFrom('', '王', 'w', 'oy', 'anna', 'T0', '%'),
      fc.array(letters, { maxLength: 2 }).map((parts) => parts.join('')),
    ),
    unit: fc.option(fc.nat()),
    status: fc.constantFrom('present' as const, 'active' as const, 'on_leave' as const, 'left' as const, 'all' as const),
    role: fc.constantFrom(null, null, 'manager' as const, 'administrator' as const),
    account: fc.constantFrom(null, null, 'never' as const, 'locked' as const),
    from: fc.option(fc.nat()),
    backwards: fc.boolean(),
    limit: fc.integer({ min: 1, max: 4 }),
  })
  it('shows nobody outside one’s units, whatever is searched, filtered and begun from', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(), { minLength: 1, maxLength: 5 }),
        fc.array(someone, { minLength: 1, maxLength: 6 }),
        fc.uniqueArray(fc.nat({ max: 5 }), { minLength: 1, maxLength: 2 }),
        fc.array(asked, { minLength: 8, maxLength: 8 }),
        async (parents, people, managed, searches) => {
          const units: MadeUnit[] = [await makeUnit(db)]
          for (const parent of parents) units.push(await makeUnit(db, { parent: units[parent % units.length] as MadeUnit }))
          const unitAt = (place: number) => units[place % units.length] as MadeUnit
          const made: MadePerson[] = []
          for (const { unit, name, status, never } of people)
            made.push(await makePerson(db, { unit: unitAt(unit), name, status, ...(never ? { passwordHash: null } : {}) }))
          const actor = await makePerson(db, { unit: unitAt(0) })
          for (const place of new Set(managed.map((place) => place % units.length))) await giveRole(db, actor.id, 'manager', unitAt(place).id)
          const scope = await viewerOf(actor)
          // The oracle walks up from the person's unit and knows no paths.
          const parentOf = new Map((await db.unit.findMany({ where: { id: { in: units.map(({ id }) => id) } } })).map((unit) => [unit.id, unit.parentId]))
          const managedIds = new Set(managed.map((place) => unitAt(place).id))
          const inReach = (unitId: string): boolean => {
            for (let id: string | null | undefined = unitId; id; id = parentOf.get(id)) if (managedIds.has(id)) return true
            return false
          }
          const reach = new Set([...made, actor].filter((person) => inReach(person.unitId)).map(({ id }) => id))
          for (const { text, unit, status, role, account, from, backwards, limit } of searches) {
            const place = from === null ? null : (made[from % made.length]?.id ?? null)
            const search = {
              text,
              status,
              role,
              account,
              unitId: unit === null ? null : unitAt(unit).id,
              after: backwards ? null : place,
              before: backwards ? place : null,
            }
            const answer = await listPeople(db, scope, search, limit)
            for (const person of answer.people) expect(reach.has(person.id)).toBe(true)
            expect(answer.total).toBeLessThanOrEqual(reach.size)
            if (place && !reach.has(place)) expect(answer.people).toEqual([])
          }
          const all = await listPeople(db, scope, { ...everybody, status: 'all' }, 50)
          expect(new Set(all.people.map(({ id }) => id))).toEqual(reach)
        },
      ),
      { numRuns: 25 },
    )
  }, 60_000)
})

it('people of before get their initials, in batches; a name of signs is not asked for again', async () => {
  const { county, person } = await organisation()
  const signs = await makePerson(db, { unit: county, name: '··', passwordHash: null })
  await db.person.updateMany({ where: { id: { in: [person.id, signs.id] } }, data: { nameInitials: '' } })
  expect(await fillInitials(db)).toBeGreaterThanOrEqual(1)
  expect((await rowOf(person.id)).nameInitials).toBe('wxm')
  expect(await fillInitials(db)).toBe(0)
})
