import { parse } from 'csv-parse/sync'
import { v7 as uuid } from 'uuid'
import { expect, it } from 'vitest'
import { accountFilters, grantedRoles, type PeopleSearch, statusFilters } from '@/domain/person'
import { seeded } from '@/domain/random'
import { nameLists } from '@/domain/report'
import { testDatabase } from '@/tests/database'
import { grantRole, type MadePerson, type MadeUnit, makeOccurrence, makePerson, makeUnit, sessionCookie } from '@/tests/factories'
import { type Actor, authorize } from './access'
import { openSession, readSession } from './auth/session'
import { findCertificate } from './certificates/queries'
import { listWaitingPeople, listWaitingUnits } from './codes/queries'
import { env } from './env'
import { findUnit, listPeople, listUnits, readPersonFile } from './people/queries'
import { exportReport } from './reports/export-report'
import * as reports from './reports/queries'
import { countSessions } from './sessions/queries'

/**
 * Ten thousand questions of random managers about random people and units, through every query that lists, finds, counts or exports people: nobody
 * outside the subtree may come back. What is inside is worked out here by walking parents, not paths.
 */

const db = testDatabase()
const tries = 10_000

type World = {
  units: (MadeUnit & { parent: string | null })[]
  people: MadePerson[]
  managers: { actor: Actor; person: MadePerson; people: Set<string>; units: Set<string> }[]
  occurrenceId: string
  certificateIds: Map<string, string>
}

async function makeWorld(dice: () => number): Promise<World> {
  const pick = <T>(list: T[]): T => list[Math.floor(dice() * list.length)] as T
  const units: World['units'] = []
  for (let n = 0; n < 40; n++) {
    const parent = n < 2 ? undefined : pick(units)
    units.push({ ...(await makeUnit(db, parent ? { parent } : {})), parent: parent?.id ?? null })
  }
  // The same few names everywhere, so that a search by name meets people on both sides.
  const people: MadePerson[] = []
  for (let n = 0; n < 240; n++)
    people.push(
      await makePerson(db, {
        unit: pick(units),
        name: pick(['吴桐', '林若楠', '欧阳晴', '巴特尔·阿古拉', '何建平']),
        status: pick(['active', 'active', 'active', 'on_leave', 'left']),
        ...(dice() < 0.4 ? { passwordHash: null } : {}),
      }),
    )
  const { id: occurrenceId } = await makeOccurrence(db, { members: people.map(({ id }) => id) })
  const parentOf = new Map(units.map((unit) => [unit.id, unit.parent]))
  const isBelow = (unitId: string, top: string) => {
    for (let at: string | null = unitId; at; at = parentOf.get(at) ?? null) if (at === top) return true
    return false
  }
  const certificateIds = new Map<string, string>()
  for (const [n, person] of people.slice(0, 60).entries()) {
    const id = uuid()
    const facts = { holderName: person.name, unitName: '机构', title: '合格证', scope: '标准', issuer: '公司', scorePercent: 90 }
    await db.certificate.create({
      data: {
        ...{ id, number: `R-${id}`, token: `${n}-${id}`.slice(0, 22), personId: person.id, occurrenceId, programmeId: 'onboarding', attemptId: uuid() },
        ...facts,
        issuedOn: new Date('2026-11-01'),
        validUntil: new Date('2027-10-31'),
      },
    })
    certificateIds.set(person.id, id)
  }
  const managers: World['managers'] = []
  for (let n = 0; n < 14; n++) {
    const person = await makePerson(db, { unit: pick(units) })
    const tops = [pick(units), ...(dice() < 0.4 ? [pick(units)] : [])]
    for (const id of new Set(tops.map((unit) => unit.id))) await grantRole(db, person.id, 'manager', id)
    people.push(person)
    const actor = await readSession(await openSession(db, person.id, false))
    if (!actor) throw new Error('no session')
    managers.push({
      actor,
      person,
      units: new Set(units.filter((unit) => tops.some((top) => isBelow(unit.id, top.id))).map(({ id }) => id)),
      people: new Set(),
    })
  }
  for (const manager of managers) for (const person of people) if (manager.units.has(person.unitId)) manager.people.add(person.id)
  return { units, people, managers, occurrenceId, certificateIds }
}

it('nobody outside the subtree comes back, whatever a manager asks', async () => {
  const dice = seeded('reach')
  const pick = <T>(list: readonly T[]): T => list[Math.floor(dice() * list.length)] as T
  const world = await makeWorld(dice)
  let found = 0
  let inside = 0

  /** Each question answers with the ids of people and of units that came back. */
  type Answer = { people?: (string | null | undefined)[]; units?: (string | null | undefined)[] }
  type Question = (manager: World['managers'][number]) => Promise<Answer>
  const reportUnit = () => ({ ...pick(world.units), parentId: null, active: true })
  const search = (): PeopleSearch => ({
    text: pick(['', '', '吴', '桐', 'wt', 'oyq', 'T0', pick(world.people).loginName, '%', "'", '_', '\\']),
    unitId: pick([null, pick(world.units).id, uuid()]),
    status: pick(statusFilters),
    role: pick([null, null, ...grantedRoles]),
    account: pick([null, null, ...accountFilters]),
    after: pick([null, null, pick(world.people).id, uuid()]),
    before: pick([null, null, pick(world.people).id]),
  })
  const questions: Record<string, Question> = {
    listPeople: async ({ actor }) => ({
      people: (await listPeople(db, authorize(actor, 'person.view'), search(), pick([1, 5, 50]))).people.map(({ id }) => id),
    }),
    countPeople: async ({ actor, people }) => {
      const { total } = await listPeople(db, authorize(actor, 'person.view'), { ...search(), status: 'all' }, 1)
      expect(total).toBeLessThanOrEqual(people.size)
      return {}
    },
    readPersonFile: async ({ actor }) => ({ people: [(await readPersonFile(db, authorize(actor, 'person.view'), pick(world.people).id))?.id] }),
    listUnits: async ({ actor }) => ({ units: (await listUnits(db, authorize(actor, 'person.view'))).map(({ id }) => id) }),
    findUnit: async ({ actor }) => ({ units: [(await findUnit(db, authorize(actor, 'person.view'), pick(world.units).id))?.id] }),
    reportUnit: async ({ actor }) => ({ units: [(await reports.findUnit(db, authorize(actor, 'report.view'), pick(world.units).id))?.id] }),
    listAbove: async ({ actor }) => ({ units: (await reports.listAbove(db, authorize(actor, 'report.view'), reportUnit())).map(({ id }) => id) }),
    listBelow: async ({ actor }) => ({ units: (await reports.listBelow(db, authorize(actor, 'report.view'), reportUnit())).map(({ id }) => id) }),
    listTops: async ({ actor }) => ({ units: (await reports.listTops(db, authorize(actor, 'report.view'))).map(({ id }) => id) }),
    listNames: async ({ actor }) => ({
      people: (
        await reports.listNames(db, authorize(actor, 'report.view'), reportUnit(), world.occurrenceId, {
          list: pick(nameLists),
          chapters: ['2.5'],
          limit: 20,
          offset: pick([0, 3]),
        })
      ).map(({ personId }) => personId),
    }),
    listMembers: async ({ actor }) => ({
      people: (await reports.listMembers(db, authorize(actor, 'report.export'), reportUnit(), world.occurrenceId, ['2.5'])).map(({ personId }) => personId),
    }),
    countMembers: async ({ actor, people }) => {
      const figures = [...(await reports.countMembers(db, authorize(actor, 'report.view'), reportUnit(), world.occurrenceId)).values()]
      expect(figures.reduce((sum, { required }) => sum + required, 0)).toBeLessThanOrEqual(people.size)
      return {}
    },
    findPerson: async ({ actor }) => ({ people: [(await reports.findPerson(db, authorize(actor, 'person.view'), pick(world.people).id))?.id] }),
    listDuties: async ({ actor }) => {
      const { id } = pick(world.people)
      return { people: (await reports.listDuties(db, authorize(actor, 'person.view'), id)).map(() => id) }
    },
    readHistory: async ({ actor }) => {
      const [id] = pick([...world.certificateIds])
      return { people: (await reports.readHistory(db, authorize(actor, 'person.view'), id)).certificates.map(() => id) }
    },
    waitingUnits: async ({ actor }) => ({ units: (await listWaitingUnits(db, authorize(actor, 'code.issue'))).map(({ id }) => id) }),
    codeUnit: async ({ actor }) => ({ units: [(await findUnit(db, authorize(actor, 'code.issue'), pick(world.units).id))?.id] }),
    waitingPeople: async ({ actor }) => ({
      people: (await listWaitingPeople(db, authorize(actor, 'code.issue'), pick(world.units), { below: dice() < 0.5, limit: 50 })).map(({ id }) => id),
    }),
    readForUnlock: async ({ actor }) => ({ people: [(await readPersonFile(db, authorize(actor, 'account.unlock'), pick(world.people).id))?.id] }),
    countSessions: async ({ actor }) => {
      const { id } = pick(world.managers).person
      return { people: (await countSessions(db, authorize(actor, 'account.unlock'), id)) > 0 ? [id] : [] }
    },
    certificate: async ({ actor, person }) => {
      const [owner, id] = pick([...world.certificateIds])
      return { people: owner !== person.id && (await findCertificate(db, authorize(actor, 'certificate.view'), id)) ? [owner] : [] }
    },
  }
  const exportedLogins = async ({ person }: World['managers'][number]): Promise<string[]> => {
    const cookie = await sessionCookie(db, person.id)
    const unit = pick(world.units)
    const response = await exportReport(
      new Request(`${env().NEXTAUTH_URL}/x?format=csv&occurrence=${world.occurrenceId}`, { headers: { cookie: `${cookie.name}=${cookie.value}` } }),
      { params: Promise.resolve({ unitId: unit.id }) },
    )
    return response.status === 200 ? (parse(await response.text(), { bom: true, relax_column_count: true }) as string[][]).flat() : []
  }
  const loginOf = new Map(world.people.map((person) => [person.loginName, person.id]))
  const names = Object.keys(questions)
  for (let n = 0; n < tries; n++) {
    const manager = pick(world.managers)
    const name = n % 50 === 0 ? 'export' : pick(names)
    const answer: Answer =
      name === 'export' ? { people: (await exportedLogins(manager)).map((cell) => loginOf.get(cell)) } : await (questions[name] as Question)(manager)
    for (const id of answer.people ?? []) {
      if (!id) continue
      found += 1
      if (!manager.people.has(id)) throw new Error(`${name}: ${id} is outside the subtree`)
      inside += 1
    }
    for (const id of answer.units ?? []) if (id && !manager.units.has(id)) throw new Error(`${name}: unit ${id} is outside the subtree`)
  }
  console.log(JSON.stringify({ tries, people: found, outside: found - inside }))
  // Questions that find nobody prove nothing.
  expect(found).toBeGreaterThan(tries / 10)
}, 300_000)
