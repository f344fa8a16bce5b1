import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { v7 as uuid } from 'uuid'
import { expect, it } from 'vitest'
import type { JsonEndpoint, Results } from '@/domain/api'
import { pathOf, type TreeUnit, type UnitType, unitTypes } from '@/domain/unit'
import { Prisma } from '@/generated/prisma/client'
import { type Actor, authorize, systemScope } from '@/server/access'
import { openSession, readSession } from '@/server/auth/session'
import { published } from '@/server/content/store'
import { env } from '@/server/env'
import { lockRoster } from '@/server/people/queries'
import { countFirstAnswers, countMembers, findUnit } from '@/server/reports/queries'
import { readReport } from '@/server/reports/report'
import { importRoster } from '@/server/rosters/import-roster'
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
import { appointManager } from './appoint-manager'
import { changeUnit } from './change-unit'
import { closeUnit } from './close-unit'
import { createUnit } from './create-unit'
import { dismissManager } from './dismiss-manager'
import { mergeUnit } from './merge-unit'
import { moveUnit } from './move-unit'
import { findCandidates, listChanges } from './queries'
import { reopenUnit } from './reopen-unit'

const db = testDatabase()
const content = await published(systemScope('units of a test'))
const verbs = { createUnit, changeUnit, moveUnit, mergeUnit, closeUnit, reopenUnit, appointManager, dismissManager }

type Cookie = { name: string; value: string }
async function post<K extends keyof typeof verbs & JsonEndpoint>(name: K, params: Record<string, string>, body: object, cookie?: Cookie) {
  const response = await verbs[name](
    new Request(`${env().NEXTAUTH_URL}/api/x`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: env().NEXTAUTH_URL, ...(cookie ? { cookie: `${cookie.name}=${cookie.value}` } : {}) },
      body: JSON.stringify(body),
    }),
    { params: Promise.resolve(params) },
  )
  const answer = (await response.json()) as { data?: Results[K]; error?: { code: string; reason?: string; message: string } }
  return { status: response.status, ...answer }
}
const actorOf = async (person: { id: string }): Promise<Actor> => {
  const actor = await readSession(await openSession(db, person.id, false))
  if (!actor) throw new Error('no session')
  return actor
}
/** An administrator who works elsewhere, so that the tree of a test is its own. */
async function administrator(): Promise<{ person: MadePerson; cookie: Cookie }> {
  const person = await makePerson(db, { unit: await makeUnit(db) })
  await grantRole(db, person.id, 'administrator')
  return { person, cookie: await sessionCookie(db, person.id) }
}
const unitsOf = (ids: string[]) => db.unit.findMany({ where: { id: { in: ids } } })
const made = (unit: { id: string; path: string; name: string }): MadeUnit => unit

/** p ─ a ─ a1, a2; p ─ b ─ b1 */
async function province() {
  const p = await makeUnit(db)
  const a = await makeUnit(db, { parent: p, type: 'city', name: '甲市分公司', sort: 0 })
  const b = await makeUnit(db, { parent: p, type: 'city', name: '乙市分公司', sort: 1 })
  const a1 = await makeUnit(db, { parent: a, name: '一支公司' })
  const a2 = await makeUnit(db, { parent: a, name: '二支公司', sort: 1 })
  const b1 = await makeUnit(db, { parent: b, name: '三支公司' })
  return { p, a, b, a1, a2, b1 }
}

// ---- Who may ----

it('is for administrators; for others the units do not exist', async () => {
  const { a, a1, b } = await province()
  const manager = await makePerson(db, { unit: a })
  await grantRole(db, manager.id, 'manager', a.id)
  const { cookie } = await administrator()
  const id = uuid()
  const asks: [keyof typeof verbs, Record<string, string>, object][] = [
    ['createUnit', {}, { id, parentId: a.id, type: 'county', name: '新支公司' }],
    ['changeUnit', { unitId: a1.id }, { name: '改', type: 'county', sort: 1 }],
    ['moveUnit', { unitId: a1.id }, { toId: b.id, rehearsal: false }],
    ['mergeUnit', { unitId: a1.id }, { intoId: b.id, rehearsal: false }],
    ['closeUnit', { unitId: a1.id }, {}],
    ['reopenUnit', { unitId: a1.id }, {}],
    ['appointManager', { unitId: a1.id }, { personId: manager.id }],
    ['dismissManager', { unitId: a.id, personId: manager.id }, {}],
  ]
  const managers = await sessionCookie(db, manager.id)
  for (const [name, params, body] of asks) {
    expect((await post(name, params, body)).status, name).toBe(401)
    expect((await post(name, params, body, managers)).status, name).toBe(404)
    const absent = name === 'createUnit' ? [params, { ...body, parentId: uuid() }] : [{ ...params, unitId: uuid() }, body]
    expect((await post(name, absent[0] as Record<string, string>, absent[1] as object, cookie)).status, name).toBe(404)
  }
  expect(await db.unit.count({ where: { OR: [{ id }, { name: '改' }] } })).toBe(0)
  expect(await db.auditEntry.count({ where: { actorId: manager.id } })).toBe(0)
})

// ---- One verb after the other ----

it('makes a unit once, the last beside its siblings', async () => {
  const { a } = await province()
  const { person, cookie } = await administrator()
  const id = uuid()
  const body = { id, parentId: a.id, type: 'service_office', name: ' 新  营销服务部 ' }
  for (let times = 0; times < 2; times++) expect(await post('createUnit', {}, body, cookie)).toMatchObject({ status: 200, data: { unitId: id } })
  expect(await db.unit.findUnique({ where: { id } })).toMatchObject({ name: '新 营销服务部', sort: 2, path: `${a.path}${id}/`, active: true })
  expect(await db.auditEntry.count({ where: { action: 'unit.created', subjectId: id, actorId: person.id } })).toBe(1)
  expect(await post('createUnit', {}, { ...body, id: uuid() }, cookie)).toMatchObject({ status: 409, error: { reason: 'name-taken' } })
  expect(await post('createUnit', {}, { ...body, id: uuid(), parentId: id, type: 'city' }, cookie)).toMatchObject({
    status: 409,
    error: { reason: 'wrong-level' },
  })
  expect((await post('createUnit', {}, { ...body, id: uuid(), name: '甲/乙' }, cookie)).error?.message).toContain('斜杠')
})

it('renames and reorders; what stays the same leaves no line', async () => {
  const { a1 } = await province()
  const { cookie } = await administrator()
  for (let times = 0; times < 2; times++)
    expect((await post('changeUnit', { unitId: a1.id }, { name: '新一支公司', type: 'county', sort: 7 }, cookie)).status).toBe(200)
  const lines = await db.auditEntry.findMany({ where: { action: 'unit.changed', subjectId: a1.id } })
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatchObject({ before: { name: '一支公司', sort: 0 }, after: { name: '新一支公司', sort: 7 } })
  expect((await post('changeUnit', { unitId: a1.id }, { name: '二支公司', type: 'county', sort: 7 }, cookie)).error?.reason).toBe('name-taken')
})

it('moves a subtree: a rehearsal tells the same and changes nothing, managers see it at their next request', async () => {
  const { p, a, b, a1 } = await province()
  const office = await makeUnit(db, { parent: a1, type: 'sales_office' })
  const people = [await makePerson(db, { unit: a1 }), await makePerson(db, { unit: office }), await makePerson(db, { unit: office, status: 'left' })]
  const [managesA, managesB] = [await makePerson(db, { unit: a }), await makePerson(db, { unit: b })]
  await grantRole(db, managesA.id, 'manager', a.id)
  await grantRole(db, managesB.id, 'manager', b.id)
  const [sessionA, sessionB] = [await openSession(db, managesA.id, false), await openSession(db, managesB.id, false)]
  const given = await makeOccurrence(db, { rule: { unitIds: [b.id] }, members: [managesB.id] })
  const lost = await makeOccurrence(db, { rule: { unitIds: [a.id] }, members: [managesA.id, ...people.slice(0, 2).map((person) => person.id)] })
  const { cookie } = await administrator()
  const ask = (rehearsal: boolean) => post('moveUnit', { unitId: a1.id }, { toId: b.id, rehearsal }, cookie)

  const sees = async (session: string, person: MadePerson) => {
    const actor = await readSession(session)
    if (!actor) throw new Error('no session')
    return (await db.person.count({ where: { AND: [{ id: person.id }, authorize(actor, 'person.view').people()] } })) === 1
  }
  const told = { units: 1, people: 2, joined: 2, ended: 2, managers: [] }
  expect((await ask(true)).data).toEqual(told)
  expect(await db.unit.findUnique({ where: { id: a1.id } })).toMatchObject({ parentId: a.id, path: a1.path })
  expect(await db.auditEntry.count({ where: { subjectId: a1.id } })).toBe(0)
  expect([await sees(sessionA, people[1] as MadePerson), await sees(sessionB, people[1] as MadePerson)]).toEqual([true, false])

  expect((await ask(false)).data).toEqual(told)
  expect([await sees(sessionA, people[1] as MadePerson), await sees(sessionB, people[1] as MadePerson)]).toEqual([false, true])
  expect((await ask(false)).data).toEqual({ units: 0, people: 0, joined: 0, ended: 0, managers: [] })
  expect(await db.unit.findUnique({ where: { id: office.id } })).toMatchObject({ path: `${p.path}${b.id}/${a1.id}/${office.id}/` })
  const open = (occurrenceId: string) => db.assignmentMember.count({ where: { occurrenceId, endedAt: null } })
  expect([await open(given.id), await open(lost.id)]).toEqual([3, 1])
  expect(await db.auditEntry.findMany({ where: { action: 'unit.moved', subjectId: a1.id } })).toMatchObject([
    { before: { parentId: a.id, parentName: '甲市分公司' }, after: { parentId: b.id, parentName: '乙市分公司', units: 1, people: 2, joined: 2, ended: 2 } },
  ])
})

it('merges: people and open units come along, the closed one keeps what happened, and it counts there', async () => {
  const { p, a, b, a1, a2 } = await province()
  const shut = await makeUnit(db, { parent: a, name: '旧支公司', sort: 2 })
  await db.unit.update({ where: { id: shut.id }, data: { active: false } })
  const keyed = await keyedContent(db)
  const [lesson] = stepsOf(content)
  if (!lesson) throw new Error('no lesson')
  const history = emptyHistory()
  const inA: MadePerson[] = []
  for (const unit of [a, a, a, a1, b, b]) {
    const person = await makePerson(db, { unit })
    if (unit.id !== b.id) inA.push(person)
    addStep(history, keyed, person, lesson, { at: new Date(Date.now() - 86_400_000), errorRate: () => 1 })
  }
  await storeHistory(db, history)
  const formerly = await makePerson(db, { unit: a, status: 'left' })
  const manager = await makePerson(db, { unit: a, name: '周岚' })
  await grantRole(db, manager.id, 'manager', a.id)
  const round = await makeOccurrence(db, { members: [...inA, manager].map((person) => person.id), rule: { unitIds: [p.id] } })
  const { person: admin, cookie } = await administrator()
  const view = authorize(await actorOf(admin), 'report.view')
  const answers = async (unit: MadeUnit) => {
    const found = await findUnit(db, view, unit.id)
    if (!found) throw new Error('no unit')
    const heat = await countFirstAnswers(db, view, found, content)
    return [...heat.values()].reduce((sum, chapters) => sum + (chapters.get(lesson.chapterId)?.answers ?? 0), 0)
  }
  const all = await answers(p)
  const before = { a: await answers(a), b: await answers(b) }
  expect(before.a + before.b).toBe(all)
  expect(before.b).toBeGreaterThan(0)

  const told = { units: 2, people: 5, joined: 0, ended: 0, managers: ['周岚'] }
  expect((await post('mergeUnit', { unitId: a.id }, { intoId: b.id, rehearsal: true }, cookie)).data).toEqual(told)
  expect(await db.roleGrant.count({ where: { personId: manager.id } })).toBe(1)
  expect((await post('mergeUnit', { unitId: a.id }, { intoId: b.id, rehearsal: false }, cookie)).data).toEqual(told)
  expect((await post('mergeUnit', { unitId: a.id }, { intoId: b.id, rehearsal: false }, cookie)).data).toMatchObject({ people: 0 })

  const units = new Map((await unitsOf([a, a1, a2, b, shut].map((unit) => unit.id))).map((unit) => [unit.id, unit]))
  expect(units.get(a.id)).toMatchObject({ active: false, parentId: b.id, path: `${b.path}${a.id}/` })
  expect(units.get(a1.id)).toMatchObject({ active: true, parentId: b.id, path: `${b.path}${a1.id}/` })
  expect(units.get(shut.id)).toMatchObject({ active: false, parentId: a.id, path: `${b.path}${a.id}/${shut.id}/` })
  expect((await unitsOf([a1.id, a2.id])).map((unit) => unit.sort).sort()).toEqual([1, 2])
  expect(await db.person.count({ where: { unitId: a.id } })).toBe(0)
  expect(await db.person.findUnique({ where: { id: formerly.id } })).toMatchObject({ unitId: b.id })
  expect(await db.roleGrant.count({ where: { personId: manager.id } })).toBe(0)
  expect(await db.attempt.count({ where: { unitId: a.id } })).toBeGreaterThan(0)

  // Every answer counts once below B, and B's page shows it: in the row of the unit itself, since a closed one has none.
  expect([await answers(p), await answers(b)]).toEqual([all, all])
  const report = await readReport(view, content, { unitId: b.id, occurrenceId: round.id }, { list: 'outstanding', page: 1 })
  expect(report.rows.map((row) => row.unit?.id ?? null)).toEqual([null, expect.any(String), a1.id, a2.id])
  expect(report.rows.some((row) => row.unit?.id === a.id)).toBe(false)
  expect(report.figures.required).toBe(5)
  const sum = report.rows.reduce((total, row) => total + (row.heat.get(lesson.chapterId)?.answers ?? 0), 0)
  expect(sum).toBe(all)
  expect(await db.auditEntry.findMany({ where: { subjectId: a.id, action: 'unit.merged' } })).toMatchObject([
    { before: { managerIds: [manager.id] }, after: { intoId: b.id, people: 5, units: 2 } },
  ])
  expect((await listChanges(db, authorize(await actorOf(admin), 'unit.edit'), b.id)).map((line) => line.action)).toEqual(['unit.absorbed'])
})

it('closes what is empty, ends its managers, and nobody can come to it, by whatever way', async () => {
  const { a, b, b1 } = await province()
  const manager = await makePerson(db, { unit: b })
  await grantRole(db, manager.id, 'manager', b1.id)
  const person = await makePerson(db, { unit: b1 })
  const { cookie } = await administrator()
  const close = (unit: MadeUnit) => post('closeUnit', { unitId: unit.id }, {}, cookie)
  expect((await close(b1)).error).toMatchObject({ reason: 'people', message: '还有1人在册。请先调走他们，或并入别的机构。' })
  await db.person.update({ where: { id: person.id }, data: { status: 'left' } })
  for (let times = 0; times < 2; times++) expect((await close(b1)).status).toBe(200)
  expect(await db.auditEntry.count({ where: { action: 'unit.closed', subjectId: b1.id } })).toBe(1)
  expect(await db.roleGrant.count({ where: { personId: manager.id } })).toBe(0)
  expect((await close(a)).error?.reason).toBe('units-below')

  await expect(makePerson(db, { unit: b1 })).rejects.toThrow()
  await expect(db.person.update({ where: { id: manager.id }, data: { unitId: b1.id } })).rejects.toThrow()
  await expect(db.person.update({ where: { id: person.id }, data: { status: 'active' } })).rejects.toThrow()
  await db.person.update({ where: { id: person.id }, data: { position: '出单' } })
  expect((await post('appointManager', { unitId: b1.id }, { personId: manager.id }, cookie)).error?.reason).toBe('closed')
  expect((await post('createUnit', {}, { id: uuid(), parentId: b1.id, type: 'department', name: '组' }, cookie)).error?.reason).toBe('closed')
  expect((await post('moveUnit', { unitId: a.id }, { toId: b1.id, rehearsal: true }, cookie)).error?.reason).toBe('closed')
  const rosterRow = { ...{ line: 2, position: '出单', serviceStage: '承保', staffKind: 'staff' as const, hiredOn: '2026-01-05', phone: null, mail: null } }
  const unitPath = [(await db.unit.findUniqueOrThrow({ where: { id: b.path.split('/')[1] as string } })).name, b.name, b1.name]
  const people = [{ ...rosterRow, loginNames: [uuid()], name: '吴桐', unitPath, status: null, manager: null }]
  const told = await importRoster(
    db,
    { people, bad: [], faults: [], places: {} },
    { fileName: 'x.csv', full: false, confirms: () => true, keepCodes: () => {} },
  )
  expect(told).toMatchObject({ written: false, summary: { counts: { wrong: 1 } } })
  expect(JSON.stringify(told.plan.faults)).toContain('已停用')
  // The database itself does not close a unit under someone who is coming to it.
  await expect(db.unit.update({ where: { id: b.id }, data: { active: false } })).rejects.toThrow()

  for (let times = 0; times < 2; times++) expect((await post('reopenUnit', { unitId: b1.id }, {}, cookie)).status).toBe(200)
  await makePerson(db, { unit: b1 })
})

it('appoints and dismisses managers, effective at the next request of an open session', async () => {
  const { a, a1 } = await province()
  const person = await makePerson(db, { unit: a, name: '谭静', loginNames: ['0067A1'] })
  await db.person.update({ where: { id: person.id }, data: { nameInitials: 'tj' } })
  const gone = await makePerson(db, { unit: a, status: 'left' })
  const { person: admin, cookie } = await administrator()
  const session = await openSession(db, person.id, false)
  const mayView = async () => (await readSession(session))?.grants.some((grant) => grant.role === 'manager' && grant.unitPath === a1.path) ?? false
  const appoint = (personId: string) => post('appointManager', { unitId: a1.id }, { personId }, cookie)
  expect(await mayView()).toBe(false)
  for (let times = 0; times < 2; times++) expect((await appoint(person.id)).status).toBe(200)
  expect(await mayView()).toBe(true)
  expect((await appoint(gone.id)).error?.reason).toBe('left')
  expect((await appoint(uuid())).status).toBe(404)
  for (let times = 0; times < 2; times++) expect((await post('dismissManager', { unitId: a1.id, personId: person.id }, {}, cookie)).status).toBe(200)
  expect(await mayView()).toBe(false)
  expect(await db.auditEntry.findMany({ where: { subjectId: a1.id }, orderBy: { at: 'asc' } })).toMatchObject([
    { action: 'manager.appointed', after: { personId: person.id } },
    { action: 'manager.dismissed', before: { personId: person.id } },
  ])
  const scope = authorize(await actorOf(admin), 'unit.edit')
  for (const text of ['谭静', 'TJ', '0067a', '００６７'])
    expect(
      (await findCandidates(db, scope, text)).map((candidate) => candidate.personId),
      text,
    ).toContain(person.id)
})

// ---- At the same time ----

it('of two moves that together make a circle, one is refused', async () => {
  const p = await makeUnit(db)
  const { cookie } = await administrator()
  for (let round = 0; round < 5; round++) {
    const x = await makeUnit(db, { parent: p, type: 'department' })
    const y = await makeUnit(db, { parent: p, type: 'department' })
    const move = (from: MadeUnit, to: MadeUnit) => post('moveUnit', { unitId: from.id }, { toId: to.id, rehearsal: false }, cookie)
    const answers = await Promise.all([move(x, y), move(y, x)])
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409])
    expect(answers.find((answer) => answer.status === 409)?.error?.reason).toBe('below-itself')
  }
})

it('a unit waits for whoever is coming to it before it closes, and nobody comes once it has closed', async () => {
  const { b1, b } = await province()
  const { cookie } = await administrator()
  const person = await makePerson(db, { unit: b })
  const comes = db.$transaction(async (tx) => {
    await tx.person.update({ where: { id: person.id }, data: { unitId: b1.id } })
    await sleep(400)
  })
  await sleep(100)
  const [closing] = await Promise.all([post('closeUnit', { unitId: b1.id }, {}, cookie), comes])
  expect(closing).toMatchObject({ status: 409, error: { reason: 'people' } })
  await db.person.update({ where: { id: person.id }, data: { unitId: b.id } })

  const closes = db.$transaction(async (tx) => {
    await tx.unit.update({ where: { id: b1.id }, data: { active: false } })
    await sleep(400)
  })
  await sleep(100)
  await expect(Promise.all([db.person.update({ where: { id: person.id }, data: { unitId: b1.id } }), closes])).rejects.toThrow()
  expect(await db.person.count({ where: { unitId: b1.id } })).toBe(0)
})

it('while a roster is being written, a change is put off in words', async () => {
  const { a1, b } = await province()
  const { cookie } = await administrator()
  let finish = () => {}
  const writing = db.$transaction((tx) => lockRoster(tx, systemScope('a long roster')).then(() => new Promise<void>((resolve) => (finish = resolve))), {
    timeout: 20_000,
  })
  await sleep(200)
  expect(await post('moveUnit', { unitId: a1.id }, { toId: b.id, rehearsal: true }, cookie)).toMatchObject({
    status: 503,
    error: { code: 'unavailable', message: expect.stringContaining('花名册') },
  })
  finish()
  await writing
}, 20_000)

// ---- Any tree, any order of changes ----

type Change =
  | { kind: 'create'; at: number; type: UnitType; name: number }
  | { kind: 'move' | 'merge'; at: number; to: number }
  | { kind: 'close' | 'reopen'; at: number }
const place = fc.nat({ max: 40 })
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('create' as const), at: place, type: fc.constantFrom(...unitTypes), name: fc.nat({ max: 6 }) }),
  fc.record({ kind: fc.constantFrom('move' as const, 'merge' as const), at: place, to: place }),
  fc.record({ kind: fc.constantFrom('close' as const, 'reopen' as const), at: place }),
)
const organisation = fc.record({
  units: fc.array(fc.record({ parent: place, type: fc.constantFrom('city', 'county', 'sales_office', 'department', 'department' as UnitType) }), {
    minLength: 3,
    maxLength: 8,
  }),
  people: fc.array(place, { minLength: 1, maxLength: 8 }),
  managed: fc.uniqueArray(place, { minLength: 1, maxLength: 3 }),
  changes: fc.array(change, { minLength: 4, maxLength: 12 }),
})

it('whatever is moved, merged and closed: paths are the chains of parents, nobody is lost, and each sees what stands below', async () => {
  const { cookie } = await administrator()
  const done = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(organisation, async ({ units: given, people, managed, changes }) => {
      const root = await makeUnit(db)
      const ids = [root.id]
      const pick = (index: number) => ids[index % ids.length] as string
      const read = async (id: string) => made(await db.unit.findUniqueOrThrow({ where: { id } }))
      for (const unit of given) ids.push((await makeUnit(db, { parent: await read(pick(unit.parent)), type: unit.type })).id)
      const persons: MadePerson[] = []
      for (const unit of people) persons.push(await makePerson(db, { unit: await read(pick(unit)) }))
      const occurrence = await makeOccurrence(db, { members: persons.map((person) => person.id), rule: { unitIds: [root.id] } })
      const manager = await makePerson(db, { unit: await makeUnit(db) })
      for (const unit of new Set(managed.map(pick))) await grantRole(db, manager.id, 'manager', unit)

      for (const step of changes) {
        const unitId = pick(step.at)
        const id = uuid()
        const answer =
          step.kind === 'create'
            ? await post('createUnit', {}, { id, parentId: unitId, type: step.type, name: `新${step.name}` }, cookie)
            : step.kind === 'move'
              ? await post('moveUnit', { unitId }, { toId: pick(step.to), rehearsal: false }, cookie)
              : step.kind === 'merge'
                ? await post('mergeUnit', { unitId }, { intoId: pick(step.to), rehearsal: false }, cookie)
                : await post(step.kind === 'close' ? 'closeUnit' : 'reopenUnit', { unitId }, {}, cookie)
        expect([200, 409]).toContain(answer.status)
        if (answer.status === 200) done.set(step.kind, (done.get(step.kind) ?? 0) + 1)
        if (step.kind === 'create' && answer.status === 200) ids.push(id)
      }

      const after = await unitsOf(ids)
      const tree = after as TreeUnit[]
      expect(after).toHaveLength(ids.length)
      for (const unit of after) {
        expect(unit.path).toBe(pathOf(tree, unit.id)) // pathOf would not end in a circle
        const parent = after.find((entry) => entry.id === unit.parentId)
        expect(unit.active && parent ? parent.active : true).toBe(true)
      }
      const now = await db.person.findMany({ where: { id: { in: persons.map((person) => person.id) } } })
      expect(now).toHaveLength(persons.length)
      for (const person of now) expect(after.find((unit) => unit.id === person.unitId)?.active).toBe(true)

      // The oracle walks parents; the filters look at paths.
      const actor = await actorOf(manager)
      const grants = await db.roleGrant.findMany({ where: { personId: manager.id } })
      const covered = (unitId: string) => grants.some((grant) => pathOf(tree, unitId).includes(`/${grant.unitId}/`))
      const expectedUnits = ids.filter(covered).sort()
      const expectedPeople = now.filter((person) => covered(person.unitId)).map((person) => person.id)
      if (actor.grants.length === 0) expect(() => authorize(actor, 'person.view')).toThrow()
      else {
        const scope = authorize(actor, 'person.view')
        expect((await db.unit.findMany({ where: { AND: [{ id: { in: ids } }, scope.units()] } })).map((unit) => unit.id).sort()).toEqual(expectedUnits)
        const listed = await db.person.findMany({ where: { AND: [{ id: { in: now.map((person) => person.id) } }, scope.people()] } })
        expect(listed.map((person) => person.id).sort()).toEqual(expectedPeople.sort())
        const bySql = await db.$queryRaw<{ id: string }[]>`
          SELECT p."id" FROM "Person" p JOIN "Unit" u ON u."id" = p."unitId"
          WHERE p."id" = ANY(${now.map((person) => person.id)}::uuid[]) AND ${scope.sql(Prisma.sql`p."id"`, Prisma.sql`u."path"`)}`
        expect(bySql.map((person) => person.id).sort()).toEqual(expectedPeople)
      }
      const view = authorize(await actorOf((await administratorOnce()).person), 'report.view')
      const top = await findUnit(db, view, root.id)
      if (!top) throw new Error('no root')
      // The root may itself have been merged away; then it has nobody below.
      const counted = await countMembers(db, view, top, occurrence.id)
      const required = [...counted.values()].reduce((sum, figures) => sum + figures.required, 0)
      expect(required).toBe(persons.length)
    }),
    { numRuns: 25 },
  )
  // A property that never comes to the changes it speaks of would hold for nothing.
  for (const kind of ['create', 'move', 'merge', 'close', 'reopen']) expect(done.get(kind) ?? 0, kind).toBeGreaterThan(0)
}, 120_000)

let once: ReturnType<typeof administrator> | undefined
const administratorOnce = () => {
  once ??= administrator()
  return once
}
