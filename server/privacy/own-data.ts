import { answerByPlace, answerInWords } from '@/domain/answer-words'
import { gradesAtOnce } from '@/domain/attempt'
import { actionLabel, changesOf, changeText } from '@/domain/audit'
import { judgementWords, movesInWords } from '@/domain/role-play'
import type { ScenarioScript } from '@/domain/scenario'
import { dateOnly } from '@/domain/time'
import { type PersonScope, systemScope } from '../access'
import { nameAttempt } from '../attempts/view-attempt'
import { type Published, questionBodies, scenarioScript } from '../content/store'
import type { Db } from '../db'
import { type Cell, type Column, type Sheet, wallClock } from '../reports/table'
import { type OwnRows, readOwnRows } from './queries'

type Field = Column & { key: string }
/** One kind of data: a sheet of the workbook, a list of the JSON file. Keys are stable, headings are for people. */
export type Section = { key: string; name: string; fields: Field[]; rows: Cell[][] }

const text = (key: string, header: string, width = 16): Field => ({ key, header, width, kind: 'text' })
const number = (key: string, header: string): Field => ({ key, header, width: 10, kind: 'number' })
const date = (key: string, header: string): Field => ({ key, header, width: 12, kind: 'date' })
const instant = (key: string, header: string): Field => ({ key, header, width: 18, kind: 'instant' })

const roleWords = { manager: '经理', content_owner: '内容负责人', administrator: '管理员' } as const
const statusWords = { active: '在岗', on_leave: '休假', left: '已离职' } as const
const attemptWords = { check: '随堂三题', quiz: '章节测验', practice: '每日一练', exam: '认证考试' } as const
const closedByWords = { learner: '本人交卷', job: '到时自动交卷', look: '到时自动交卷' } as const
const completionWords = { lesson: '课时', quiz: '章节测验', scenario: '情景演练', chapter: '章节' } as const
const sourceWords: Record<string, string> = {
  lesson: '学完一课',
  'check-answer': '随堂答对',
  quiz: '通过测验',
  practice: '每日一练',
  scenario: '通过演练',
  certificate: '取得证书',
}
const yes = (value: boolean | null) => (value === null ? '' : value ? '是' : '否')
const round = ({ label, assignment }: { label: string; assignment: { title: string } }) => `${label}${assignment.title}`

/** Scripts are needed to put moves in words; what else they hold stays here. */
const scriptScope = systemScope("one's own moves are put in words")

/** All there is about oneself, read from one snapshot. */
export async function readOwnData(db: Db, scope: PersonScope<'account.own'>, content: Published): Promise<Section[]> {
  const rows = await readOwnRows(db, scope)
  const practised = rows.attempts.filter((attempt) => gradesAtOnce(attempt.kind)).flatMap((attempt) => attempt.paper.items.map((item) => item.hash))
  const bodies = await questionBodies(db, scope, [...new Set(practised)])
  const scripts = new Map<string, ScenarioScript>()
  for (const { scenarioHash } of rows.runs) if (!scripts.has(scenarioHash)) scripts.set(scenarioHash, await scenarioScript(db, scriptScope, scenarioHash))
  return [...account(rows), ...learning(rows, content, bodies, scripts), ...evidence(rows)]
}

function account({ person, mails }: OwnRows): Section[] {
  return [
    {
      key: 'profile',
      name: '档案',
      fields: [
        text('name', '姓名'),
        text('loginNames', '登录名', 24),
        text('unit', '机构', 26),
        text('position', '岗位'),
        text('serviceStage', '服务环节'),
        text('staffKind', '人员类别'),
        text('status', '状态'),
        date('hiredOn', '入职日期'),
        text('phone', '手机'),
        text('mail', '邮箱', 26),
        number('timePercent', '考试用时（%）'),
        instant('passwordSetAt', '设密码时间'),
        text('noticeVersion', '看过的隐私说明'),
        instant('noticeAt', '看过的时间'),
        instant('createdAt', '建账时间'),
      ],
      rows: [
        [
          person.name,
          person.loginNames.map((login) => login.name).join('、'),
          person.unit.name,
          person.position,
          person.serviceStage,
          person.staffKind === 'agent' ? '个人代理' : '员工',
          statusWords[person.status],
          person.hiredOn,
          person.phone,
          person.mail,
          person.timePercent,
          person.passwordSetAt,
          person.noticeVersion,
          person.noticeAt,
          person.createdAt,
        ],
      ],
    },
    {
      key: 'roles',
      name: '角色',
      fields: [text('role', '角色'), text('unit', '机构', 26)],
      rows: person.roles.map(({ role, unit }) => [roleWords[role], unit?.name ?? '全部机构']),
    },
    {
      key: 'sessions',
      name: '登录设备',
      fields: [
        text('device', '设备', 26),
        instant('createdAt', '登录时间'),
        instant('lastSeenAt', '最后使用'),
        instant('expiresAt', '有效至'),
        text('remember', '保持登录'),
        instant('revokedAt', '退出时间'),
      ],
      rows: person.sessions.map((session) => [
        session.device,
        session.createdAt,
        session.lastSeenAt,
        session.expiresAt,
        yes(session.remember),
        session.revokedAt,
      ]),
    },
    {
      key: 'codes',
      name: '登录码',
      fields: [text('via', '方式'), instant('createdAt', '发放时间'), instant('expiresAt', '有效至'), instant('usedAt', '使用时间')],
      rows: person.codes.map((code) => [code.via === 'mail' ? '邮件' : '登录条', code.createdAt, code.expiresAt, code.usedAt]),
    },
    {
      key: 'mails',
      name: '邮件',
      fields: [text('subject', '标题', 40), instant('createdAt', '写信时间'), instant('sentAt', '发出时间')],
      rows: mails.map((mail) => [mail.subject, mail.createdAt, mail.sentAt]),
    },
  ]
}

function learning(
  { person, positions, completions, attempts, runs, points, awards, unitNames }: OwnRows,
  content: Published,
  bodies: Awaited<ReturnType<typeof questionBodies>>,
  scripts: Map<string, ScenarioScript>,
): Section[] {
  const lessonTitle = (id: string) => content.lessons.get(id)?.title ?? id
  const chapterTitle = (id: string) => content.chapters.find((chapter) => chapter.id === id)?.title ?? id
  const scenarioTitle = (id: string) => content.scenarios.get(id)?.title ?? id
  const titleOf = { lesson: lessonTitle, quiz: chapterTitle, chapter: chapterTitle, scenario: scenarioTitle }
  return [
    {
      key: 'duties',
      name: '学习任务',
      fields: [
        text('duty', '任务', 26),
        instant('joinedAt', '加入时间'),
        date('dueOn', '截止日期'),
        instant('completedAt', '完成时间'),
        instant('waivedAt', '免训时间'),
        text('waivedReason', '免训原因', 26),
        instant('endedAt', '退出时间'),
      ],
      rows: person.members.map((member) => [
        round(member.occurrence),
        member.joinedAt,
        member.dueOn,
        member.completedAt,
        member.waivedAt,
        member.waivedReason,
        member.endedAt,
      ]),
    },
    {
      key: 'extraSittings',
      name: '加考',
      fields: [text('duty', '任务', 26), text('reason', '原因', 26), instant('grantedAt', '批准时间')],
      rows: person.sittings.map((sitting) => [round(sitting.occurrence), sitting.reason, sitting.grantedAt]),
    },
    {
      key: 'lessonPositions',
      name: '课时进度',
      fields: [text('lesson', '课时', 26), number('card', '学到第几张'), instant('updatedAt', '时间')],
      rows: positions.map((position) => [lessonTitle(position.lessonId), position.cardIndex + 1, position.updatedAt]),
    },
    {
      key: 'completions',
      name: '完成',
      fields: [text('kind', '类别'), text('subject', '内容', 26), instant('completedAt', '完成时间'), text('unit', '当时机构', 26)],
      rows: completions.map(({ kind, subjectId, completedAt, unitId }) => [
        completionWords[kind],
        titleOf[kind](subjectId),
        completedAt,
        unitNames.get(unitId) ?? '',
      ]),
    },
    {
      key: 'attempts',
      name: '答题',
      fields: [
        text('title', '名称', 30),
        text('kind', '类别'),
        number('sitting', '第几次考试'),
        instant('startedAt', '开始'),
        instant('deadlineAt', '截止'),
        instant('closedAt', '交卷'),
        text('closedBy', '交卷方式'),
        number('scorePercent', '得分'),
        text('passed', '合格'),
        number('right', '答对题数'),
        number('total', '计分题数'),
      ],
      rows: attempts.map((attempt) => [
        nameAttempt(content, attempt).title,
        attemptWords[attempt.kind],
        attempt.sitting,
        attempt.startedAt,
        attempt.deadlineAt,
        attempt.closedAt,
        attempt.closedBy && closedByWords[attempt.closedBy],
        attempt.scorePercent,
        yes(attempt.passed),
        attempt.result?.right ?? null,
        attempt.result?.total ?? null,
      ]),
    },
    {
      key: 'answers',
      name: '作答',
      fields: [
        text('title', '名称', 30),
        instant('startedAt', '开始'),
        number('place', '第几题'),
        text('rule', '条款'),
        text('question', '题目', 50),
        text('answer', '我的作答', 50),
        text('correct', '答对'),
        text('late', '截止后送达'),
        instant('savedAt', '时间'),
      ],
      rows: attempts.flatMap((attempt) => {
        const open = gradesAtOnce(attempt.kind)
        const last = new Map(attempt.responses.map((response, index) => [response.itemId, index]))
        return attempt.responses.map(({ itemId, answer, correct, late, savedAt }, index): Cell[] => {
          const place = attempt.paper.items.findIndex((item) => item.itemId === itemId)
          const item = attempt.paper.items[place]
          const body = open && item ? bodies.get(item.hash) : undefined
          // In an exam the last answer was graded, and only when it closed.
          const graded = attempt.result?.items.find((entry) => entry.itemId === itemId)
          const right = open ? correct : last.get(itemId) === index && graded?.answered ? graded.correct : null
          return [
            nameAttempt(content, attempt).title,
            attempt.startedAt,
            place + 1,
            item?.rule ?? '',
            body ? [body.situation, body.stem].filter(Boolean).join('\n') : '考试题不公开',
            body ? answerInWords(body, answer) : answerByPlace(item?.optionOrder ?? [], answer),
            yes(right),
            late ? '是' : '',
            savedAt,
          ]
        })
      }),
    },
    {
      key: 'rolePlays',
      name: '情景演练',
      fields: [
        text('scenario', '情景', 26),
        instant('startedAt', '开始'),
        instant('endedAt', '结束'),
        number('scorePercent', '得分'),
        text('passed', '通过'),
        text('redLine', '触到红线'),
      ],
      rows: runs.map((run) => [scenarioTitle(run.scenarioId), run.startedAt, run.endedAt, run.scorePercent, yes(run.passed), yes(run.redLine)]),
    },
    {
      key: 'moves',
      name: '演练每一步',
      fields: [
        text('scenario', '情景', 26),
        instant('startedAt', '开始'),
        number('step', '第几步'),
        number('try', '第几遍'),
        text('said', '说了什么', 50),
        text('judgement', '判定'),
        number('tookMs', '用时（毫秒）'),
        instant('chosenAt', '时间'),
      ],
      rows: runs.flatMap((run) => {
        const script = scripts.get(run.scenarioHash)
        const words = script ? movesInWords(script, run.seed, run.turns) : []
        return run.turns.map((turn, index): Cell[] => [
          scenarioTitle(run.scenarioId),
          run.startedAt,
          turn.step + 1,
          turn.try,
          words[index] ?? '',
          turn.judgement ? (judgementWords[turn.judgement as keyof typeof judgementWords] ?? turn.judgement) : '',
          turn.tookMs,
          turn.chosenAt,
        ])
      }),
    },
    {
      key: 'points',
      name: '积分',
      fields: [text('source', '来源'), number('points', '积分'), instant('earnedAt', '时间')],
      rows: points.map((entry) => [sourceWords[entry.source] ?? entry.source, entry.points, entry.earnedAt]),
    },
    {
      key: 'badges',
      name: '勋章',
      fields: [text('badge', '勋章'), instant('awardedAt', '获得时间')],
      rows: awards.map((award) => [content.chapters.find((chapter) => chapter.id === award.badgeId)?.badge.title ?? award.badgeId, award.awardedAt]),
    },
    {
      key: 'certificates',
      name: '证书',
      fields: [
        text('number', '编号', 24),
        text('title', '名称', 26),
        text('holder', '持证人'),
        text('unit', '机构', 26),
        number('scorePercent', '得分'),
        date('issuedOn', '签发日期'),
        date('validUntil', '有效期至'),
        instant('revokedAt', '撤销时间'),
        text('revokedReason', '撤销原因', 26),
      ],
      rows: person.certificates.map((held) => [
        held.number,
        held.title,
        held.holderName,
        held.unitName,
        held.scorePercent,
        held.issuedOn,
        held.validUntil,
        held.revokedAt,
        held.revokedReason,
      ]),
    },
  ]
}

function evidence({ person, rosterChanges, audit, unitNames }: OwnRows): Section[] {
  const nameOf = (id: string) => unitNames.get(id)
  const changes = (before: unknown, after: unknown) => changesOf(before, after, nameOf).map(changeText).join('；')
  return [
    {
      key: 'corrections',
      name: '更正申请',
      fields: [text('says', '说明', 50), instant('createdAt', '提出时间'), instant('resolvedAt', '答复时间'), text('outcome', '答复', 50)],
      rows: person.corrections.map((correction) => [correction.says, correction.createdAt, correction.resolvedAt, correction.outcome]),
    },
    {
      key: 'rosterChanges',
      name: '花名册改动',
      fields: [instant('writtenAt', '导入时间'), instant('undoneAt', '撤回时间'), text('changes', '改动', 60)],
      rows: rosterChanges.map((change) => [change.import.writtenAt, change.import.undoneAt, changes(change.before, change.after)]),
    },
    {
      key: 'audit',
      name: '操作记录',
      fields: [instant('at', '时间'), text('by', '操作人'), text('action', '操作'), text('changes', '改动', 60)],
      // Other people are not named in the copy of one's own data, nor what one did to theirs.
      rows: audit.map((entry) => [
        entry.at,
        entry.byMe ? '本人' : entry.bySystem ? '系统' : '经理或管理员',
        actionLabel(entry.action),
        entry.aboutMe ? changes(entry.before, entry.after) : '',
      ]),
    },
  ]
}

export const sheetOf = ({ name, fields, rows }: Section): Sheet => ({
  name,
  columns: fields,
  rows: rows.map((row) => row.map((cell, i) => (cell instanceof Date && fields[i]?.kind === 'instant' ? wallClock(cell) : cell))),
})

/** The JSON file in pieces, a section at a time; instants are UTC, days are YYYY-MM-DD. */
export function* jsonPieces(sections: Section[], exportedAt: Date): Generator<string> {
  yield `{"exportedAt":${JSON.stringify(exportedAt)}`
  for (const { key, fields, rows } of sections) {
    const items = rows.map((row) =>
      Object.fromEntries(fields.map((field, i) => [field.key, row[i] instanceof Date && field.kind === 'date' ? dateOnly(row[i]) : (row[i] ?? null)])),
    )
    yield `,\n${JSON.stringify(key)}:${JSON.stringify(items)}`
  }
  yield '}\n'
}
