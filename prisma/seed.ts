import { createHash } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import { validUntil } from '@/domain/certificate'
import { foldCode, foldLoginName, makeOneTimeCode, oneTimeCodeDays } from '@/domain/credential'
import { hash32, seeded } from '@/domain/random'
import { addDays, businessDay, weekdayOf } from '@/domain/time'
import type { PrismaClient, UnitType } from '@/generated/prisma/client'
import { systemScope } from '@/server/access'
import { hashPassword } from '@/server/auth/password'
import { issueCertificate } from '@/server/certificates/queries'
import {
  addExam,
  addStep,
  emptyHistory,
  grantRole,
  type KeyedContent,
  keyedContent,
  type MadePerson,
  type MadeUnit,
  makeUnit,
  personRows,
  type Step,
  stepsOf,
  storeHistory,
} from '@/tests/factories'

/**
 * The demo organisation: a provincial branch with invented names, three levels, some seventy people and the weeks they have been learning.
 * Written once into an empty database; every name, number and unit is made up.
 */

export type DemoAccount = { name: string; loginName: string; password: string; role: string }

export const demoPassword = 'liangchuang1'
/** The same code in every demo, as the passwords are: who can read it here can sign in anyway. */
const demoCode = makeOneTimeCode(createHash('sha512').update('demo organisation of liangchuang').digest())

/** How far someone is. `steps`: share of the curriculum done. */
export type Stage =
  | { kind: 'not-started' }
  | { kind: 'learning'; steps: number }
  | { kind: 'ready' }
  | { kind: 'failed'; sittings: number }
  | { kind: 'certified'; sittings: number }

const notStarted: Stage = { kind: 'not-started' }
const learning = (steps: number): Stage => ({ kind: 'learning', steps })
const certified: Stage = { kind: 'certified', sittings: 1 }
const secondTry: Stage = { kind: 'certified', sittings: 2 }

export type Job = [position: string, serviceStage: string, kind?: 'agent']
export const jobs = {
  manager: ['机构负责人', '投诉'],
  desk: ['柜面客服', '咨询'],
  hall: ['大堂引导', '咨询'],
  line: ['电话坐席', '咨询'],
  issue: ['出单', '承保'],
  claim: ['理赔内勤', '理赔'],
  survey: ['查勘定损', '理赔'],
  sales: ['客户经理', '展业'],
  agent: ['个人代理营销员', '展业', 'agent'],
  complaint: ['投诉处理', '投诉'],
  callback: ['回访专员', '回访'],
  content: ['标准与培训管理', '咨询'],
  system: ['平台管理', '咨询'],
} as const satisfies Record<string, Job>

type Seat = {
  name: string
  job: keyof typeof jobs
  stage: Stage
  account?: string
  login?: string
  role?: 'manager' | 'content_owner' | 'administrator'
  note?: 'overdue' | 'waived' | 'new' | 'code' | 'on-leave'
}
const seat = (name: string, job: keyof typeof jobs, stage: Stage, more: Omit<Seat, 'name' | 'job' | 'stage'> = {}): Seat => ({ name, job, stage, ...more })

/** Units in the order they are shown, each with its people. Depth is the number of leading dots. */
const organisation: [string, UnitType, Seat[]][] = [
  ['北原省分公司（示例）', 'province', [seat('傅明远', 'manager', certified, { role: 'manager' })]],
  [
    '.客户服务管理部',
    'department',
    [
      seat('沈知微', 'content', certified, { role: 'content_owner', account: '内容负责人', login: '3001' }),
      seat('程远航', 'system', certified, { role: 'administrator', account: '管理员', login: '9001' }),
      seat('贺清', 'callback', certified),
    ],
  ],
  [
    '.客服中心',
    'department',
    [
      seat('简宁', 'manager', certified, { role: 'manager' }),
      seat('罗思齐', 'line', certified),
      seat('江月', 'line', secondTry),
      seat('汤一鸣', 'line', learning(0.8)),
      seat('卢星', 'line', learning(0.35)),
      seat('祝小满', 'line', notStarted, { note: 'overdue' }),
    ],
  ],
  [
    '.清川市分公司（示例）',
    'city',
    [seat('周岚', 'manager', certified, { role: 'manager', account: '市分公司经理', login: '2001' }), seat('谭静', 'complaint', certified)],
  ],
  [
    '..槐安支公司',
    'county',
    [
      seat('马晓雨', 'callback', certified, { account: '已持证学员，每日一练', login: '1003' }),
      seat('高远', 'survey', { kind: 'ready' }, { account: '学完全部课程，可以考试', login: '1002' }),
      seat('林若楠', 'hall', learning(0.05), { account: '刚开始学习的学员', login: '1001' }),
      seat('石磊', 'issue', certified),
      seat('于佳', 'desk', certified),
      seat('姜楠', 'claim', secondTry),
      seat('裴远', 'agent', certified),
      seat('何建平', 'issue', notStarted, { note: 'code', account: '首次登录，用登录码', login: '1004' }),
    ],
  ],
  [
    '..临河支公司',
    'county',
    [
      seat('田野', 'manager', certified, { role: 'manager' }),
      seat('陈立新', 'claim', learning(0.6), { note: 'overdue' }),
      seat('赵一诺', 'desk', learning(0.9), { note: 'overdue' }),
      seat('孙海', 'agent', notStarted, { note: 'overdue' }),
      seat('秦悦', 'sales', certified),
      seat('范晓彤', 'desk', certified),
      seat('施雨', 'issue', learning(0.75)),
      seat('游珊', 'agent', certified),
    ],
  ],
  [
    '..青禾支公司',
    'county',
    [
      seat('段文博', 'desk', certified),
      seat('白雪', 'issue', { kind: 'failed', sittings: 1 }),
      seat('古月明', 'survey', learning(0.5)),
      seat('戴琳', 'claim', certified),
      seat('吉祥', 'sales', certified),
      seat('吕博舟', 'hall', learning(0.88)),
      seat('甘甜', 'agent', notStarted, { note: 'new' }),
    ],
  ],
  [
    '..直属营业部',
    'sales_office',
    [
      seat('欧阳晴', 'sales', certified),
      seat('巴特尔·阿古拉', 'agent', learning(0.45)),
      seat('万里', 'agent', certified),
      seat('康宁', 'desk', notStarted),
      seat('尹晨', 'issue', certified),
      seat('闻笛', 'callback', learning(0.6)),
    ],
  ],
  ['.云山市分公司（示例）', 'city', [seat('方毅', 'manager', certified, { role: 'manager' }), seat('苗青', 'complaint', certified)]],
  [
    '..北苑支公司',
    'county',
    [
      seat('顾盼', 'hall', certified),
      seat('史可为', 'claim', secondTry),
      seat('任重', 'sales', learning(0.7)),
      seat('温良', 'desk', learning(0.25)),
      seat('冯小雨', 'agent', notStarted),
    ],
  ],
  [
    '..石桥支公司',
    'county',
    [
      seat('蒋平', 'desk', certified),
      seat('宋词', 'issue', learning(0.55), { note: 'overdue' }),
      seat('邵阳', 'survey', certified),
      seat('龙飞', 'agent', notStarted, { note: 'waived' }),
    ],
  ],
  ['..城关营销服务部', 'service_office', [seat('余英', 'sales', certified), seat('季风', 'agent', learning(0.15)), seat('左晨', 'agent', certified)]],
  ['.长泽市分公司（示例）', 'city', [seat('叶知秋', 'manager', certified, { role: 'manager' }), seat('彭程', 'callback', learning(0.95))]],
  [
    '..南陌支公司',
    'county',
    [
      seat('韩雪', 'desk', certified),
      seat('曹欣', 'claim', { kind: 'failed', sittings: 2 }),
      seat('袁野', 'sales', learning(0.65)),
      seat('毛宇', 'agent', notStarted, { note: 'overdue' }),
    ],
  ],
  [
    '..柳林支公司',
    'county',
    [seat('丁宁', 'hall', certified), seat('柳青', 'issue', secondTry), seat('常越', 'survey', learning(0.4)), seat('贝明', 'agent', certified)],
  ],
  [
    '..直属营业部',
    'sales_office',
    [
      seat('安然', 'desk', certified),
      seat('阮清扬', 'sales', learning(0.85)),
      seat('骆洋', 'agent', learning(0.3)),
      seat('聂小青', 'desk', notStarted, { note: 'on-leave' }),
    ],
  ],
]

const isWorkingDay = (day: string) => weekdayOf(day) < 5
/** An instant in Shanghai's day, `minutes` after nine in the morning. */
export const atWork = (day: string, minutes: number) => new Date(Date.parse(`${day}T09:00:00+08:00`) + minutes * 60_000)
const workingDays = (from: string, to: string): string[] => {
  const days: string[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) days.push(day)
  return days.length > 0 ? days : [to]
}

/** Which chapters are hard, and how much harder they are in one unit than in another. */
const hardness: Record<string, number> = { '1': 0.1, '2.1': 0.14, '2.2': 0.12, '2.3': 0.1, '2.4': 0.26, '2.5': 0.18, '2.6': 0.24, '2.7': 0.38 }
const errorRateIn = (unitName: string) => {
  const factor = 0.6 + (hash32(unitName) % 90) / 100
  return (chapterId: string) => (hardness[chapterId] ?? 0.2) * factor
}

/**
 * Fills an empty database with the demo organisation; returns the accounts to try. On a database with people it writes nothing and
 * returns those accounts of the demo that are there.
 */
export async function seedDemo(db: PrismaClient): Promise<DemoAccount[]> {
  if ((await db.person.count()) === 0) await write(db)
  return accounts(db)
}

async function accounts(db: PrismaClient): Promise<DemoAccount[]> {
  const seats = organisation
    .flatMap(([, , people]) => people)
    .filter((person) => person.account)
    .sort((a, b) => ((a.login ?? '') < (b.login ?? '') ? -1 : 1))
  const known = await db.loginName.findMany({
    where: { name: { in: seats.map((person) => foldLoginName(person.login ?? '')) } },
    select: { name: true, person: { select: { name: true, codes: { where: { usedAt: null, expiresAt: { gt: new Date() } }, select: { id: true } } } } },
  })
  return seats.flatMap(({ name, login = '', account = '', note }) => {
    const row = known.find((entry) => entry.name === login && entry.person.name === name)
    if (!row) return []
    if (note === 'code') return row.person.codes.length > 0 ? [{ name, loginName: login, password: demoCode, role: account }] : []
    return [{ name, loginName: login, password: demoPassword, role: account }]
  })
}

async function write(db: PrismaClient): Promise<void> {
  // Without published content there are people, but nothing they could have learned.
  const content = (await db.contentRevision.count()) > 0 ? await keyedContent(db) : null
  const passwordHash = await hashPassword(demoPassword)
  // All or nothing: a demo cut short would never be completed, since it is written only once.
  await db.$transaction(
    async (tx) => {
      const today = businessDay(new Date())
      const opensOn = addDays(today, -45)
      const dueOn = addDays(today, 14)
      const occurrenceId = uuid()

      const chain: MadeUnit[] = []
      const people: { seat: Seat; made: MadePerson; unit: MadeUnit }[] = []
      const rows: ReturnType<typeof personRows>[] = []
      const grants: { personId: string; role: NonNullable<Seat['role']>; unitId: string | null }[] = []
      for (const [sort, [dotted, type, seats]] of organisation.entries()) {
        const depth = dotted.match(/^\.*/)?.[0].length ?? 0
        const unit = await makeUnit(tx, { parent: chain[depth - 1], name: dotted.slice(depth), type, sort })
        chain.splice(depth, chain.length, unit)
        for (const person of seats) {
          const [position, serviceStage, kind]: Job = jobs[person.job]
          const place = people.length
          const hiredOn = person.note === 'new' ? addDays(today, -1) : addDays(today, -120 - ((place * 173) % 2800))
          const number = String(4000 + place * 37).padStart(6, '0')
          const row = personRows(
            {
              unit,
              name: person.name,
              position,
              serviceStage,
              staffKind: kind ?? 'staff',
              hiredOn,
              status: person.note === 'on-leave' ? 'on_leave' : 'active',
              loginNames: [person.login ?? (kind === 'agent' ? `DL${number}` : number)],
            },
            person.stage.kind === 'not-started' && !person.role ? null : passwordHash,
          )
          rows.push(row)
          people.push({ seat: person, made: row.made, unit })
          if (person.role) grants.push({ personId: row.made.id, role: person.role, unitId: person.role === 'manager' ? unit.id : null })
        }
      }
      await tx.person.createMany({ data: rows.map((row) => row.person) })
      await tx.loginName.createMany({ data: rows.flatMap((row) => row.loginNames) })
      for (const { personId, role, unitId } of grants) await grantRole(tx, personId, role, unitId)
      const holder = people.find((entry) => entry.seat.note === 'code')
      if (holder)
        await tx.oneTimeCode.create({
          data: {
            id: uuid(),
            personId: holder.made.id,
            codeHash: createHash('sha256').update(foldCode(demoCode)).digest('hex'),
            expiresAt: new Date(Date.now() + oneTimeCodeDays * 86_400_000),
          },
        })

      const history = emptyHistory()
      const passes: { person: MadePerson; attemptId: string; scorePercent: number; at: Date }[] = []
      for (const { seat: person, made, unit } of people) {
        const passed = content && addWeeks(history, content, made, unit.name, person.stage, occurrenceId, opensOn, today)
        if (passed) passes.push({ person: made, ...passed })
      }
      await storeHistory(tx, history)

      await tx.assignment.create({
        data: {
          id: uuid(),
          programmeId: 'onboarding',
          title: '岗前培训',
          rule: {},
          createdAt: atWork(opensOn, 0),
          occurrences: { create: { id: occurrenceId, label: today.slice(0, 4), opensOn: new Date(opensOn), dueOn: new Date(dueOn) } },
        },
      })
      await tx.assignmentMember.createMany({
        data: people
          .filter((entry) => entry.seat.note !== 'on-leave')
          .map(({ seat: person, made }, i) => ({
            occurrenceId,
            personId: made.id,
            joinedAt: person.note === 'new' ? atWork(addDays(today, -1), 30) : atWork(opensOn, 0),
            dueOn: new Date(person.note === 'overdue' ? addDays(today, -1 - (i % 4)) : dueOn),
            completedAt: passes.find((pass) => pass.person.id === made.id)?.at ?? null,
            ...(person.note === 'waived' ? { waivedAt: atWork(addDays(today, -9), 95), waivedReason: '已调离接触客户的岗位，待办理手续' } : {}),
          })),
      })

      const programme = content?.programmes.get('onboarding')
      const scope = systemScope('the demo has certified people')
      for (const { person, attemptId, scorePercent, at } of passes.sort((a, b) => a.at.getTime() - b.at.getTime())) {
        if (!content || !programme) break
        const { id } = await issueCertificate(tx, scope, {
          personId: person.id,
          occurrenceId,
          programme,
          settings: content.settings,
          standardVersion: content.standard.version,
          attemptId,
          scorePercent,
        })
        const issuedOn = businessDay(at)
        await tx.certificate.update({
          where: { id },
          data: { issuedAt: at, issuedOn: new Date(issuedOn), validUntil: new Date(validUntil(issuedOn, programme.validityMonths)) },
        })
      }
    },
    { timeout: 60_000 },
  )
}

/** What someone has done since the assignment opened, up to yesterday evening. Returns the passed exam. */
export function addWeeks(
  history: ReturnType<typeof emptyHistory>,
  content: KeyedContent,
  person: MadePerson,
  unitName: string,
  stage: Stage,
  occurrenceId: string,
  opensOn: string,
  today: string,
): { attemptId: string; scorePercent: number; at: Date } | null {
  const steps = stepsOf(content)
  if (stage.kind === 'not-started' || steps.length === 0) return null
  const dice = seeded(`demo/${person.name}`)
  const doing: Step[] = stage.kind === 'learning' ? steps.slice(0, Math.max(1, Math.round(steps.length * stage.steps))) : steps
  // Whoever has sat the exam had finished learning a while ago; those still learning have been at it until these days.
  const begun = addDays(opensOn, 1 + Math.floor(dice() * 10))
  const ended = addDays(today, stage.kind === 'learning' || stage.kind === 'ready' ? -1 - Math.floor(dice() * 3) : -14 - Math.floor(dice() * 8))
  const days = workingDays(begun, ended)
  const errorRate = errorRateIn(unitName)
  const placeOf = (i: number) => Math.floor((i * days.length) / doing.length)
  let place = 0
  for (const [i, step] of doing.entries()) {
    place = i > 0 && placeOf(i) === placeOf(i - 1) ? place + 1 : 0
    const day = days[placeOf(i)]
    if (day) addStep(history, content, person, step, { at: atWork(day, place * 40 + Math.floor(dice() * 8)), errorRate, seed: person.name })
  }
  if (stage.kind !== 'failed' && stage.kind !== 'certified') {
    // The next lesson has been opened and left.
    const nextStep = steps[doing.length]
    if (stage.kind === 'learning' && nextStep?.kind === 'lesson')
      history.positions.push({ userId: person.id, lessonId: nextStep.subjectId, cardIndex: 2, updatedAt: atWork(ended, 300) })
    return null
  }
  for (let sitting = 1; sitting <= stage.sittings; sitting++) {
    const passes = stage.kind === 'certified' && sitting === stage.sittings
    const exam = addExam(history, content, person, {
      occurrenceId,
      sitting,
      at: atWork(addDays(ended, sitting * 4), 60 + Math.floor(dice() * 240)),
      minutes: 16 + Math.floor(dice() * 18),
      wrong: passes ? Math.floor(dice() * 6) : 7 + Math.floor(dice() * 5),
    })
    if (exam.passed) return { attemptId: exam.id, scorePercent: exam.scorePercent, at: exam.closedAt }
  }
  return null
}
