import { businessDay } from './time'

/**
 * The words of completion reports, each defined once. Reports count in SQL; `memberState`, `figuresOf` and the tests that compare the two
 * say what must come out.
 */

/** Where a required person stands. `waived` comes before all, `completed` before what is under way. */
export type MemberState = 'waived' | 'completed' | 'in-progress' | 'not-started'
export const stateWord: Record<MemberState, string> = { waived: '免训', completed: '已完成', 'in-progress': '进行中', 'not-started': '未开始' }

/** `begun`: a lesson position, completion, attempt or role-play since joining. */
export function memberState({ waived, completed, begun }: { waived: boolean; completed: boolean; begun: boolean }): MemberState {
  if (waived) return 'waived'
  if (completed) return 'completed'
  return begun ? 'in-progress' : 'not-started'
}

/**
 * Counts of people. `required` takes in the waived; completed + inProgress + notStarted = required − waived. `overdue` is a part of
 * inProgress + notStarted, `certified` (a valid certificate of the programme) a part of required − waived.
 */
export type Figures = { required: number; waived: number; completed: number; inProgress: number; notStarted: number; overdue: number; certified: number }

export const noFigures: Figures = { required: 0, waived: 0, completed: 0, inProgress: 0, notStarted: 0, overdue: 0, certified: 0 }

export function sumFigures(list: Figures[]): Figures {
  const sum = { ...noFigures }
  for (const figures of list) for (const key of Object.keys(sum) as (keyof Figures)[]) sum[key] += figures[key]
  return sum
}

/** The figures of people one by one: the oracle for what SQL counts. */
export function figuresOf(members: { state: MemberState; overdue: boolean; certified: boolean }[]): Figures {
  const count = (test: (member: (typeof members)[number]) => boolean) => members.filter(test).length
  return {
    required: members.length,
    waived: count((member) => member.state === 'waived'),
    completed: count((member) => member.state === 'completed'),
    inProgress: count((member) => member.state === 'in-progress'),
    notStarted: count((member) => member.state === 'not-started'),
    overdue: count((member) => member.overdue && (member.state === 'in-progress' || member.state === 'not-started')),
    certified: count((member) => member.certified && member.state !== 'waived'),
  }
}

/** Who is left over when the waived are taken away: what a rate is of. */
export const rateBase = ({ required, waived }: Figures): number => required - waived

/**
 * Completed ÷ (required − waived) in whole percents; null when nobody is required. 100 means all and 0 means none: what lies between
 * is never rounded to them.
 */
export function completionPercent(figures: Figures): number | null {
  const base = rateBase(figures)
  if (base === 0) return null
  if (figures.completed === 0 || figures.completed === base) return (figures.completed / base) * 100
  return Math.min(99, Math.max(1, Math.round((figures.completed * 100) / base)))
}

export const definitions = [
  '完成率=已完成÷（应训−免训）。',
  '已完成：考试合格，不论是否按期。',
  '进行中：加入任务后学过、练过或考过。',
  '已持证：持有本培训的有效合格证。',
  '逾期：过了截止日仍未完成；入职不足3天不计。',
] as const

/** How often a first answer was wrong, by chapter. */
export type ErrorRate = { people: number; answers: number; wrong: number }
/** Fewer people than this are not shown: a cell must not point at someone. */
export const fewestPeople = 5
/** Whole percents, or null when too few people have answered. */
export function errorPercent({ people, answers, wrong }: ErrorRate): number | null {
  return people < fewestPeople || answers === 0 ? null : Math.round((wrong * 100) / answers)
}
/** Heat step 1–6: every ten percents one more. */
export const heatStep = (percent: number): number => Math.min(6, Math.floor(percent / 10) + 1)

/** Lists of names: those who have not completed (all, or a part), and the others. */
export const nameLists = ['outstanding', 'overdue', 'in-progress', 'not-started', 'completed', 'waived'] as const
export type NameList = (typeof nameLists)[number]
export const nameListWord: Record<NameList, string> = {
  outstanding: '全部',
  overdue: '逾期',
  'in-progress': '进行中',
  'not-started': '未开始',
  completed: '已完成',
  waived: '免训',
}
/** How many names a list has. */
export function nameCount(list: NameList, { overdue, inProgress, notStarted, completed, waived }: Figures): number {
  return { outstanding: inProgress + notStarted, overdue, 'in-progress': inProgress, 'not-started': notStarted, completed, waived }[list]
}

const isPhone = (loginName: string) => /^1\d{10}$/.test(loginName)
/** How a person is told from others of the same name: the staff number, else the end of the phone number. */
export function shownNumber(loginNames: string[]): string {
  const number = [...loginNames].sort().find((name) => !isPhone(name))
  if (number) return number
  const phone = [...loginNames].sort()[0]
  return phone ? `尾号${phone.slice(-4)}` : ''
}

/** What a person is told to type to sign in: the staff number, else the phone number, whole. */
export function typedLoginName(loginNames: string[]): string {
  const sorted = [...loginNames].sort()
  return sorted.find((name) => !isPhone(name)) ?? sorted[0] ?? ''
}

/** Days past the due date (YYYY-MM-DD), by Shanghai's calendar. */
export const daysOverdue = (dueOn: string, now: Date): number => Math.round((Date.parse(businessDay(now)) - Date.parse(dueOn)) / 86_400_000)
