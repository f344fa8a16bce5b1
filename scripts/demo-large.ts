import { createHash, randomBytes } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import { certificateNumber, validUntil } from '@/domain/certificate'
import { hash32, seeded, shuffled } from '@/domain/random'
import { addDays, businessDay } from '@/domain/time'
import type { Prisma, PrismaClient, UnitType } from '@/generated/prisma/client'
import { addWeeks, atWork, type DemoAccount, demoPassword, type Job, jobs, type Stage } from '@/prisma/seed'
import { emptyHistory, type KeyedContent, keyedContent, type MadePerson, type MadeUnit, makeUnit, personRows, storeHistory } from '@/tests/factories'
import { startEmbeddedDatabase } from './embedded-database'
import { StartupError } from './startup-error'

/**
 * `npm run demo:large`: fills an empty database with a provincial branch of 10,000 invented people in 193 units, and with what they have learned.
 * Some forty of them go through the curriculum as the product would let them (the models); everyone else's history is a model's, cut off where
 * that person stands and shifted by days, copied inside Postgres. The same every time, but for ids and the day it is made.
 */

const peopleWanted = 10_000
/** Of those who have learned, how many have every single answer stored. */
const shareInFull = 0.25

// ---- Names ----

const surnames = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
].concat(['欧阳', '司徒', '上官', '诸葛'])
const givenFirst = [...'文明建国志晓雨雪海云思嘉子一佳静丽芳红秀春梅兰玉桂英华伟强军勇磊洋涛超鹏飞宇浩天泽俊杰欣怡梦琪诗涵若知远安宁清'] as const
const givenSecond = [...'明华平军辉强峰林波涛斌超鑫磊洋宇轩然晨阳琳娜婷敏静雅颖洁莹雪梅兰菊竹青云霞芸萍燕玲慧佳怡欣悦彤涵宁安康乐'] as const
const cityNames = ['清川', '云山', '长泽', '岚湖', '砚溪', '白榆', '鹿原', '望津', '星浦', '禾川', '霁州', '澜屏']
const placeFirst = [...'槐临青柳桐杏枫榆荷莲芦松兰菊棠苇桑梓栗枣'] as const
const placeSecond = [...'安河禾桥林苑陌塘坪岗湾泉溪口原'] as const

const pick = <T>(from: readonly T[], dice: () => number): T => from[Math.floor(dice() * from.length)] as T
const personName = (dice: () => number) => pick(surnames, dice) + pick(givenFirst, dice) + (dice() < 0.72 ? pick(givenSecond, dice) : '')

// ---- Units ----

type JobName = keyof typeof jobs
type PlannedUnit = { name: string; type: UnitType; depth: number; weight: number; jobs: JobName[]; managed: boolean }
const counter: JobName[] = ['desk', 'desk', 'hall', 'issue', 'claim', 'survey', 'sales', 'sales', 'agent', 'agent', 'callback']

/** 1 province, 12 cities, 180 others below them, each with how many people it takes relative to the rest. */
function planUnits(dice: () => number): PlannedUnit[] {
  const unit = (depth: number, type: UnitType, name: string, weight: number, kinds: JobName[], managed = true): PlannedUnit => ({
    ...{ depth, type, name, weight, jobs: kinds, managed },
  })
  const places = shuffled(
    placeFirst.flatMap((first) => placeSecond.map((second) => first + second)),
    'large demo',
  )
  const place = () => places.pop() as string
  const size = (around: number) => around * (0.6 + dice() * 0.8)
  return [
    unit(0, 'province', '北原省分公司（示例）', 1, ['manager']),
    unit(1, 'department', '客户服务管理部', 18, ['callback', 'complaint']),
    unit(1, 'department', '客服中心', 380, ['line']),
    unit(1, 'department', '理赔管理部', 30, ['claim']),
    unit(1, 'department', '销售管理部', 24, ['sales']),
    unit(1, 'department', '承保中心', 40, ['issue']),
    unit(1, 'department', '消费者权益保护部', 10, ['complaint']),
    ...cityNames.flatMap((city, place12) => [
      unit(1, 'city', `${city}市分公司（示例）`, 6, ['complaint', 'callback']),
      unit(2, 'department', '客户服务部', size(22), ['callback', 'complaint', 'desk']),
      unit(2, 'department', '理赔服务部', size(34), ['claim', 'survey'], false),
      ...Array.from({ length: 7 }, (_, i) => [
        unit(2, 'county', `${place()}支公司`, size(84), counter),
        ...(i < (place12 < 6 ? 3 : 2) ? [unit(3, 'service_office', `${place()}营销服务部`, size(16), ['agent', 'agent', 'sales'], false)] : []),
      ]).flat(),
      ...['直属营业部', `${place()}营业部`, `${place()}营业部`].map((name) => unit(2, 'sales_office', name, size(42), counter)),
    ]),
  ]
}

// ---- People ----

type Standing = 'new' | 'not-started' | 'learning' | 'ready' | 'failed' | 'certified' | 'certified-late' | 'on-leave' | 'left'
const standings: [Standing, number][] = [
  ['new', 0.01],
  ['not-started', 0.11],
  ['learning', 0.24],
  ['ready', 0.04],
  ['failed', 0.04],
  ['certified', 0.43],
  ['certified-late', 0.1],
  ['on-leave', 0.015],
  ['left', 0.015],
]
function standingOf(dice: () => number): Standing {
  let rest = dice()
  for (const [standing, share] of standings) {
    rest -= share
    if (rest < 0) return standing
  }
  return 'certified'
}

type Member = { made: MadePerson; row: ReturnType<typeof personRows>; city: string; standing: Standing; role?: 'manager' | 'content_owner' | 'administrator' }
/** People the demo accounts sign in as: the names and numbers of the small demo. */
type Known = { unit: string; name: string; job: JobName; login: string; standing: Standing; role?: Member['role']; account: string }
const known: Known[] = [
  { unit: '客户服务管理部', name: '程远航', job: 'system', login: '9001', standing: 'certified', role: 'administrator', account: '管理员' },
  { unit: '客户服务管理部', name: '沈知微', job: 'content', login: '3001', standing: 'certified', role: 'content_owner', account: '内容负责人' },
  { unit: '北原省分公司（示例）', name: '傅明远', job: 'manager', login: '2000', standing: 'certified', role: 'manager', account: '省分公司经理' },
  { unit: '清川市分公司（示例）', name: '周岚', job: 'manager', login: '2001', standing: 'certified', role: 'manager', account: '市分公司经理' },
  { unit: '直属营业部', name: '林若楠', job: 'hall', login: '1001', standing: 'learning', account: '正在学习的学员' },
  { unit: '直属营业部', name: '高远', job: 'survey', login: '1002', standing: 'ready', account: '学完全部课程，可以考试' },
  { unit: '直属营业部', name: '马晓雨', job: 'callback', login: '1003', standing: 'certified', account: '已持证学员' },
]

function planPeople(units: { made: MadeUnit; planned: PlannedUnit; city: string }[], today: string, passwordHash: string): Member[] {
  const dice = seeded('large demo/people')
  const people: Member[] = []
  const add = (place: (typeof units)[number], given: { name: string; job: JobName; login: string; standing: Standing; role?: Member['role'] }) => {
    const [position, serviceStage, kind]: Job = jobs[given.job]
    const row = personRows(
      {
        unit: place.made,
        name: given.name,
        position,
        serviceStage,
        staffKind: kind ?? 'staff',
        status: given.standing === 'left' ? 'left' : given.standing === 'on-leave' ? 'on_leave' : 'active',
        hiredOn: given.standing === 'new' ? addDays(today, -1 - Math.floor(dice() * 5)) : addDays(today, -90 - Math.floor(dice() * 5400)),
        loginNames: [given.login],
      },
      ['new', 'not-started'].includes(given.standing) && !given.role && dice() < 0.7 ? null : passwordHash,
    )
    people.push({ made: row.made, row, city: place.city, standing: given.standing, ...(given.role ? { role: given.role } : {}) })
  }
  for (const person of known) add(units.find(({ planned }) => planned.name === person.unit) as (typeof units)[number], person)
  const weight = units.reduce((sum, { planned }) => sum + planned.weight, 0)
  const wanted = peopleWanted - known.length
  const sizes = units.map(({ planned }) => Math.max(1, Math.floor((planned.weight / weight) * wanted)))
  sizes[2] = (sizes[2] ?? 0) + wanted - sizes.reduce((sum, size) => sum + size, 0)
  let number = 0
  for (const [i, place] of units.entries())
    for (let n = 0; n < (sizes[i] ?? 0); n++) {
      const job = pick(place.planned.jobs, dice)
      // Staff numbers have six digits and begin with noughts; agents have a number of their own.
      const digits = String(100 + number++ * 13).padStart(6, '0')
      const leads = n === 0 && place.planned.managed
      const standing = leads ? 'certified' : standingOf(dice)
      add(place, {
        name: personName(dice),
        job: leads ? 'manager' : job,
        login: job === 'agent' && !leads ? `DL${digits}` : digits,
        standing,
        ...(leads ? { role: 'manager' } : {}),
      })
    }
  return people
}

// ---- Histories ----

/** Somebody whose history is made step by step, and the instants at which others who follow it may be cut off. */
type Model = { person: MadePerson; begun: Date; learned: Date; exams: { id: string; at: Date; scorePercent: number; passed: boolean }[]; hard: number }

function makeModels(content: KeyedContent, members: Member[], occurrenceId: string, today: string) {
  const history = emptyHistory()
  const models: Model[] = []
  const stages: [Standing, Stage, number][] = [
    ['certified', { kind: 'certified', sittings: 1 }, 24],
    ['certified-late', { kind: 'certified', sittings: 2 }, 12],
  ]
  for (const [standing, stage, count] of stages)
    for (const member of members.filter((entry) => entry.standing === standing && !entry.role).slice(0, count)) {
      const own = emptyHistory()
      addWeeks(own, content, member.made, member.city + member.made.name, stage, occurrenceId, addDays(today, -45), today)
      const times = own.completions.map((completion) => new Date(completion.completedAt as Date).getTime())
      const wrong = own.responses.filter((response) => response.correct === false).length
      models.push({
        person: member.made,
        begun: new Date(Math.min(...own.attempts.map((attempt) => new Date(attempt.startedAt as Date).getTime()))),
        learned: new Date(Math.max(...times)),
        exams: own.attempts
          .filter((attempt) => attempt.kind === 'exam')
          .map((exam) => ({ id: exam.id, at: exam.closedAt as Date, scorePercent: exam.scorePercent as number, passed: exam.passed as boolean })),
        hard: wrong / own.responses.length,
      })
      for (const key of Object.keys(history) as (keyof typeof history)[]) (history[key] as object[]).push(...own[key])
    }
  return { history, models: models.sort((a, b) => a.hard - b.hard) }
}

/** One person's share of a model's history: all of it up to `until`, `days` later. */
type Copy = { personId: string; unitId: string; modelId: string; until: string; days: number; inFull: boolean }
type Pass = { person: MadePerson; city: string; attemptId: string; scorePercent: number; at: Date }

const day = 86_400_000
/** The id of a copied row, worked out alike here and in Postgres. */
const copiedId = (personId: string, id: string) =>
  createHash('md5')
    .update(personId + id)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

function planCopies(members: Member[], models: Model[], opensOn: string, today: string): { copies: Copy[]; passes: Pass[] } {
  const dice = seeded('large demo/histories')
  const own = new Map(models.map((model) => [model.person.id, model]))
  const once = models.filter((model) => model.exams.length === 1)
  const twice = models.filter((model) => model.exams.length === 2)
  const yesterday = Date.parse(`${today}T00:00:00+08:00`)
  const copies: Copy[] = []
  const passes: Pass[] = []
  for (const member of members) {
    const { made, standing, city } = member
    const mine = own.get(made.id)
    const passed = (model: Model, days: number, id: (attemptId: string) => string) => {
      const exam = model.exams.find((entry) => entry.passed)
      if (exam) passes.push({ person: made, city, attemptId: id(exam.id), scorePercent: exam.scorePercent, at: new Date(exam.at.getTime() + days * day) })
    }
    if (mine) {
      passed(mine, 0, (id) => id)
      continue
    }
    if (['new', 'not-started', 'on-leave', 'left'].includes(standing)) continue
    const among = standing === 'failed' || standing === 'certified-late' ? twice : once
    // Some branches find it harder than others.
    const place = (hash32(city) % 100) / 100
    const model = among[Math.min(among.length - 1, Math.floor(((place + dice()) / 2) * among.length))]
    if (!model) continue
    const { begun, learned, exams } = model
    const last = exams.at(-1)?.at ?? learned
    const until =
      standing === 'learning'
        ? new Date(begun.getTime() + (0.04 + dice() * 0.92) * (learned.getTime() - begun.getTime()))
        : standing === 'ready'
          ? new Date(learned.getTime() + 1000)
          : standing === 'failed'
            ? new Date((exams[0]?.at ?? learned).getTime() + 1000)
            : new Date(last.getTime() + 1000)
    const earliest = Math.ceil((Date.parse(`${opensOn}T00:00:00+08:00`) + day - begun.getTime()) / day)
    const latest = Math.floor((yesterday - until.getTime()) / day)
    const recent = standing === 'learning' ? Math.max(earliest, latest - 12) : earliest
    const days = recent + Math.floor(dice() * (Math.max(recent, latest) - recent + 1))
    copies.push({ personId: made.id, unitId: made.unitId, modelId: model.person.id, until: until.toISOString(), days, inFull: dice() < shareInFull })
    if (standing === 'certified' || standing === 'certified-late') passed(model, days, (id) => copiedId(made.id, id))
  }
  return { copies, passes }
}

/** Copies what the models have done: a statement a table, nothing goes over the wire. */
async function copyHistories(db: Prisma.TransactionClient, copies: Copy[]): Promise<void> {
  await db.$executeRaw`
    CREATE TEMP TABLE copied ("personId" uuid PRIMARY KEY, "unitId" uuid, "modelId" uuid, "until" timestamptz, "days" int, "inFull" boolean) ON COMMIT DROP`
  await db.$executeRaw`INSERT INTO copied SELECT * FROM jsonb_populate_recordset(NULL::copied, ${JSON.stringify(copies)}::jsonb)`
  await db.$executeRaw`ANALYZE copied`
  await db.$executeRaw`
    INSERT INTO "Completion" ("userId", "kind", "subjectId", "completedAt", "unitId")
    SELECT c."personId", x."kind", x."subjectId", x."completedAt" + c."days" * interval '1 day', c."unitId"
    FROM copied c JOIN "Completion" x ON x."userId" = c."modelId" AND x."completedAt" <= c."until"`
  await db.$executeRaw`
    INSERT INTO "LessonPosition" ("userId", "lessonId", "cardIndex", "updatedAt")
    SELECT c."personId", x."lessonId", x."cardIndex", x."updatedAt" + c."days" * interval '1 day'
    FROM copied c JOIN "LessonPosition" x ON x."userId" = c."modelId" AND x."updatedAt" <= c."until"`
  await db.$executeRaw`
    INSERT INTO "PointsEntry" ("userId", "id", "source", "sourceId", "points", "unitId", "earnedAt")
    SELECT c."personId", md5(c."personId"::text || x."id"::text)::uuid, x."source", x."sourceId", x."points", c."unitId", x."earnedAt" + c."days" * interval '1 day'
    FROM copied c JOIN "PointsEntry" x ON x."userId" = c."modelId" AND x."earnedAt" <= c."until"`
  await db.$executeRaw`
    INSERT INTO "Award" ("userId", "badgeId", "awardedAt")
    SELECT c."personId", x."badgeId", x."awardedAt" + c."days" * interval '1 day' FROM copied c JOIN "Award" x ON x."userId" = c."modelId" AND x."awardedAt" <= c."until"`
  await db.$executeRaw`
    INSERT INTO "Attempt" ("id", "userId", "unitId", "kind", "subjectId", "occurrenceId", "sitting", "revisionId", "seed", "paper", "itemIds", "passPercent", "timeLimitSeconds",
      "startedAt", "deadlineAt", "graceSeconds", "closedAt", "closedBy", "scorePercent", "passed", "result")
    SELECT md5(c."personId"::text || x."id"::text)::uuid, c."personId", c."unitId", x."kind", x."subjectId", x."occurrenceId", x."sitting", x."revisionId", x."seed", x."paper",
      x."itemIds", x."passPercent", x."timeLimitSeconds", x."startedAt" + c."days" * interval '1 day', x."deadlineAt" + c."days" * interval '1 day', x."graceSeconds",
      x."closedAt" + c."days" * interval '1 day', x."closedBy", x."scorePercent", x."passed", x."result"
    FROM copied c JOIN "Attempt" x ON x."userId" = c."modelId" AND x."closedAt" <= c."until" AND (c."inFull" OR x."kind" = 'exam')`
  await db.$executeRaw`
    INSERT INTO "Response" ("userId", "id", "attemptId", "itemId", "answer", "correct", "late", "savedAt", "sequence")
    SELECT c."personId", md5(c."personId"::text || r."id"::text)::uuid, md5(c."personId"::text || r."attemptId"::text)::uuid, r."itemId", r."answer", r."correct", r."late",
      r."savedAt" + c."days" * interval '1 day', r."sequence"
    FROM copied c JOIN "Attempt" x ON x."userId" = c."modelId" AND x."closedAt" <= c."until" JOIN "Response" r ON r."attemptId" = x."id" WHERE c."inFull"`
  await db.$executeRaw`
    INSERT INTO "ScenarioRun" ("id", "userId", "unitId", "scenarioId", "scenarioHash", "seed", "startedAt", "endedAt", "endingId", "scorePercent", "passed", "redLine")
    SELECT md5(c."personId"::text || x."id"::text)::uuid, c."personId", c."unitId", x."scenarioId", x."scenarioHash", x."seed", x."startedAt" + c."days" * interval '1 day',
      x."endedAt" + c."days" * interval '1 day', x."endingId", x."scorePercent", x."passed", x."redLine"
    FROM copied c JOIN "ScenarioRun" x ON x."userId" = c."modelId" AND x."endedAt" <= c."until" WHERE c."inFull"`
  await db.$executeRaw`
    INSERT INTO "RunTurn" ("userId", "id", "runId", "step", "try", "turnId", "move", "hits", "judgement", "tookMs", "chosenAt")
    SELECT c."personId", md5(c."personId"::text || t."id"::text)::uuid, md5(c."personId"::text || t."runId"::text)::uuid, t."step", t."try", t."turnId", t."move", t."hits",
      t."judgement", t."tookMs", t."chosenAt" + c."days" * interval '1 day'
    FROM copied c JOIN "ScenarioRun" x ON x."userId" = c."modelId" AND x."endedAt" <= c."until" JOIN "RunTurn" t ON t."runId" = x."id" WHERE c."inFull"`
}

// ---- All of it ----

async function writeOrganisation(db: Prisma.TransactionClient): Promise<{ made: MadeUnit; planned: PlannedUnit; city: string }[]> {
  const chain: MadeUnit[] = []
  const units: { made: MadeUnit; planned: PlannedUnit; city: string }[] = []
  for (const [sort, planned] of planUnits(seeded('large demo/units')).entries()) {
    const made = await makeUnit(db, { parent: chain[planned.depth - 1], name: planned.name, type: planned.type, sort })
    chain.splice(planned.depth, chain.length, made)
    units.push({ made, planned, city: chain[1]?.name.includes('市分公司') ? chain[1].name : planned.name })
  }
  return units
}

async function write(db: Prisma.TransactionClient, content: KeyedContent, passwordHash: string): Promise<void> {
  // Bounded for requests; this is one long write that nobody else waits for.
  await db.$executeRaw`SELECT set_config('statement_timeout', '0', true), set_config('idle_in_transaction_session_timeout', '0', true)`
  const today = businessDay(new Date())
  const opensOn = addDays(today, -60)
  const dueOn = addDays(today, 14)
  const occurrenceId = uuid()
  const members = planPeople(await writeOrganisation(db), today, passwordHash)
  await db.person.createMany({ data: members.map(({ row }) => row.person) })
  await db.loginName.createMany({ data: members.flatMap(({ row }) => row.loginNames) })
  await db.roleGrant.createMany({
    data: members.flatMap(({ made, role }) => (role ? [{ id: uuid(), personId: made.id, role, unitId: role === 'manager' ? made.unitId : null }] : [])),
  })

  const { history, models } = makeModels(content, members, occurrenceId, today)
  await storeHistory(db, history)
  const { copies, passes } = planCopies(members, models, opensOn, today)
  await copyHistories(db, copies)

  await db.assignment.create({
    data: {
      id: uuid(),
      programmeId: 'onboarding',
      title: '岗前培训',
      rule: {},
      createdAt: atWork(opensOn, 0),
      occurrences: { create: { id: occurrenceId, label: today.slice(0, 4), opensOn: new Date(opensOn), dueOn: new Date(dueOn) } },
    },
  })
  const dice = seeded('large demo/members')
  const passedAt = new Map(passes.map((pass) => [pass.person.id, pass.at]))
  await db.assignmentMember.createMany({
    data: members
      .filter(({ standing }) => standing !== 'on-leave' && standing !== 'left')
      .map(({ made, standing, role }) => ({
        occurrenceId,
        personId: made.id,
        joinedAt: standing === 'new' ? atWork(addDays(today, -1), 0) : atWork(opensOn, 0),
        dueOn: new Date(!passedAt.has(made.id) && !role && standing !== 'new' && dice() < 0.2 ? addDays(today, -1 - Math.floor(dice() * 9)) : dueOn),
        completedAt: passedAt.get(made.id) ?? null,
        ...(standing === 'not-started' && dice() < 0.08 ? { waivedAt: atWork(addDays(today, -9), 95), waivedReason: '已调离接触客户的岗位，待办理手续' } : {}),
      })),
  })
  await writeCertificates(db, content, passes, occurrenceId)
  // Else the first reports are planned as if the tables were empty.
  await db.$executeRaw`ANALYZE`
}

async function writeCertificates(db: Prisma.TransactionClient, content: KeyedContent, passes: Pass[], occurrenceId: string): Promise<void> {
  const programme = content.programmes.get('onboarding')
  if (!programme) return
  const last = new Map<number, number>()
  const rows = [...passes]
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ person, city, attemptId, scorePercent, at }) => {
      const issuedOn = businessDay(at)
      const year = Number(issuedOn.slice(0, 4))
      const serial = (last.get(year) ?? 0) + 1
      last.set(year, serial)
      return {
        id: uuid(),
        number: certificateNumber(content.settings.certificatePrefix, year, serial),
        token: randomBytes(16).toString('base64url'),
        personId: person.id,
        occurrenceId,
        programmeId: programme.id,
        attemptId,
        holderName: person.name,
        unitName: city,
        title: programme.certificateTitle,
        scope: `${programme.certificateTitle}｜${content.standard.version}`,
        issuer: content.settings.issuer,
        scorePercent,
        issuedAt: at,
        issuedOn: new Date(issuedOn),
        validUntil: new Date(validUntil(issuedOn, programme.validityMonths)),
      }
    })
  await db.certificate.createMany({ data: rows })
  await db.certificateSerial.createMany({ data: [...last].map(([year, serial]) => ({ year, last: serial })) })
}

async function fill(db: PrismaClient): Promise<Record<string, number>> {
  const { hashPassword } = await import('@/server/auth/password')
  const content = await keyedContent(db)
  const passwordHash = await hashPassword(demoPassword)
  await db.$transaction((tx) => write(tx, content, passwordHash), { timeout: 900_000 })
  const [units, people, members, completions, attempts, responses, turns, certificates] = await Promise.all([
    db.unit.count(),
    db.person.count(),
    db.assignmentMember.count(),
    db.completion.count(),
    db.attempt.count(),
    db.response.count(),
    db.runTurn.count(),
    db.certificate.count(),
  ])
  return { units, people, members, completions, attempts, responses, turns, certificates }
}

async function main(): Promise<void> {
  const started = performance.now()
  const embedded = process.env.DATABASE_URL ? null : await startEmbeddedDatabase()
  const url = embedded?.url ?? (process.env.DATABASE_URL as string)
  try {
    // Read when loaded, and needed by nothing that is done here.
    process.env.DATABASE_URL = url
    process.env.NEXTAUTH_SECRET ??= 'not-used-by-the-large-demo-at-all'
    process.env.NEXTAUTH_URL ??= 'http://127.0.0.1:3000'
    const { prepareDatabase } = await import('./prepare')
    const { createDatabase } = await import('@/server/db')
    await prepareDatabase(url, { demo: false, step: (line) => console.log(`· ${line}`) })
    const db = createDatabase(url, { max: 4 })
    try {
      const there = await db.person.count()
      if (there > 0) throw new StartupError(`库里已有${there}人，没有写入。大演示只放进空库：内置数据库先 npm run db:reset，自己的库请另建一个。`)
      console.log(`· 写入${peopleWanted}人和他们的学习记录`)
      const counts = await fill(db)
      const accounts: DemoAccount[] = known.map(({ name, login, account }) => ({ name, loginName: login, password: demoPassword, role: account }))
      console.log(JSON.stringify({ accounts, ...counts, seconds: Math.round((performance.now() - started) / 1000) }))
    } finally {
      await db.$disconnect()
    }
  } finally {
    await embedded?.release()
    embedded?.postgres.stop()
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof StartupError ? `\n${error.message}\n` : error)
    process.exit(1)
  },
)
