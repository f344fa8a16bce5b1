import { v7 as uuid } from 'uuid'
import { expect, it } from 'vitest'
import type { Roster, RosterPerson } from '@/domain/roster'
import { hashCode } from '@/server/people/credentials'
import { testDatabase } from '@/tests/database'
import { grantRole, makeOccurrence, makePerson, makeUnit } from '@/tests/factories'
import { importRoster } from './import-roster'
import type { HandedCode } from './write-roster'

const db = testDatabase()

/** A province with a round that takes in everybody of it, and rows for two new people in a county that is not there yet. */
async function beginning() {
  const province = await makeUnit(db, { name: `省分公司${uuid()}` })
  const round = await makeOccurrence(db, { rule: { unitIds: [province.id] } })
  const key = uuid().slice(-8).toUpperCase()
  const row = (change: Partial<RosterPerson>): RosterPerson => ({
    line: 2,
    loginNames: [`00${key}`],
    name: '吴桐',
    unitPath: [province.name, '清川市分公司', '槐安支公司'],
    position: '柜面客服',
    serviceStage: '咨询',
    staffKind: 'staff',
    hiredOn: '2026-11-02',
    status: null,
    manager: null,
    phone: null,
    mail: null,
    ...change,
  })
  const rows = [row({}), row({ line: 3, loginNames: [`01${key}`], name: '郝佳', manager: true, unitPath: [province.name, '清川市分公司'] })]
  return { province, round, rows, row, logins: rows.flatMap((entry) => entry.loginNames) }
}
const roster = (people: RosterPerson[]): Roster => ({ people, bad: [], faults: [], places: { 登录名: 0, 姓名: 1 } })
const unwanted = () => {
  throw new Error('no codes were expected')
}
const given = { fileName: '花名册.csv', full: false, confirms: () => true, keepCodes: unwanted as (codes: HandedCode[]) => void }
const write = (people: RosterPerson[], change: Partial<typeof given> = {}) => importRoster(db, roster(people), { ...given, keepCodes: () => {}, ...change })
const count = (logins: string[]) => db.loginName.count({ where: { name: { in: logins } } })

it('writes units, people, roles, codes and memberships; again, it changes nothing', async () => {
  const { province, round, rows, logins } = await beginning()
  const codes: HandedCode[] = []
  const first = await write(rows, { keepCodes: (made) => codes.push(...made) })
  expect(first).toMatchObject({ written: true, codes: 2, joined: 2, ended: 0 })
  const people = await db.person.findMany({
    where: { loginNames: { some: { name: { in: logins } } } },
    include: { unit: true, roles: true, codes: true, members: true, loginNames: true },
  })
  expect(people).toHaveLength(2)
  for (const person of people) {
    expect(person.unit.path.startsWith(province.path)).toBe(true)
    expect(person.members.map((member) => member.occurrenceId)).toEqual([round.id])
    expect(person.passwordHash).toBeNull()
    const code = codes.find((entry) => entry.loginName === person.loginNames[0]?.name)
    expect(person.codes.map((stored) => stored.codeHash)).toEqual([hashCode(code?.code ?? '')])
  }
  expect(people.map((person) => person.nameInitials).sort()).toEqual(['hj', 'wt'])
  expect(people.find((person) => person.name === '郝佳')?.roles).toMatchObject([
    { role: 'manager', unitId: people.find((person) => person.name === '郝佳')?.unitId },
  ])
  const again = await write(rows, { keepCodes: unwanted })
  expect(again).toMatchObject({ written: false })
  expect(again.plan).toMatchObject({ newPeople: [], changed: [], leaving: [], newUnits: [], faults: [] })
})

it('what is not confirmed is not written', async () => {
  const { rows, logins } = await beginning()
  const { plan } = await write(rows, { confirms: () => false })
  expect(plan.newPeople).toHaveLength(2)
  expect(await count(logins)).toBe(0)
})

it('one wrong row keeps all out', async () => {
  const { rows, row, logins } = await beginning()
  const { plan, written } = await write([...rows, row({ line: 4, loginNames: [`02${uuid()}`], unitPath: ['别处'] })])
  expect(plan.faults.map((fault) => fault.line)).toEqual([4])
  expect(written).toBe(false)
  expect(await count(logins)).toBe(0)
})

it('when the codes cannot be kept, nobody is written', async () => {
  const { rows, logins } = await beginning()
  await expect(
    write(rows, {
      keepCodes: () => {
        throw new Error('disk full')
      },
    }),
  ).rejects.toThrow('disk full')
  expect(await count(logins)).toBe(0)
})

it('whoever leaves is shut out and no longer required; whoever comes back joins again', async () => {
  const { round, rows, row, logins } = await beginning()
  await write(rows)
  const person = await db.person.findFirstOrThrow({ where: { loginNames: { some: { name: logins[0] } } } })
  await db.session.create({ data: { id: uuid(), personId: person.id, expiresAt: new Date(Date.now() + 3_600_000) } })
  expect(await write([row({ status: 'left' })])).toMatchObject({ joined: 0, ended: 1 })
  expect(await db.session.count({ where: { personId: person.id, revokedAt: null } })).toBe(0)
  expect(await db.oneTimeCode.count({ where: { personId: person.id, expiresAt: { gt: new Date(Date.now() + 1000) } } })).toBe(0)
  expect(await write([row({ status: 'active' })])).toMatchObject({ joined: 1, ended: 0 })
  expect(await db.assignmentMember.findFirst({ where: { personId: person.id, occurrenceId: round.id } })).toMatchObject({ endedAt: null })
})

it('of two imports at once the second finds everything done', async () => {
  const { rows, logins } = await beginning()
  const outcomes = await Promise.all([1, 2].map(() => write(rows)))
  expect(outcomes.map((outcome) => outcome.written).sort()).toEqual([false, true])
  expect(await count(logins)).toBe(2)
})

it('a manager moves, and gives up the former unit', async () => {
  const { province, rows, row } = await beginning()
  await write(rows)
  await write([row({ line: 3, loginNames: rows[1]?.loginNames ?? [], name: '郝佳', unitPath: [province.name] })])
  const person = await db.person.findFirstOrThrow({ where: { loginNames: { some: { name: rows[1]?.loginNames[0] } } }, include: { roles: true } })
  expect(person).toMatchObject({ unitId: province.id, roles: [] })
})

it('a closed unit takes nobody new', async () => {
  const { province, rows } = await beginning()
  await db.unit.update({ where: { id: province.id }, data: { active: false } })
  const { plan } = await write(rows.map((entry) => ({ ...entry, unitPath: [province.name] })))
  const reason = `“${province.name}”已停用。请写现在的机构，或先在组织页恢复它`
  expect(plan.faults.map((fault) => fault.reason)).toEqual([reason, reason])
})

it('a full roster lets go of whoever it does not name, but for those with a role over everything', async () => {
  const { province, rows, row } = await beginning()
  await write(rows)
  const administrator = await makePerson(db, { unit: province, name: '管平' })
  await grantRole(db, administrator.id, 'administrator')
  const absent = await makePerson(db, { unit: province, name: '不在册' })
  // Others of this database would leave too: only the plan is looked at.
  const { plan } = await write([rows[0] as RosterPerson], { full: true, confirms: () => false })
  expect(plan.leaving.map(({ id }) => id)).toContain(absent.id)
  expect(plan.leaving.map(({ id }) => id)).not.toContain(administrator.id)
  expect(plan.kept.map(({ name, holds }) => `${name} ${holds}`)).toContain('管平 administrator')
  const named = await write([row({ loginNames: [administrator.loginName.toUpperCase()], name: '管平', unitPath: [province.name], status: 'left' })])
  expect(named.plan.faults.map((fault) => fault.reason)).toEqual(['管平是管理员。请先在人员页收回管理员角色'])
})
