import { z } from 'zod'
import { type Refusal, refuse } from './errors'
import { extentOf, type Grant } from './policy'
import { addDays, addYears, fullDate } from './time'

// ---- Whom ----

const name = z.string().min(1).max(60)

/** Who is given a programme: everyone whom every condition fits. Without conditions it is everyone who is active. */
export const assignmentRule = z.strictObject({
  staffKinds: z
    .array(z.enum(['staff', 'agent']))
    .min(1)
    .max(2)
    .optional(),
  positions: z.array(name).min(1).max(300).optional(),
  serviceStages: z.array(name).min(1).max(60).optional(),
  /** In one of these units or below. */
  unitIds: z.array(z.uuid()).min(1).max(300, '机构选得太多。请选它们的上级机构。').optional(),
  /** YYYY-MM-DD: hired on this day or later. */
  hiredFrom: z.iso.date('入职日期不完整，请重新选择').optional(),
})
export type AssignmentRule = z.infer<typeof assignmentRule>

/** What a rule looks at. `unitPath` is "/<id>/<id>/…/", `hiredOn` YYYY-MM-DD. */
export type Candidate = {
  status: 'active' | 'on_leave' | 'left'
  staffKind: 'staff' | 'agent'
  position: string
  serviceStage: string
  unitPath: string
  hiredOn: string
}

/** Whether `rule` makes a person a member. Someone on leave or gone never joins. `server/assignments/queries.ts` says the same in SQL. */
export function fits(rule: AssignmentRule, person: Candidate): boolean {
  return (
    person.status === 'active' &&
    (!rule.staffKinds || rule.staffKinds.includes(person.staffKind)) &&
    (!rule.positions || rule.positions.includes(person.position)) &&
    (!rule.serviceStages || rule.serviceStages.includes(person.serviceStage)) &&
    (!rule.unitIds || rule.unitIds.some((id) => person.unitPath.includes(`/${id}/`))) &&
    (!rule.hiredFrom || person.hiredOn >= rule.hiredFrom)
  )
}

const kindWord = { staff: '员工', agent: '个人代理营销员' } as const
const listed = (names: string[], counted: string) => (names.length > 4 ? `${names.slice(0, 3).join('、')}等${names.length}${counted}` : names.join('、'))

/** A rule as one sentence of whom it means. `unitNames` are the names of its units. */
export function ruleInWords(rule: AssignmentRule, unitNames: string[]): string {
  const [kind, other] = rule.staffKinds ?? []
  const who = kind && !other ? kindWord[kind] : '在岗人员'
  return [
    rule.unitIds ? `${listed(unitNames, '个机构')}的${who}` : `全体${who}`,
    rule.positions && `岗位：${listed(rule.positions, '个')}`,
    rule.serviceStages && `服务环节：${listed(rule.serviceStages, '个')}`,
    rule.hiredFrom && `${fullDate(rule.hiredFrom)}起入职`,
  ]
    .filter(Boolean)
    .join('，')
}

// ---- When ----

/** Days of a round as YYYY-MM-DD. `graceDays`: what whoever joins after the opening has at the least. */
export type Round = { opensOn: string; dueOn: string; graceDays: number }

/** The due date of someone who joins on `joinedOn`: the round's, or later where that leaves too little time. */
export function dueOnFor({ opensOn, dueOn, graceDays }: Round, joinedOn: string): string {
  const own = addDays(joinedOn, graceDays)
  return joinedOn > opensOn && own > dueOn ? own : dueOn
}

/**
 * The due date of a member when the round's changes from `before` to `after`. Who has the day that the round gave gets the one it gives now;
 * a day of one's own (an extension, a return from leave) stays unless the round's is later now.
 */
export function dueOnAfterChange(own: string, joinedOn: string, before: Round, after: Round): string {
  const given = dueOnFor(after, joinedOn)
  return own === dueOnFor(before, joinedOn) || own < given ? given : own
}

/** The newest round of a yearly assignment that has opened by `today`, reckoned from its first; null before the first. */
export function yearlyRound(first: { opensOn: string; dueOn: string }, today: string): { label: string; opensOn: string; dueOn: string } | null {
  const year = Number(today.slice(0, 4)) - Number(first.opensOn.slice(0, 4))
  for (const years of [year, year - 1]) {
    const opensOn = addYears(first.opensOn, years)
    if (years >= 0 && opensOn <= today) return { label: opensOn.slice(0, 4), opensOn, dueOn: addYears(first.dueOn, years) }
  }
  return null
}

/** A due date that a round cannot have: in the past, before it opens, or so late that next year's round has opened. */
export function refuseDueDate({ opensOn, dueOn }: { opensOn: string; dueOn: string }, today: string): Refusal | null {
  if (dueOn < opensOn) return refuse('due-before-opening', '截止日期早于开始日期，请改晚一些。')
  if (dueOn < today) return refuse('due-past', '截止日期已经过了，请选今天或以后。')
  if (dueOn >= addYears(opensOn, 1)) return refuse('due-late', '截止日期请定在开始后一年以内。')
  return null
}

/** The days of a new assignment: it opens today or within a year. */
export function refuseSchedule(schedule: { opensOn: string; dueOn: string }, today: string): Refusal | null {
  if (schedule.opensOn < today) return refuse('opening-past', '开始日期已经过了，请选今天或以后。')
  if (schedule.opensOn > addYears(today, 1)) return refuse('opening-late', '开始日期请定在一年以内。')
  return refuseDueDate(schedule, today)
}

// ---- What administrators send ----

export const mostGraceDays = 90
const day = (message: string) => z.iso.date(message)

export const previewAssignmentBody = z.strictObject({ programmeId: z.string().min(1, '请选择培训').max(64), rule: assignmentRule })
export type PreviewAssignmentBody = z.infer<typeof previewAssignmentBody>
/** Who would join if the assignment opened now. `units`: by the units right below the top. `elsewhere`: in another open assignment of the programme. */
export type PreviewAssignmentResult = {
  count: number
  units: { name: string; count: number }[]
  examples: { name: string; position: string; unitName: string }[]
  elsewhere: number
  onLeave: number
}

export const publishAssignmentBody = previewAssignmentBody.extend({
  /** Made by the browser, so that a repeat is no second assignment. */
  id: z.uuid(),
  title: z.string().trim().min(2, '请写任务名称，至少两个字').max(20, '任务名称请在20字以内'),
  opensOn: day('请选择开始日期'),
  dueOn: day('请选择截止日期'),
  graceDays: z.int('补学天数请填整数').min(0, '补学天数不能是负数').max(mostGraceDays, `补学天数请在${mostGraceDays}天以内`),
  yearly: z.boolean(),
})
export type PublishAssignmentBody = z.infer<typeof publishAssignmentBody>
export type PublishAssignmentResult = { assignmentId: string; joined: number }

export const changeDueDateBody = z.strictObject({ dueOn: day('请选择截止日期') })
export type ChangeDueDateBody = z.infer<typeof changeDueDateBody>
export type ChangeDueDateResult = { moved: number }
export type EndAssignmentResult = { ended: number }

// ---- What managers change for a member ----

const reason = z.string().trim().min(2, '请写明原因，至少两个字').max(100, '原因请在100字以内')
const personIds = z.array(z.uuid()).min(1, '请先勾选姓名').max(200, '一次最多200人，请分几次办理')

export const extendMembersBody = z.strictObject({ personIds, dueOn: day('请选择新的截止日期'), reason })
export type ExtendMembersBody = z.infer<typeof extendMembersBody>
/** A reason waives; null takes the waiver back. */
export const waiveMembersBody = z.strictObject({ personIds, reason: reason.nullable() })
export type WaiveMembersBody = z.infer<typeof waiveMembersBody>
/** How many changed; the others had it already, or have completed. */
export type AdjustMembersResult = { changed: number; unchanged: number }

/** Nobody eases their own duty but an administrator, who has nobody above. */
export const mayAdjust = (grants: Grant[], actorId: string, personId: string): boolean =>
  actorId !== personId || extentOf('member.adjust', grants)?.all === true

type Member = { dueOn: string; waived: boolean; completed: boolean }

/** Which of the members get `dueOn`; refuses a day that is past, too far off, or earlier than what someone has. */
export function decideExtension<M extends Member>(members: M[], dueOn: string, today: string): M[] | Refusal {
  if (dueOn < today) return refuse('past', '新的截止日期已经过了，请选今天或以后。')
  if (dueOn > addYears(today, 1)) return refuse('too-late', '最多延到一年以后，请选早一些。')
  const open = members.filter((member) => !member.completed && !member.waived)
  if (open.length === 0) return refuse('nothing-open', '所选的人都已完成或免训，不用延期。')
  const shorter = open.filter((member) => member.dueOn > dueOn).length
  if (shorter > 0) return refuse('shorter', `${members.length > 1 ? `有${shorter}人` : '本人'}的截止日期比这一天晚，请选更晚的日期。`)
  return open.filter((member) => member.dueOn < dueOn)
}

/** Which of the members are waived, or are no longer. Who has completed needs no waiver. */
export function decideWaiver<M extends Member>(members: M[], waive: boolean): M[] | Refusal {
  const open = members.filter((member) => !member.completed)
  if (open.length === 0) return refuse('nothing-open', '所选的人都已完成，不用免训。')
  return open.filter((member) => member.waived !== waive)
}

// ---- Words of the list ----

export const memberLists = ['all', 'outstanding', 'overdue', 'completed', 'waived', 'ended'] as const
export type MemberList = (typeof memberLists)[number]
export const memberListWord: Record<MemberList, string> = {
  all: '应训',
  outstanding: '未完成',
  overdue: '逾期',
  completed: '已完成',
  waived: '免训',
  ended: '已退出',
}
