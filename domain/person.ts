import { z } from 'zod'
import { foldLoginName } from './credential'
import { addDays } from './time'

/**
 * What is known of a person, and what each field may hold: the same for a row of a roster, a form and whoever calls the API. Faults are said
 * in words that follow the field's name ("姓名" and "超过30个字"), and are null where there is none.
 */

export const serviceStages = ['展业', '承保', '理赔', '咨询', '投诉', '回访'] as const
export const personStatuses = ['active', 'on_leave', 'left'] as const
export type PersonStatus = (typeof personStatuses)[number]
export const statusWords = { active: '在岗', on_leave: '休假', left: '离职' } as const satisfies Record<PersonStatus, string>
export const staffWords = { staff: '员工', agent: '个人代理' } as const
export const grantedRoles = ['manager', 'content_owner', 'administrator'] as const
export type GrantedRole = (typeof grantedRoles)[number]
export const roleWords = { manager: '经理', content_owner: '内容负责人', administrator: '管理员' } as const satisfies Record<GrantedRole, string>

// ---- Fields ----

const missing = '没有填写'
/** Trimmed, with one space where there were several; full-width spaces are spaces. */
export const cleanText = (text: string) => text.replace(/[\s\u3000]+/g, ' ').trim()
export const hasControl = (text: string) => /[\p{Cc}\p{Cf}\uFFFD]/u.test(text)

export function textFault(text: string, most: number): string | null {
  if (text === '') return missing
  if ([...text].length > most) return `超过${most}个字`
  return hasControl(text) ? '含有看不见或读坏的字符，请重新输入' : null
}
export const nameFault = (name: string): string | null =>
  textFault(name, 30) ?? (/^[\p{L}\p{M}·•・.'’ -]+$/u.test(name) ? null : `“${name}”里有不该出现在姓名里的符号`)
export const positionFault = (position: string): string | null => textFault(position, 30)

/** Several login names in one field or cell, as people separate them, folded and each once. */
export const splitLoginNames = (text: string): string[] => [
  ...new Set(
    text
      .split(/[;；、，,]/)
      .map(foldLoginName)
      .filter(Boolean),
  ),
]
/** Of a folded login name. */
export function loginNameFault(name: string): string | null {
  if (name === '') return missing
  if (/^\d(\.\d+)?E\+?\d+$/.test(name)) return `“${name}”被表格软件改成了科学计数，请把这一列设为文本再填`
  return name.length > 64 || hasControl(name) ? '太长，或含有看不见的字符' : null
}

/** 2026-1-5, 2026/01/05, 2026年1月5日 or 20260105 as YYYY-MM-DD; null when there is no such day. */
export function readDay(text: string): string | null {
  const found = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$/.exec(text)
  if (!found) return null
  const day = [found[1], (found[2] ?? found[4] ?? '').padStart(2, '0'), (found[3] ?? found[5] ?? '').padStart(2, '0')].join('-')
  const date = new Date(`${day}T00:00:00Z`)
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day ? null : day
}
/** Of a day as YYYY-MM-DD, on `today`. */
export const hiredOnFault = (day: string, today: string): string | null =>
  day < '1950-01-01' || day > addDays(today, 366) ? `“${day}”不合常理，请核对年份` : null

/** A telephone number without what people put between its digits; null for none. */
export const foldPhone = (text: string): string | null => text.replace(/[\s-]/g, '') || null
export const phoneFault = (phone: string | null): string | null => (phone === null || /^1\d{10}$/.test(phone) ? null : `“${phone}”不是11位手机号`)
const mailAddress = z.email()
export const mailFault = (mail: string | null): string | null => (mail === null || mailAddress.safeParse(mail).success ? null : `“${mail}”不是邮箱地址`)

/** A fault as a sentence of a form. */
export const faultSentence = (label: string, fault: string): string => (fault === missing ? `请填写${label}。` : `${label}${fault}。`)

// ---- Bodies ----

const field = (label: string, fault: (text: string) => string | null, fold: (text: string) => string = cleanText) =>
  z
    .string(`请填写${label}。`)
    .max(400, `${label}太长，请缩短。`)
    .transform(fold)
    .superRefine((text, context) => {
      const found = fault(text)
      if (found) context.addIssue({ code: 'custom', message: faultSentence(label, found) })
    })
const optional = (label: string, fault: (text: string | null) => string | null, fold: (text: string) => string | null) =>
  z
    .string()
    .max(400, `${label}太长，请缩短。`)
    .nullable()
    .transform((text) => fold(text ?? ''))
    .superRefine((text, context) => {
      const found = fault(text)
      if (found) context.addIssue({ code: 'custom', message: faultSentence(label, found) })
    })
const reason = field('原因', (text) => ([...text].length < 2 ? '太短，请写清楚' : textFault(text, 100)))

export const mostLoginNames = 10
const loginName = field('登录名', loginNameFault, foldLoginName)
const profile = z.strictObject({
  unitId: z.uuid('请从列表里选一个机构。'),
  position: field('岗位', positionFault),
  serviceStage: z.enum(serviceStages, '请选择服务环节。'),
  staffKind: z.enum(['staff', 'agent'], '请选择人员类别。'),
  hiredOn: z.iso.date('请填写入职日期。'),
  phone: optional('手机', phoneFault, foldPhone),
  mail: optional('邮箱', mailFault, (text) => cleanText(text) || null),
})
/** What a form changes of a person; the name, status and login names have ways of their own. Days are YYYY-MM-DD. */
export type Profile = z.infer<typeof profile>
export const profileLabels = {
  unitId: '机构',
  position: '岗位',
  serviceStage: '服务环节',
  staffKind: '人员类别',
  hiredOn: '入职日期',
  phone: '手机',
  mail: '邮箱',
} as const satisfies Record<keyof Profile, string>
export const profileKeys = Object.keys(profileLabels) as (keyof Profile)[]

/** The id is made by whoever asks, so that asking again adds nobody else. */
export const addPersonBody = profile.extend({
  id: z.uuidv7(),
  name: field('姓名', nameFault),
  loginNames: z.array(loginName).min(1, '请填写登录名。').max(mostLoginNames, `登录名最多${mostLoginNames}个。`),
  /** Somebody of that name in that unit is another person. */
  evenIfSameName: z.boolean(),
})
export type AddPersonBody = z.infer<typeof addPersonBody>
/** Who stands in the way of adding somebody. */
export type Twin = { because: 'login-name' | 'same-name'; id: string; name: string; unitName: string; number: string }
export type AddPersonResult = { added: string; twin: null } | { added: null; twin: Twin }

/** `was` is what the form showed: whoever changed it meanwhile is not overwritten. Only the fields to change are named. */
export const changePersonBody = z.strictObject({
  was: z.partialRecord(z.enum(Object.keys(profileLabels) as [keyof Profile]), z.string().max(400).nullable()),
  now: profile.partial(),
})
export type ChangePersonBody = z.infer<typeof changePersonBody>
/** Units the person managed because they were in them. */
export type ChangePersonResult = { changed: boolean; noLongerManages: string[] }

export const renameBody = z.strictObject({ was: z.string().max(100), now: field('姓名', nameFault), reason })
export type RenameBody = z.infer<typeof renameBody>
export type RenameResult = { reissued: { before: string; after: string }[] }

export const changeStatusBody = z.strictObject({ was: z.enum(personStatuses), now: z.enum(personStatuses, '请选择状态。') })
export type ChangeStatusBody = z.infer<typeof changeStatusBody>
export type ChangeStatusResult = { status: PersonStatus }

export const loginNameBody = z.strictObject({ loginName })
export type LoginNameBody = z.infer<typeof loginNameBody>
export type LoginNamesResult = { loginNames: string[] }

/** A manager's role names the unit, the others cover the whole organisation. */
export const roleBody = z
  .strictObject({ role: z.enum(grantedRoles, '请选择角色。'), unitId: z.uuid('请从列表里选一个机构。').nullable() })
  .refine((body) => (body.role === 'manager') === (body.unitId !== null), '经理要选管理的机构，其他角色不用选。')
export type RoleBody = z.infer<typeof roleBody>
export type RoleResult = { changed: boolean }

export const timePercents = [100, 125, 150, 200] as const
export const examTimeWord = (percent: number) => (percent === 100 ? '通常时间' : `通常时间的${percent}%`)
export const examTimeBody = z.strictObject({ percent: z.literal(timePercents, '请选择考试时间。') })
export type ExamTimeBody = z.infer<typeof examTimeBody>
export type ExamTimeResult = { percent: number }

export const extraSittingBody = z.strictObject({ id: z.uuidv7(), occurrenceId: z.uuid('请选择任务。'), reason })
export type ExtraSittingBody = z.infer<typeof extraSittingBody>
export type ExtraSittingResult = { granted: true }

export type UnlockResult = { unlocked: boolean }

// ---- Finding people ----

export const statusFilters = ['present', ...personStatuses, 'all'] as const
export const statusFilterWords = { present: '在册', ...statusWords, all: '全部' } as const satisfies Record<(typeof statusFilters)[number], string>
export const accountFilters = ['never', 'locked'] as const
export const accountFilterWords = { never: '还没有登录过', locked: '已锁定' } as const

/** `after` and `before` are ids of people: the page begins behind the one or ends before the other. */
export type PeopleSearch = {
  text: string
  unitId: string | null
  status: (typeof statusFilters)[number]
  role: GrantedRole | null
  account: (typeof accountFilters)[number] | null
  after: string | null
  before: string | null
}

/** What an address asks for. What it says wrongly is as if it said nothing; a unit or place that is no id finds nobody later. */
export function readPeopleSearch(parameter: (name: string) => string | null): PeopleSearch {
  const oneOf = <T extends string>(name: string, words: readonly T[]): T | null => words.find((word) => word === parameter(name)) ?? null
  const id = (name: string) => z.uuid().safeParse(parameter(name)).data ?? null
  return {
    text: cleanText(parameter('q') ?? '').slice(0, 64),
    unitId: id('unit'),
    status: oneOf('status', statusFilters) ?? 'present',
    role: oneOf('role', grantedRoles),
    account: oneOf('account', accountFilters),
    after: id('after'),
    before: id('before'),
  }
}

/** A name or part of one for finding: width, case, spaces and the dots between parts do not matter. */
export const foldForFinding = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·•・･‧.'’-]/g, '')

// ---- Units to choose from ----

/** `label` is the way from the uppermost unit in reach, "清川市分公司/槐安支公司". */
export type UnitChoice = { id: string; label: string }

/** Units within reach, in the order of the tree, each with the way to it. `path` is "/<id>/<id>/…/". */
export function unitChoices(units: { id: string; name: string; path: string; sort: number }[]): UnitChoice[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const wayTo = (path: string) => path.split('/').flatMap((id) => byId.get(id) ?? [])
  // The one at the top says nothing of those below it.
  const label = (way: { name: string }[]) => (way.length > 1 ? way.slice(1) : way).map((unit) => unit.name).join('/')
  const compare = (a: typeof units, b: typeof units): number => {
    for (let i = 0; i < Math.min(a.length, b.length); i++) {
      const [x, y] = [a[i], b[i]]
      if (x && y && x.id !== y.id) return x.sort - y.sort || (x.name < y.name ? -1 : 1)
    }
    return a.length - b.length
  }
  return units
    .map((unit) => ({ unit, way: wayTo(unit.path) }))
    .sort((a, b) => compare(a.way, b.way))
    .map(({ unit, way }) => ({ id: unit.id, label: label(way) }))
}
