import { z } from 'zod'
import { type Answer, answerSchema, gradeAnswer } from './grading'
import type { Paper } from './paper'
import type { LearnerQuestion, QuestionKey } from './question'

/** One sitting: a lesson's closing check, a chapter's quiz, the daily practice, the exam. */
export const attemptKind = z.enum(['check', 'quiz', 'practice', 'exam'])
export type AttemptKind = z.infer<typeof attemptKind>

export const startAttemptBody = z.strictObject({
  id: z.uuidv7(),
  kind: attemptKind,
  /** Lesson, chapter or programme id; "daily" for practice. */
  subjectId: z.string().min(1).max(64),
})
export type StartAttemptBody = z.infer<typeof startAttemptBody>
export type StartAttemptResult = { attemptId: string }

export const saveResponseBody = z.strictObject({ id: z.uuidv7(), sequence: z.number().int().min(1).max(100_000), answer: answerSchema })
export type SaveResponseBody = z.infer<typeof saveResponseBody>

/** What is told after an answer, outside exams. `credit` is the share of the mark, 0 to 1; null where one judges oneself. */
export type Feedback = { credit: number | null; correct: boolean; key: QuestionKey; misconception: string | null }
/** `feedback` is null in an exam: saved is all there is to say. `remainingSeconds` is by the server's clock. */
export type SaveResponseResult = { saved: true; feedback: Feedback | null; remainingSeconds: number | null }

export const finishBody = z.strictObject({})
export type FinishBody = z.infer<typeof finishBody>
export type FinishResult = { attemptId: string; scorePercent: number; passed: boolean; certificateId: string | null }

/** An attempt as the pages need it; questions without keys. */
export type AttemptView = {
  id: string
  kind: AttemptKind
  subjectId: string
  title: string
  backTo: string
  questions: LearnerQuestion[]
  answers: Record<string, Answer>
  feedback: Record<string, Feedback>
  lastSequence: number
  remainingSeconds: number | null
  timeLimitSeconds: number | null
  passPercent: number
}

/** Practice kinds grade at once, and the first answer counts; an exam takes any number of answers, and the last counts. */
export const gradesAtOnce = (kind: AttemptKind): boolean => kind !== 'exam'

/** The misconception behind an answer that is not right, where the author named one. */
function misconceptionOf(key: QuestionKey, answer: Answer): string | null {
  const chosen = answer.kind === 'choice' ? answer.options : answer.kind === 'true-false' ? [String(answer.value)] : ['*']
  return chosen.map((id) => key.misconceptions[id]).find(Boolean) ?? null
}

/** Grades an answer and says what there is to say of it. */
export function feedbackOf(key: QuestionKey, answer: Answer): Feedback {
  const credit = gradeAnswer(key, answer)
  const correct = credit === 1
  return { credit, correct, key, misconception: correct ? null : misconceptionOf(key, answer) }
}

/**
 * `credit` is null for what has no mark; it counts neither as right nor as asked. `suspended`: the question was taken out of use while the
 * attempt was open, and counts as right for everybody.
 */
export type ItemGrade = { itemId: string; section: string; rule: string; answered: boolean; credit: number | null; correct: boolean; suspended?: true }
export type Grade = {
  right: number
  total: number
  scorePercent: number
  passed: boolean
  items: ItemGrade[]
  sections: { section: string; right: number; total: number }[]
}

/**
 * Grades a paper: keys by item id, the answers that count and the items suspended meanwhile in, everything that is stored of the result out. The score is the sum of the
 * credits over the marked items, rounded down to whole percents, so that nobody passes by rounding.
 */
export function gradePaper(
  paper: Paper,
  keys: Map<string, QuestionKey>,
  answers: Map<string, Answer>,
  passPercent: number,
  suspended: ReadonlySet<string> = new Set(),
): Grade {
  const items = paper.items.map(({ itemId, section, rule }): ItemGrade => {
    const key = keys.get(itemId)
    if (!key) throw new Error(`no key for ${itemId}`)
    const answer = answers.get(itemId) ?? null
    const graded = gradeAnswer(key, answer)
    const isSuspended = graded !== null && suspended.has(itemId)
    const credit = isSuspended ? 1 : graded
    return { itemId, section, rule, answered: answer !== null, credit, correct: credit === 1, ...(isSuspended ? { suspended: true as const } : {}) }
  })
  const marked = items.filter((item) => item.credit !== null)
  const right = marked.filter((item) => item.correct).length
  const sections = [...new Set(marked.map((item) => item.section))].sort().map((section) => {
    const own = marked.filter((item) => item.section === section)
    return { section, right: own.filter((item) => item.correct).length, total: own.length }
  })
  // Thirds and quarters do not add up to whole numbers in floating point: a millionth is no mark.
  const percent = marked.length === 0 ? 0 : (marked.reduce((sum, item) => sum + (item.credit ?? 0), 0) * 100) / marked.length + 1e-6
  return { right, total: marked.length, scorePercent: Math.floor(percent), passed: marked.length > 0 && percent >= passPercent, items, sections }
}

/** A closing check of three asks for two right. */
export const checkPassPercent = 66

export type Sitting = { startedAt: Date; closedAt: Date; passed: boolean }
export type SittingDecision = { kind: 'may-sit'; sitting: number } | { kind: 'passed' } | { kind: 'wait'; until: Date } | { kind: 'used-up' }

/**
 * May one sit the exam now? The first sitting at once, a retake after each wait of `retakeWaitHours` (hours after the last one
 * closed); then none is left. Each of `extra` sittings, granted by hand, is one more, at once. Which of the past ones were such is
 * told by their having begun before a wait was over, or after the last retake.
 */
export function decideSitting(past: Sitting[], retakeWaitHours: number[], now: Date, extra: number): SittingDecision {
  if (past.some((sitting) => sitting.passed)) return { kind: 'passed' }
  const ordered = [...past].sort((a, b) => a.startedAt.getTime() - b.startedAt.getTime())
  let retakes = 0
  let extraLeft = extra
  let last: Date | null = null
  const opensAt = (): Date | null => {
    const wait = retakeWaitHours[retakes]
    return last && wait !== undefined ? new Date(last.getTime() + wait * 3_600_000) : null
  }
  for (const sitting of ordered) {
    const until = opensAt()
    if (last && (until === null || sitting.startedAt < until) && extraLeft > 0) extraLeft--
    else if (last) retakes++
    last = sitting.closedAt
  }
  const until = opensAt()
  if (last === null || extraLeft > 0 || (until !== null && now >= until)) return { kind: 'may-sit', sitting: past.length + 1 }
  return until ? { kind: 'wait', until } : { kind: 'used-up' }
}

/** How long an exam is for somebody with `percent` of the usual time: whole minutes, never less than their due. */
export const examMinutes = (limitMinutes: number, percent: number): number => Math.ceil((limitMinutes * percent) / 100)
