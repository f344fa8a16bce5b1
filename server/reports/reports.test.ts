import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { v7 as uuid } from 'uuid'
import { describe, expect, it } from 'vitest'
import { isOverdue } from '@/domain/overdue'
import { covers, extentOf } from '@/domain/policy'
import { errorPercent, figuresOf, memberState, rateBase, stateWord, sumFigures } from '@/domain/report'
import { addDays, businessDay } from '@/domain/time'
import { type Actor, authorize, systemScope } from '@/server/access'
import { openSession, readSession } from '@/server/auth/session'
import { published } from '@/server/content/store'
import { env } from '@/server/env'
import { testDatabase } from '@/tests/database'
import {
  addStep,
  emptyHistory,
  grantRole,
  keyedContent,
  type MadePerson,
  type MadeUnit,
  makeOccurrence,
  makePerson,
  makeUnit,
  sessionCookie,
  stepsOf,
  storeHistory,
} from '@/tests/factories'
import { exportReport } from './export-report'
import { readPersonReport } from './person-report'
import { findPerson } from './queries'
import { readReport, readReportForExport } from './report'

const db = testDatabase()
const content = await published(systemScope('reports of a test'))
const today = businessDay(new Date())
const names = { list: 'outstanding', page: 1 } as const

async function actorOf(person: MadePerson): Promise<Actor> {
  const actor = await readSession(await openSession(db, person.id, false))
  if (!actor) throw new Error('no session')
  return actor
}

// ---- Random organisations ----

type Begun = 'not' | 'before' | 'position' | 'completion' | 'attempt' | 'run'
const someone = fc.record({
  unit: fc.nat(),
  member: fc.constantFrom('yes', 'yes', 'yes', 'ended', 'no'),
  waived: fc.integer({ min: 0, max: 5 }).map((dice) => dice === 0),
  completed: fc.boolean(),
  begun: fc.constantFrom<Begun>('not', 'before', 'position', 'completion', 'attempt', 'run'),
  dueIn: fc.integer({ min: -3, max: 3 }),
  hiredAgo: fc.integer({ min: 0, max: 6 }),
  certificate: fc.constantFrom('none', 'valid', 'expired', 'revoked'),
})
const organisation = fc.record({
  /** The parent of each unit but the first, as a number to be taken modulo what is there. */
  parents: fc.array(fc.nat(), { minLength: 1, maxLength: 6 }),
  people: fc.array(someone, { minLength: 1, maxLength: 10 }),
  managed: fc.uniqueArray(fc.nat({ max: 6 }), { minLength: 1, maxLength: 2 }),
})
type Someone = typeof someone extends fc.Arbitrary<infer T> ? T : never

async function makeOrganisation({ parents, people, managed }: { parents: number[]; people: Someone[]; managed: number[] }) {
  const units: MadeUnit[] = [await makeUnit(db)]
  for (const parent of parents) units.push(await makeUnit(db, { parent: units[parent % units.length] as MadeUnit }))
  const joinedAt = new Date(Date.now() - 10 * 86_400_000)
  const occurrence = await makeOccurrence(db, { joinedAt })
  const made: { person: MadePerson; facts: Someone }[] = []
  for (const facts of people) {
    const person = await makePerson(db, { unit: units[facts.unit % units.length] as MadeUnit, hiredOn: addDays(today, -facts.hiredAgo) })
    made.push({ person, facts })
    const owner = { userId: person.id, unitId: person.unitId }
    const at = new Date(facts.begun === 'before' ? joinedAt.getTime() - 1000 : Date.now() - 1000)
    if (facts.begun === 'position') await db.lessonPosition.create({ data: { userId: person.id, lessonId: 'l', cardIndex: 1, updatedAt: at } })
    if (facts.begun === 'completion' || facts.begun === 'before')
      await db.completion.create({ data: { ...owner, kind: 'lesson', subjectId: 'l', completedAt: at } })
    if (facts.begun === 'attempt')
      await db.attempt.create({
        data: { ...owner, id: uuid(), kind: 'check', subjectId: 'l', revisionId: content.revisionId, seed: '', paper: {}, passPercent: 0, startedAt: at },
      })
    if (facts.begun === 'run') await db.scenarioRun.create({ data: { ...owner, id: uuid(), scenarioId: 's01', scenarioHash: '', seed: '', startedAt: at } })
    if (facts.member !== 'no')
      await db.assignmentMember.create({
        data: {
          occurrenceId: occurrence.id,
          personId: person.id,
          joinedAt,
          dueOn: new Date(addDays(today, facts.dueIn)),
          endedAt: facts.member === 'ended' ? new Date() : null,
          waivedAt: facts.waived ? new Date() : null,
          completedAt: facts.completed ? new Date() : null,
        },
      })
    if (facts.certificate !== 'none')
      await db.certificate.create({
        data: {
          id: uuid(),
          number: uuid(),
          token: uuid(),
          personId: person.id,
          occurrenceId: occurrence.id,
          programmeId: 'onboarding',
          attemptId: uuid(),
          holderName: person.name,
          unitName: '',
          title: '',
          scope: '',
          issuer: '',
          scorePercent: 90,
          issuedOn: new Date(addDays(today, -300)),
          validUntil: new Date(addDays(today, facts.certificate === 'expired' ? -1 : 0)),
          revokedAt: facts.certificate === 'revoked' ? new Date() : null,
        },
      })
  }
  const manager = await makePerson(db, { unit: units[0] as MadeUnit })
  const own = [...new Set(managed.map((number) => units[number % units.length] as MadeUnit))]
  for (const unit of own) await grantRole(db, manager.id, 'manager', unit.id)
  return { units, occurrence, made, actor: await actorOf(manager), reach: (path: string) => own.some((unit) => path.startsWith(unit.path)) }
}

/** What the definitions of the domain say of these people. */
const oracle = (made: { person: MadePerson; facts: Someone }[], path: string) =>
  figuresOf(
    made
      .filter(({ person, facts }) => facts.member === 'yes' && person.unitPath.startsWith(path))
      .map(({ facts }) => ({
        state: memberState({ waived: facts.waived, completed: facts.completed, begun: facts.begun !== 'not' && facts.begun !== 'before' }),
        overdue: isOverdue(addDays(today, facts.dueIn), addDays(today, -facts.hiredAgo), today),
        certified: facts.certificate === 'valid',
      })),
  )

it('in any organisation a manager sees exactly the figures of the units in reach, and of others not that they exist', async () => {
  await fc.assert(
    fc.asyncProperty(organisation, async (given) => {
      const { units, occurrence, made, actor, reach } = await makeOrganisation(given)
      const view = authorize(actor, 'report.view')
      for (const unit of units) {
        const choice = { unitId: unit.id, occurrenceId: occurrence.id }
        if (!reach(unit.path)) {
          await expect(readReport(view, content, choice, names)).rejects.toMatchObject({ code: 'not-found' })
          await expect(readReportForExport(authorize(actor, 'report.export'), content, choice)).rejects.toMatchObject({ code: 'not-found' })
          continue
        }
        const report = await readReport(view, content, choice, names)
        expect(report.figures).toEqual(oracle(made, unit.path))
        for (const row of report.rows) if (row.unit) expect(row.figures).toEqual(oracle(made, row.unit.path))
        expect(sumFigures(report.rows.map((row) => row.figures))).toEqual(report.figures)
        expect(report.names).toHaveLength(report.figures.inProgress + report.figures.notStarted)
        expect(report.above.every((above) => reach(above.path))).toBe(true)
        const { members } = await readReportForExport(authorize(actor, 'report.export'), content, choice)
        expect(members.map((member) => member.personId).sort()).toEqual(
          made
            .filter(({ person, facts }) => facts.member === 'yes' && person.unitPath.startsWith(unit.path))
            .map(({ person }) => person.id)
            .sort(),
        )
        expect(figuresOf(members)).toEqual(report.figures)
      }
    }),
    { numRuns: 15 },
  )
}, 60_000)

it('the policy and the filter agree on every person, for every role', async () => {
  await fc.assert(
    fc.asyncProperty(organisation, fc.constantFrom('manager', 'administrator', 'content_owner', null), async (given, role) => {
      const { made, actor: manager, units } = await makeOrganisation(given)
      const other = await makePerson(db, { unit: units[0] as MadeUnit })
      if (role && role !== 'manager') await grantRole(db, other.id, role)
      const actor = role === 'manager' ? manager : await actorOf(other)
      const extent = extentOf('person.view', actor.grants)
      if (!extent) {
        expect(() => authorize(actor, 'person.view')).toThrow()
        return
      }
      const scope = authorize(actor, 'person.view')
      const listed = await db.person.findMany({ where: { AND: [scope.people(), { id: { in: made.map(({ person }) => person.id) } }] }, select: { id: true } })
      for (const { person } of made) {
        const allowed = covers(extent, actor.personId, { personId: person.id, unitPath: person.unitPath })
        expect(listed.some((row) => row.id === person.id)).toBe(allowed)
        expect((await findPerson(db, scope, person.id)) !== null).toBe(allowed)
        if (!allowed) await expect(readPersonReport(db, scope, content, person.id)).rejects.toMatchObject({ code: 'not-found' })
      }
    }),
    { numRuns: 12 },
  )
}, 60_000)

it('a learner and a content owner get no report at all', async () => {
  const unit = await makeUnit(db)
  const learner = await makePerson(db, { unit })
  const owner = await makePerson(db, { unit })
  await grantRole(db, owner.id, 'content_owner')
  for (const person of [learner, owner]) {
    const actor = await actorOf(person)
    for (const action of ['report.view', 'report.export', 'person.view', 'code.issue'] as const) expect(() => authorize(actor, action)).toThrow()
  }
})

it('first answers: the first counts, at the unit where it was given, and few people stay hidden', async () => {
  const city = await makeUnit(db, { type: 'city' })
  const [county, other] = [await makeUnit(db, { parent: city }), await makeUnit(db, { parent: city })]
  const manager = await makePerson(db, { unit: city })
  await grantRole(db, manager.id, 'manager', city.id)
  const keyed = await keyedContent(db)
  const [lesson] = stepsOf(content)
  if (!lesson) throw new Error('no lesson')
  const history = emptyHistory()
  for (let i = 0; i < 9; i++) {
    const person = await makePerson(db, { unit: i < 5 ? county : other })
    addStep(history, keyed, person, lesson, { at: new Date(Date.now() - 86_400_000), errorRate: () => 1 })
    // Whoever is transferred takes no answers along.
    if (i === 0) await db.person.update({ where: { id: person.id }, data: { unitId: other.id } })
  }
  await storeHistory(db, history)
  await makeOccurrence(db)
  const { rows } = await readReport(authorize(await actorOf(manager), 'report.view'), content, { unitId: city.id, occurrenceId: null }, names)
  const rateIn = (unit: MadeUnit) => rows.find((row) => row.unit?.id === unit.id)?.heat.get(lesson.chapterId)
  expect(rateIn(county)).toMatchObject({ people: 5 })
  expect(errorPercent(rateIn(county) ?? { people: 0, answers: 0, wrong: 0 })).toBe(100)
  expect(rateIn(other)).toMatchObject({ people: 4 })
  expect(errorPercent(rateIn(other) ?? { people: 0, answers: 0, wrong: 0 })).toBeNull()
})

describe('an export', () => {
  async function beginning() {
    const unit = await makeUnit(db, { type: 'city' })
    const county = await makeUnit(db, { parent: unit })
    const manager = await makePerson(db, { unit, name: '周岚' })
    await grantRole(db, manager.id, 'manager', unit.id)
    const number = `00${uuid().slice(-6)}`
    const people = [
      await makePerson(db, { unit: county, name: '=1+1', loginNames: [number] }),
      await makePerson(db, { unit, name: '谭静' }),
      await makePerson(db, { unit: county, name: '石磊' }),
    ]
    const occurrence = await makeOccurrence(db, { members: people.map((person) => person.id), dueOn: '2026-12-05' })
    const done = people[1] as MadePerson
    await db.assignmentMember.updateMany({ where: { personId: done.id }, data: { completedAt: new Date('2026-11-20T16:30:00Z') } })
    const figures = (await readReport(authorize(await actorOf(manager), 'report.view'), content, { unitId: unit.id, occurrenceId: occurrence.id }, names))
      .figures
    return { unit, county, manager, number: number.toUpperCase(), occurrence, figures }
  }
  async function download(person: MadePerson, unitId: string, query: string): Promise<Response> {
    const cookie = await sessionCookie(db, person.id)
    return exportReport(new Request(`${env().NEXTAUTH_URL}/api/reports/${unitId}/export?${query}`, { headers: { cookie: `${cookie.name}=${cookie.value}` } }), {
      params: Promise.resolve({ unitId }),
    })
  }

  it('as csv equals the screen, and runs no formula', async () => {
    const { unit, manager, number, occurrence, figures } = await beginning()
    const response = await download(manager, unit.id, `format=csv&occurrence=${occurrence.id}`)
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    const rows = parse(bytes, { bom: true, columns: true }) as Record<string, string>[]
    expect(rows).toHaveLength(figures.required)
    expect(rows.filter((row) => row.状态 === stateWord.completed)).toHaveLength(figures.completed)
    expect(rows.find((row) => row.工号 === number)).toMatchObject({ 姓名: "'=1+1", 截止日期: '2026-12-05' })
    expect(rows.find((row) => row.姓名 === '谭静')?.完成时间).toBe('2026-11-21 00:30')
    expect(await db.auditEntry.count({ where: { action: 'report.exported', actorId: manager.id, subjectId: unit.id } })).toBe(1)
  })

  it('as xlsx equals the screen: real dates, numbers as text, frozen header, what it means and as of when', async () => {
    const { unit, manager, number, occurrence, figures } = await beginning()
    const response = await download(manager, unit.id, `format=xlsx&occurrence=${occurrence.id}`)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(await response.arrayBuffer())
    const [cover, units, people] = ['说明', '机构', '人员'].map((name) => workbook.getWorksheet(name))
    if (!cover || !units || !people) throw new Error('a sheet is missing')
    for (const sheet of [cover, units, people]) expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
    const facts = new Map(cover.getRows(2, cover.rowCount - 1)?.map((row) => [String(row.getCell(1).value), row.getCell(2).value]))
    expect(facts.get('机构')).toBe(unit.name)
    expect(facts.get('应训')).toBe(figures.required)
    expect(facts.get('已完成')).toBe(figures.completed)
    expect(facts.get('完成率')).toBe(`33%=${figures.completed}÷${rateBase(figures)}`)
    expect(facts.get('导出人')).toMatch(/^周岚/)
    expect(facts.get('数据截至')).toMatch(/^\d{4}年\d{1,2}月\d{1,2}日\d\d:\d\d（北京时间）$/)
    expect(units.lastRow?.getCell(1).value).toBe('合计')
    expect(units.lastRow?.getCell(2).value).toBe(figures.required)
    expect(people.rowCount).toBe(figures.required + 1)
    const row = people.getRows(2, figures.required)?.find((one) => one.getCell(3).value === number)
    expect(row?.getCell(2).value).toBe('=1+1')
    expect(row?.getCell(10).value).toEqual(new Date('2026-12-05'))
  })

  it('is for those in reach, and of known formats only', async () => {
    const { unit, county, manager, occurrence } = await beginning()
    const stranger = await makePerson(db, { unit: county })
    await grantRole(db, stranger.id, 'manager', county.id)
    const query = `format=csv&occurrence=${occurrence.id}`
    expect((await download(stranger, unit.id, query)).status).toBe(404)
    expect((await download(stranger, county.id, query)).status).toBe(200)
    expect((await download(manager, 'nowhere', query)).status).toBe(404)
    expect((await download(manager, unit.id, 'format=pdf')).status).toBe(400)
    expect((await download(await makePerson(db, { unit }), unit.id, query)).status).toBe(404)
  })
})
