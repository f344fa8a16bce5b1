import { readdirSync } from 'node:fs'
import path from 'node:path'
import { v7 as uuid } from 'uuid'
import { api, type EndpointName } from '@/domain/api'
import { systemScope } from '@/server/access'
import { openSession } from '@/server/auth/session'
import { issueCertificate } from '@/server/certificates/queries'
import type { Database } from '@/server/db'
import {
  addStep,
  emptyHistory,
  grantRole,
  type KeyedContent,
  type MadePerson,
  makeOccurrence,
  makePerson,
  makeUnit,
  openPractice,
  sessionCookie,
  stepsOf,
  storeHistory,
} from '@/tests/factories'
import { type ActorName, type Ask, actors, endpoints, mayReach, pages, type Relation, relations, type Target } from './authorization-table'
import { expect, test } from './fixtures'

/** Every endpoint and every page × everybody × whose row, asked of the built application over HTTP, against the table written by hand. */

type World = { people: Record<Exclude<ActorName, 'anonymous'>, MadePerson>; targets: (actor: ActorName, relation: Relation) => Target }

/** A province with two cities: in one the manager, with a branch below; in the other the sibling's manager. Everybody has a row of every kind. */
async function makeWorld(db: Database, content: KeyedContent): Promise<World> {
  const province = await makeUnit(db)
  const city = await makeUnit(db, { parent: province, type: 'city' })
  const branch = await makeUnit(db, { parent: city })
  const sibling = await makeUnit(db, { parent: province, type: 'city' })
  const people = {
    learner: await makePerson(db, { unit: branch }),
    'sibling-manager': await makePerson(db, { unit: sibling }),
    manager: await makePerson(db, { unit: city }),
    'content-owner': await makePerson(db, { unit: province }),
    administrator: await makePerson(db, { unit: province }),
  }
  await grantRole(db, people['sibling-manager'].id, 'manager', sibling.id)
  await grantRole(db, people.manager.id, 'manager', city.id)
  await grantRole(db, people['content-owner'].id, 'content_owner')
  await grantRole(db, people.administrator.id, 'administrator')
  const below = await makePerson(db, { unit: branch })
  const beside = await makePerson(db, { unit: sibling })

  const everybody = [...Object.values(people), below, beside]
  const round = await makeOccurrence(db, { members: everybody.map(({ id }) => id) })
  // What is ended or moved is another one, which nobody is in.
  const spare = await makeOccurrence(db)
  const { assignmentId } = await db.occurrence.findUniqueOrThrow({ where: { id: spare.id } })
  const importId = uuid()
  await db.rosterImport.create({
    data: { id: importId, fileName: '名册.csv', full: false, state: 'refused', refusal: '表里一行字也没有。', uploadedById: people.administrator.id },
  })
  const shared = { openRoundId: round.id, assignmentId, occurrenceId: spare.id, importId }
  const targets = new Map<string, Target>()
  for (const person of everybody)
    targets.set(person.id, { ...shared, personId: person.id, unitId: person.unitId, ...(await giveRows(db, content, person, round.id)) })
  const absent: Target = {
    openRoundId: round.id,
    itemId: 'q-9-9-9-01',
    token: 'A'.repeat(22),
    sessionId: 'f'.repeat(64),
    ...{
      personId: uuid(),
      unitId: uuid(),
      certificateId: uuid(),
      attemptId: uuid(),
      runId: uuid(),
      correctionId: uuid(),
      assignmentId: uuid(),
      occurrenceId: uuid(),
    },
    importId: uuid(),
  }
  return {
    people,
    targets: (actor, relation) => {
      if (relation === 'absent') return absent
      const whose = relation === 'own' && actor !== 'anonymous' ? people[actor] : relation === 'sibling' ? beside : below
      return targets.get(whose.id) as Target
    },
  }
}

async function giveRows(db: Database, content: KeyedContent, person: MadePerson, occurrenceId: string) {
  const programme = content.programmes.get('onboarding')
  if (!programme) throw new Error('no programme is published')
  // One chapter is done, so that the daily practice opens.
  const history = emptyHistory()
  const [first] = content.chapters
  for (const step of stepsOf(content).filter(({ chapterId, kind }) => chapterId === first?.id && kind !== 'scenario'))
    addStep(history, content, person, step, { at: new Date(Date.now() - 86_400_000) })
  await storeHistory(db, history)
  const scope = systemScope('everybody has a certificate in the authorization test')
  const { id } = await db.$transaction((tx) =>
    issueCertificate(tx, scope, {
      personId: person.id,
      occurrenceId,
      programme,
      settings: content.settings,
      standardVersion: content.standard.version,
      attemptId: uuid(),
      scorePercent: 92,
    }),
  )
  const certificate = await db.certificate.findUniqueOrThrow({ where: { id } })
  const runId = uuid()
  const scenario = content.scenarios.get('s01')
  await db.scenarioRun.create({
    data: { id: runId, userId: person.id, unitId: person.unitId, scenarioId: 's01', scenarioHash: scenario?.hash ?? '', seed: runId },
  })
  const itemId = content.practicePool[0]?.itemId ?? ''
  const attemptId = await openPractice(db, content, person, [itemId])
  const correctionId = uuid()
  await db.correction.create({ data: { id: correctionId, personId: person.id, says: '岗位写错了。' } })
  await openSession(db, person.id, false)
  const session = await db.session.findFirstOrThrow({ where: { personId: person.id } })
  return { certificateId: certificate.id, token: certificate.token, runId, attemptId, itemId, correctionId, sessionId: session.id }
}

const fill = (pattern: string, params: Record<string, string>) => pattern.replace(/\[(\w+)\]/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))

test('every endpoint answers whom the table says, and for everybody else nothing is there', async ({ db, content, baseURL }) => {
  test.setTimeout(300_000)
  const world = await makeWorld(db, content)
  const faults: string[] = []
  let asked = 0
  for (const [name, ask] of Object.entries(endpoints) as [EndpointName, Ask][])
    for (const actor of actors) {
      const send = async (relation: Relation) => {
        // A session of its own for each request: some of them end sessions.
        const cookie = actor === 'anonymous' ? null : await sessionCookie(db, world.people[actor].id)
        const target = world.targets(actor, relation)
        const { method, path: pattern } = api[name]
        const raw = ask.upload
        const response = await fetch(`${baseURL}${fill(pattern, ask.params?.(target) ?? {})}${ask.query?.(target) ?? ''}`, {
          method,
          redirect: 'manual',
          headers: {
            ...(cookie ? { cookie: `${cookie.name}=${cookie.value}` } : {}),
            ...(method === 'GET' ? {} : { 'content-type': raw ? 'application/octet-stream' : 'application/json', origin: baseURL ?? '' }),
          },
          ...(method === 'GET' ? {} : { body: raw ?? JSON.stringify(ask.body?.(target) ?? {}) }),
        })
        asked += 1
        return { status: response.status, text: (await response.text()).replace(/"requestId":"[^"]*"/, '') }
      }
      const absent = ask.row ? await send('absent') : null
      for (const relation of ask.row ? relations : (['own'] as const)) {
        const { status, text } = relation === 'absent' && absent ? absent : await send(relation)
        const allowed = relation !== 'absent' && mayReach(ask.audience, actor, relation)
        const at = `${name} as ${actor}, ${relation}: ${status} ${text.slice(0, 160)}`
        if (allowed) {
          if ([401, 403, 404].includes(status) || status >= 500) faults.push(`refused ${at}`)
        } else if (actor === 'anonymous') {
          if (status !== 401) faults.push(`not asked to sign in ${at}`)
        } else if (status !== 404) faults.push(`answered ${at}`)
        else if (absent && text !== absent.text) faults.push(`tells what is not there from what is not yours ${at}`)
      }
    }
  console.log(JSON.stringify({ endpoints: Object.keys(endpoints).length, requests: asked, faults: faults.length }))
  expect(faults).toEqual([])
})

test('every page opens for whom the table says; strangers are sent to sign in, for others it is not there', async ({ db, content, baseURL }) => {
  test.setTimeout(300_000)
  const folders = readdirSync('app', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name === 'page.tsx')
    .map((entry) => path.relative('app', entry.parentPath))
  expect(folders.length).toBeGreaterThanOrEqual(20)
  expect(Object.keys(pages).sort()).toEqual(folders.sort())

  const world = await makeWorld(db, content)
  const faults: string[] = []
  let asked = 0
  for (const [folder, ask] of Object.entries(pages))
    for (const actor of actors) {
      const cookie = actor === 'anonymous' ? null : await sessionCookie(db, world.people[actor].id)
      for (const relation of ask.row ? relations : (['own'] as const)) {
        const target = world.targets(actor, relation)
        const pattern = `/${folder.replace(/\([^)]*\)\/?/g, '')}`
        const response = await fetch(`${baseURL}${fill(pattern, ask.params?.(target) ?? {})}${ask.query?.(target) ?? ''}`, {
          redirect: 'manual',
          headers: cookie ? { cookie: `${cookie.name}=${cookie.value}` } : {},
        })
        asked += 1
        const to = response.headers.get('location') ?? ''
        const at = `${folder} as ${actor}, ${relation}: ${response.status} ${to}`
        await response.arrayBuffer()
        const allowed = relation !== 'absent' && mayReach(ask.audience, actor, relation)
        if (allowed) {
          if (response.status !== 200 && !(ask.leadsOn && [303, 307].includes(response.status) && !to.includes('/sign-in'))) faults.push(`refused ${at}`)
        } else if (actor === 'anonymous') {
          if (![303, 307].includes(response.status) || !new URL(to, baseURL).pathname.startsWith('/sign-in')) faults.push(`not sent to sign in ${at}`)
        } else if (response.status !== 404) faults.push(`answered ${at}`)
      }
    }
  console.log(JSON.stringify({ pages: folders.length, requests: asked, faults: faults.length }))
  expect(faults).toEqual([])
})
