import { createHash, randomBytes } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import { v7 as uuid } from 'uuid'
import type { AssignmentRule } from '@/domain/assignment'
import { type AttemptKind, checkPassPercent, gradePaper } from '@/domain/attempt'
import { foldCode, foldLoginName, makeOneTimeCode, oneTimeCodeDays } from '@/domain/credential'
import { rightAnswer, wrongAnswer } from '@/domain/grading'
import { initialsOf } from '@/domain/initials'
import { noticeVersion } from '@/domain/notice'
import { drawExam, drawQuiz, layOut, type Paper } from '@/domain/paper'
import { points } from '@/domain/points'
import type { QuestionKey } from '@/domain/question'
import { seeded } from '@/domain/random'
import { scoreRun } from '@/domain/role-play'
import { playThrough, replay, type ScenarioScript } from '@/domain/scenario'
import { addDays, businessDay } from '@/domain/time'
import type { Prisma, UnitType } from '@/generated/prisma/client'
import { systemScope } from '@/server/access'
import { hashPassword } from '@/server/auth/password'
import { openSession, sessionCookieName } from '@/server/auth/session'
import { loadNewest, type Published, questionKeys } from '@/server/content/store'
import type { Db } from '@/server/db'
import { env } from '@/server/env'

/**
 * Makes rows: organisations, people, histories. Serves tests, journeys in the browser and the demo seed. What is not given is
 * plausible; nothing here decides what the product decides.
 */

const scope = systemScope('rows are made for a test or the demo')
const minute = 60_000
const day = 24 * 60 * minute

// ---- Organisation and people ----

export type MadeUnit = { id: string; path: string; name: string }

let counter = 0
const next = () => ++counter

/** A unit below `parent`; a province when there is none. */
export async function makeUnit(
  db: Db,
  { parent, name, type, sort }: { parent?: MadeUnit; name?: string; type?: UnitType; sort?: number } = {},
): Promise<MadeUnit> {
  const id = uuid()
  const unit = { id, name: name ?? `机构${next()}（示例）`, path: `${parent?.path ?? '/'}${id}/` }
  await db.unit.create({ data: { ...unit, parentId: parent?.id ?? null, type: type ?? (parent ? 'county' : 'province'), sort: sort ?? 0 } })
  return unit
}

export const testPassword = 'liangchuang1'
let testHash: Promise<string> | undefined

export type PersonGiven = {
  unit: MadeUnit
  name?: string
  position?: string
  serviceStage?: string
  staffKind?: 'staff' | 'agent'
  status?: 'active' | 'on_leave' | 'left'
  /** YYYY-MM-DD */
  hiredOn?: string
  loginNames?: string[]
  phone?: string
  /** Null for someone who has not signed in yet. */
  passwordHash?: string | null
}
export type MadePerson = { id: string; unitId: string; unitPath: string; name: string; loginName: string }

/** Rows of a person, not yet stored. */
export function personRows(
  { unit, ...given }: PersonGiven,
  passwordHash: string | null,
): { made: MadePerson; person: Prisma.PersonCreateManyInput; loginNames: Prisma.LoginNameCreateManyInput[] } {
  const id = uuid()
  const loginNames = given.loginNames ?? [`T${String(next()).padStart(6, '0')}${id.slice(-4)}`]
  const name = given.name ?? `学员${next()}`
  return {
    made: { id, unitId: unit.id, unitPath: unit.path, name, loginName: loginNames[0] ?? '' },
    person: {
      id,
      unitId: unit.id,
      name,
      nameInitials: initialsOf(name),
      position: given.position ?? '柜面客服',
      serviceStage: given.serviceStage ?? '咨询',
      staffKind: given.staffKind ?? 'staff',
      status: given.status ?? 'active',
      hiredOn: new Date(given.hiredOn ?? '2024-03-01'),
      phone: given.phone ?? null,
      passwordHash,
      passwordSetAt: passwordHash ? new Date() : null,
      // Whoever has signed in has been shown the notice.
      noticeVersion: passwordHash ? noticeVersion : null,
      noticeAt: passwordHash ? new Date() : null,
    },
    loginNames: loginNames.map((loginName) => ({ name: foldLoginName(loginName), personId: id })),
  }
}

/** A person who can sign in with `testPassword`. */
export async function makePerson(db: Db, given: PersonGiven): Promise<MadePerson> {
  testHash ??= hashPassword(testPassword)
  const { made, person, loginNames } = personRows(given, given.passwordHash === undefined ? await testHash : given.passwordHash)
  await db.person.create({ data: person })
  await db.loginName.createMany({ data: loginNames })
  return made
}

export async function grantRole(db: Db, personId: string, role: 'manager' | 'content_owner' | 'administrator', unitId: string | null = null): Promise<void> {
  await db.roleGrant.create({ data: { id: uuid(), personId, role, unitId } })
}

/** A one-time code that has not been used. */
export async function makeCode(db: Db, personId: string): Promise<string> {
  const code = makeOneTimeCode(randomBytes(128))
  await db.oneTimeCode.create({
    data: {
      id: uuid(),
      personId,
      codeHash: createHash('sha256').update(foldCode(code)).digest('hex'),
      expiresAt: new Date(Date.now() + oneTimeCodeDays * day),
    },
  })
  return code
}

/** A session of a person, as the cookie that a browser would hold. */
export async function sessionCookie(db: Db, personId: string): Promise<{ name: string; value: string }> {
  const sid = await openSession(db, personId, true)
  return { name: sessionCookieName(), value: await encode({ token: { sid }, secret: env().NEXTAUTH_SECRET }) }
}

// ---- Programme ----

export type MadeOccurrence = { id: string; assignmentId: string; dueOn: string; programmeId: string }

/** An assignment with one occurrence and its members. Unless a rule is given it takes in nobody else. Days are YYYY-MM-DD. */
export async function makeOccurrence(
  db: Db,
  given: {
    members?: string[]
    programmeId?: string
    title?: string
    label?: string
    opensOn?: string
    dueOn?: string
    joinedAt?: Date
    rule?: AssignmentRule
    graceDays?: number
    yearly?: boolean
  } = {},
): Promise<MadeOccurrence> {
  const today = businessDay(new Date())
  const [id, assignmentId] = [uuid(), uuid()]
  const dueOn = given.dueOn ?? addDays(today, 14)
  const programmeId = given.programmeId ?? 'onboarding'
  const joinedAt = given.joinedAt ?? new Date(Date.now() - 30 * day)
  await db.assignment.create({
    data: {
      id: assignmentId,
      programmeId,
      title: given.title ?? '岗前培训',
      graceDays: given.graceDays ?? 14,
      yearly: given.yearly ?? false,
      rule: given.rule ?? ({ unitIds: [uuid()] } satisfies AssignmentRule),
      createdAt: joinedAt,
      occurrences: { create: { id, label: given.label ?? today.slice(0, 4), opensOn: new Date(given.opensOn ?? addDays(today, -30)), dueOn: new Date(dueOn) } },
    },
  })
  await db.assignmentMember.createMany({ data: (given.members ?? []).map((personId) => ({ occurrenceId: id, personId, joinedAt, dueOn: new Date(dueOn) })) })
  return { id, assignmentId, dueOn, programmeId }
}

// ---- Content, with keys ----

export type KeyedContent = Published & { keys: Map<string, QuestionKey>; scripts: Map<string, ScenarioScript> }

/** What is published in `db`, and its keys. */
export async function keyedContent(db: Db): Promise<KeyedContent> {
  const content = await loadNewest(db, scope)
  const scenarios = [...content.scenarios.values()]
  const [keys, scripts] = await Promise.all([
    questionKeys(
      db,
      scope,
      [...content.practicePool, ...content.examPool].map((candidate) => candidate.hash),
    ),
    db.contentKey.findMany({ where: { hash: { in: scenarios.map((scenario) => scenario.hash) } } }),
  ])
  const byHash = new Map(scripts.map((row) => [row.hash, row.key as ScenarioScript]))
  return {
    ...content,
    keys,
    scripts: new Map(
      scenarios.flatMap((scenario) => {
        const script = byHash.get(scenario.hash)
        return script ? [[scenario.id, script] as const] : []
      }),
    ),
  }
}

// ---- Histories: rows first, stored in one go ----

export type History = {
  positions: Prisma.LessonPositionCreateManyInput[]
  attempts: Prisma.AttemptCreateManyInput[]
  responses: Prisma.ResponseCreateManyInput[]
  completions: Prisma.CompletionCreateManyInput[]
  runs: Prisma.ScenarioRunCreateManyInput[]
  turns: Prisma.RunTurnCreateManyInput[]
  points: Prisma.PointsEntryCreateManyInput[]
  awards: Prisma.AwardCreateManyInput[]
}
export const emptyHistory = (): History => ({ positions: [], attempts: [], responses: [], completions: [], runs: [], turns: [], points: [], awards: [] })

/** Thousands of rows in one statement: the demo is seeded while somebody waits for the first start. Rows that are there stay. */
async function insertRows(
  db: Db,
  table: 'LessonPosition' | 'Attempt' | 'Response' | 'Completion' | 'ScenarioRun' | 'RunTurn' | 'PointsEntry' | 'Award',
  rows: object[],
): Promise<void> {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].map((name) => `"${name}"`).join(', ')
  if (columns === '') return
  await db.$executeRawUnsafe(
    `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb) ON CONFLICT DO NOTHING`,
    JSON.stringify(rows),
  )
}

export async function storeHistory(db: Db, history: History): Promise<void> {
  await insertRows(db, 'LessonPosition', history.positions)
  await insertRows(db, 'Attempt', history.attempts)
  await insertRows(db, 'Response', history.responses)
  await insertRows(db, 'Completion', history.completions)
  await insertRows(db, 'ScenarioRun', history.runs)
  await insertRows(db, 'RunTurn', history.turns)
  await insertRows(db, 'PointsEntry', history.points)
  await insertRows(db, 'Award', history.awards)
}

type Owner = Pick<MadePerson, 'id' | 'unitId'>

/** One finished sitting whose answers are wrong for `wrongIds`. Returns its score. */
function addAttempt(
  history: History,
  content: KeyedContent,
  person: Owner,
  given: {
    kind: AttemptKind
    subjectId: string
    paper: Paper
    seed: string
    passPercent: number
    at: Date
    minutes: number
    wrongIds: Set<string>
    exam?: { occurrenceId: string; sitting: number; timeLimitSeconds: number; graceSeconds: number }
  },
) {
  const { kind, subjectId, paper, seed, passPercent, at, minutes, wrongIds, exam } = given
  const id = uuid()
  const keyOf = (hash: string) => {
    const key = content.keys.get(hash)
    if (!key) throw new Error(`no key for ${hash}`)
    return key
  }
  const answers = new Map(
    paper.items.map((item) => [item.itemId, wrongIds.has(item.itemId) ? wrongAnswer(keyOf(item.hash), item.optionOrder) : rightAnswer(keyOf(item.hash))]),
  )
  const { right, total, sections, items, scorePercent, passed } = gradePaper(
    paper,
    new Map(paper.items.map((item) => [item.itemId, keyOf(item.hash)])),
    answers,
    passPercent,
  )
  const closedAt = new Date(at.getTime() + minutes * minute)
  history.attempts.push({
    id,
    userId: person.id,
    unitId: person.unitId,
    kind,
    subjectId,
    revisionId: content.revisionId,
    seed,
    paper,
    itemIds: paper.items.map((item) => item.itemId),
    passPercent,
    graceSeconds: 0,
    startedAt: at,
    closedAt,
    closedBy: 'learner',
    scorePercent,
    passed,
    result: { right, total, items, sections },
    ...(exam ? { ...exam, deadlineAt: new Date(at.getTime() + exam.timeLimitSeconds * 1000) } : {}),
  })
  for (const [i, item] of paper.items.entries())
    history.responses.push({
      userId: person.id,
      id: uuid(),
      attemptId: id,
      itemId: item.itemId,
      answer: answers.get(item.itemId) as Prisma.InputJsonObject,
      correct: kind === 'exam' ? null : (items.find(({ itemId }) => itemId === item.itemId)?.correct ?? null),
      savedAt: new Date(at.getTime() + ((i + 1) * minutes * minute) / (paper.items.length + 1)),
      sequence: i + 1,
      late: false,
    })
  return { id, closedAt, scorePercent, passed, items }
}

/** An open attempt at the daily practice that asks these questions in this order. */
export async function openPractice(db: Db, content: KeyedContent, person: Owner, itemIds: string[]): Promise<string> {
  const id = uuid()
  const { items } = layOut(
    content.practicePool.filter((candidate) => itemIds.includes(candidate.itemId)),
    id,
  )
  const paper = { items: items.sort((a, b) => itemIds.indexOf(a.itemId) - itemIds.indexOf(b.itemId)) }
  const row = { id, userId: person.id, unitId: person.unitId, kind: 'practice' as const, subjectId: 'daily', revisionId: content.revisionId, seed: id }
  await db.attempt.create({ data: { ...row, paper, itemIds, passPercent: 0 } })
  return id
}

function addPoints(history: History, person: Owner, source: string, sourceId: string, amount: number, earnedAt: Date) {
  history.points.push({ userId: person.id, id: uuid(), unitId: person.unitId, source, sourceId, points: amount, earnedAt })
}

/** How often the first answer is wrong, by chapter; 0 for someone who knows. */
export type ErrorRate = (chapterId: string) => number
const faultless: ErrorRate = () => 0

export type Step = { kind: 'lesson' | 'quiz' | 'scenario'; chapterId: string; subjectId: string }

/** The steps of the whole curriculum, in the order one goes through it. */
export function stepsOf(content: Published): Step[] {
  return content.chapters.flatMap((chapter) => {
    const scenarios = [...content.scenarios.values()].filter((scenario) => scenario.chapter === chapter.id)
    const step = (kind: Step['kind']) => (subjectId: string) => ({ kind, chapterId: chapter.id, subjectId })
    const lessons = chapter.lessons.filter((id) => content.lessons.has(id))
    const quiz = content.practicePool.some((candidate) => candidate.chapter === chapter.id) ? [chapter.id] : []
    return [...lessons.map(step('lesson')), ...quiz.map(step('quiz')), ...scenarios.map(({ id }) => step('scenario')(id))]
  })
}

/** Goes through one step at `at`, trying again until it is passed. What is answered wrong first is decided by `seed`. */
export function addStep(
  history: History,
  content: KeyedContent,
  person: Owner,
  step: Step,
  { at, errorRate = faultless, seed = person.id }: { at: Date; errorRate?: ErrorRate; seed?: string },
): void {
  const dice = seeded(`${seed}/${step.kind}/${step.subjectId}`)
  const complete = (kind: 'lesson' | 'quiz' | 'scenario' | 'chapter', subjectId: string, completedAt: Date) =>
    history.completions.push({ userId: person.id, kind, subjectId, completedAt, unitId: person.unitId })
  switch (step.kind) {
    case 'lesson':
    case 'quiz': {
      const lesson = content.lessons.get(step.subjectId)
      const chapter = content.chapters.find((entry) => entry.id === step.chapterId)
      if (!chapter) return
      if (step.kind === 'lesson' && lesson) history.positions.push({ userId: person.id, lessonId: lesson.id, cardIndex: lesson.cards.length, updatedAt: at })
      const passPercent = step.kind === 'lesson' ? checkPassPercent : chapter.quiz.passPercent
      let closed = at
      for (let tries = 0; tries < 3; tries++) {
        const drawn = `${seed}/${step.subjectId}/${tries}`
        const paper =
          step.kind === 'lesson'
            ? layOut(
                content.practicePool.filter((candidate) => lesson?.check.includes(candidate.itemId)),
                drawn,
              )
            : drawQuiz(
                content.practicePool.filter((candidate) => candidate.chapter === chapter.id),
                chapter.quiz.items,
                drawn,
              )
        // The last try is without a fault, so that every step ends.
        const wrongIds = new Set(tries === 2 ? [] : paper.items.map((item) => item.itemId).filter(() => dice() < errorRate(chapter.id) / (tries + 1)))
        const attempt = addAttempt(history, content, person, {
          kind: step.kind === 'lesson' ? 'check' : 'quiz',
          subjectId: step.subjectId,
          paper,
          seed: drawn,
          passPercent,
          at: new Date(closed.getTime() + 6 * minute),
          minutes: 4,
          wrongIds,
        })
        closed = attempt.closedAt
        if (step.kind === 'lesson')
          for (const item of attempt.items) if (item.correct) addPoints(history, person, 'check-answer', item.itemId, points.checkAnswer, closed)
        if (attempt.passed) break
      }
      complete(step.kind, step.subjectId, closed)
      addPoints(history, person, step.kind, step.subjectId, points[step.kind], closed)
      if (step.kind === 'quiz') {
        complete('chapter', chapter.id, closed)
        history.awards.push({ userId: person.id, badgeId: chapter.id, awardedAt: closed })
      }
      return
    }
    case 'scenario': {
      const script = content.scripts.get(step.subjectId)
      const heading = content.scenarios.get(step.subjectId)
      if (!script || !heading) return
      const runId = uuid()
      const moves = playThrough(script, runId, (options) => (dice() < errorRate(step.chapterId) / 2 ? options[1] : undefined) ?? options[0])
      const taken = moves.length
      const state = replay(script, runId, moves)
      for (const [index, { turnId, move, tookMs }] of moves.entries())
        history.turns.push({
          userId: person.id,
          id: uuid(),
          runId,
          step: index,
          try: 1,
          turnId,
          move,
          hits: state.steps[index]?.resolved.hits ?? [],
          judgement: state.steps[index]?.resolved.judgement ?? null,
          tookMs,
          chosenAt: new Date(at.getTime() + index * minute),
        })
      const { scorePercent, passed, redLine } = scoreRun(state, (rule) => content.rules.get(rule)?.criticality === 'A')
      const endedAt = new Date(at.getTime() + taken * minute)
      history.runs.push({
        id: runId,
        userId: person.id,
        unitId: person.unitId,
        scenarioId: step.subjectId,
        scenarioHash: heading.hash,
        seed: runId,
        startedAt: at,
        endedAt,
        endingId: state.at,
        scorePercent,
        passed,
        redLine,
      })
      if (!passed) return
      complete('scenario', step.subjectId, endedAt)
      addPoints(history, person, 'scenario', step.subjectId, points.scenario, endedAt)
      return
    }
    default:
      step.kind satisfies never
  }
}

/** Sits the exam at `at` with `wrong` wrong answers. Returns attempt and score. */
export function addExam(
  history: History,
  content: KeyedContent,
  person: Owner,
  given: { occurrenceId: string; sitting: number; at: Date; wrong: number; minutes?: number; programmeId?: string },
): { id: string; closedAt: Date; scorePercent: number; passed: boolean } {
  const programme = content.programmes.get(given.programmeId ?? 'onboarding')
  if (!programme) throw new Error('no programme is published')
  const { exam } = programme
  const seed = uuid()
  const pool = content.examPool.filter((candidate) => programme.chapters.includes(candidate.chapter))
  const paper = drawExam(pool, Math.min(exam.items, pool.length), seed, person.id, given.sitting)
  return addAttempt(history, content, person, {
    kind: 'exam',
    subjectId: programme.id,
    paper,
    seed,
    passPercent: exam.passPercent,
    at: given.at,
    minutes: given.minutes ?? 22,
    wrongIds: new Set(paper.items.slice(0, given.wrong).map((item) => item.itemId)),
    exam: { occurrenceId: given.occurrenceId, sitting: given.sitting, timeLimitSeconds: exam.timeLimitMinutes * 60, graceSeconds: exam.graceSeconds },
  })
}

/** Everything before the exam is done: lessons, quizzes, chapters, role-plays. */
export async function completeCurriculum(db: Db, content: KeyedContent, person: Owner, at = new Date(Date.now() - 2 * day)): Promise<void> {
  const history = emptyHistory()
  for (const [i, step] of stepsOf(content).entries()) addStep(history, content, person, step, { at: new Date(at.getTime() + i * 10 * minute) })
  await storeHistory(db, history)
}

/** A finished exam, without what follows from passing it. */
export async function finishExam(db: Db, content: KeyedContent, person: Owner, given: Parameters<typeof addExam>[3]) {
  const history = emptyHistory()
  const exam = addExam(history, content, person, given)
  await storeHistory(db, history)
  return exam
}
