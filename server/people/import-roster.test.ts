import { v7 as uuid } from 'uuid'
import { expect, it } from 'vitest'
import type { RosterPerson } from '@/domain/roster'
import { testDatabase } from '@/tests/database'
import { makeOccurrence, makeUnit } from '@/tests/factories'
import { hashCode } from './credentials'
import { type HandedCode, importRoster } from './import-roster'

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
  return { province, round, rows, logins: rows.flatMap((entry) => entry.loginNames) }
}
const unwanted = () => {
  throw new Error('no codes were expected')
}
const count = (logins: string[]) => db.loginName.count({ where: { name: { in: logins } } })

it('writes units, people, roles, codes and memberships; again, it changes nothing', async () => {
  const { province, round, rows, logins } = await beginning()
  const codes: HandedCode[] = []
  const first = await importRoster(db, rows, { dryRun: false, keepCodes: (made) => codes.push(...made) })
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
  expect(people.find((person) => person.name === '郝佳')?.roles).toMatchObject([
    { role: 'manager', unitId: people.find((person) => person.name === '郝佳')?.unitId },
  ])
  const again = await importRoster(db, rows, { dryRun: false, keepCodes: unwanted })
  expect(again).toMatchObject({ written: false })
  expect(again.plan).toMatchObject({ newPeople: [], changed: [], newUnits: [], faults: [] })
})

it('a dry run writes nothing', async () => {
  const { rows, logins } = await beginning()
  const { plan } = await importRoster(db, rows, { dryRun: true, keepCodes: unwanted })
  expect(plan.newPeople).toHaveLength(2)
  expect(await count(logins)).toBe(0)
})

it('one wrong row keeps all out', async () => {
  const { rows, logins } = await beginning()
  const { plan, written } = await importRoster(db, [...rows, { ...(rows[0] as RosterPerson), line: 4, loginNames: [`02${uuid()}`], unitPath: ['别处'] }], {
    dryRun: false,
    keepCodes: unwanted,
  })
  expect(plan.faults.map((fault) => fault.line)).toEqual([4])
  expect(written).toBe(false)
  expect(await count(logins)).toBe(0)
})

it('when the codes cannot be kept, nobody is written', async () => {
  const { rows, logins } = await beginning()
  await expect(
    importRoster(db, rows, {
      dryRun: false,
      keepCodes: () => {
        throw new Error('disk full')
      },
    }),
  ).rejects.toThrow('disk full')
  expect(await count(logins)).toBe(0)
})

it('whoever leaves is shut out and no longer required; whoever comes back joins again', async () => {
  const { round, rows, logins } = await beginning()
  await importRoster(db, rows, { dryRun: false, keepCodes: () => {} })
  const row = rows[0] as RosterPerson
  const person = await db.person.findFirstOrThrow({ where: { loginNames: { some: { name: logins[0] } } } })
  await db.session.create({ data: { id: uuid(), personId: person.id, expiresAt: new Date(Date.now() + 3_600_000) } })
  expect(await importRoster(db, [{ ...row, status: 'left' }], { dryRun: false, keepCodes: unwanted })).toMatchObject({ joined: 0, ended: 1 })
  expect(await db.session.count({ where: { personId: person.id, revokedAt: null } })).toBe(0)
  expect(await db.oneTimeCode.count({ where: { personId: person.id, expiresAt: { gt: new Date(Date.now() + 1000) } } })).toBe(0)
  expect(await importRoster(db, [{ ...row, status: 'active' }], { dryRun: false, keepCodes: unwanted })).toMatchObject({ joined: 1, ended: 0 })
  expect(await db.assignmentMember.findFirst({ where: { personId: person.id, occurrenceId: round.id } })).toMatchObject({ endedAt: null })
})

it('of two imports at once the second finds everything done', async () => {
  const { rows, logins } = await beginning()
  const outcomes = await Promise.all([1, 2].map(() => importRoster(db, rows, { dryRun: false, keepCodes: () => {} })))
  expect(outcomes.map((outcome) => outcome.written).sort()).toEqual([false, true])
  expect(await count(logins)).toBe(2)
})
