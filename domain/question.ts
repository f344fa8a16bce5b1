import { z } from 'zod'
import { ruleId, sectionId } from './standard'

/**
 * A question as its author writes it (key and explanations inside), and as a learner may see it (neither).
 * Keys are option ids, so the options can be shown in any order.
 */

export const pool = z.enum(['practice', 'exam'])
export const level = z.enum(['remember', 'understand', 'apply', 'judge'])
export const difficulty = z.enum(['easy', 'medium', 'hard'])
export const optionId = z.string().regex(/^[a-f]$/, '选项编号用 a 到 f')

const authored = {
  id: z.string().regex(/^q-[\d-]+-\d{2}$/, '题号形如 q-2-6-1-01'),
  pool,
  rule: ruleId,
  alsoRules: z.array(ruleId).max(2).default([]),
  level,
  difficulty,
  situation: z.string().max(140).optional(),
  stem: z.string().min(6).max(60),
  explanation: z.string().min(20).max(120),
}

/** A wrong option names the misconception behind it: that is what feedback and reports speak of. */
const choiceOption = z.strictObject({ id: optionId, text: z.string().min(1).max(60), misconception: z.string().min(4).max(60).optional() })

const single = z.strictObject({ ...authored, kind: z.literal('single'), options: z.array(choiceOption).min(3).max(4), key: z.tuple([optionId]) })
const multiple = z.strictObject({ ...authored, kind: z.literal('multiple'), options: z.array(choiceOption).min(4).max(6), key: z.array(optionId).min(2) })
const trueFalse = z.strictObject({ ...authored, kind: z.literal('true-false'), key: z.boolean(), misconception: z.string().min(4).max(60) })

export const questionSchema = z.discriminatedUnion('kind', [single, multiple, trueFalse])
export const questionFileSchema = z.strictObject({ section: sectionId, questions: z.array(questionSchema).min(1) })

/** `section` and `chapter` are derived when the curriculum is compiled. */
export type Question = z.infer<typeof questionSchema> & { section: string; chapter: string }

/** The question without its key. `key?: never` makes handing over a whole question a type error. */
export type LearnerQuestion = (LearnerBase & { kind: 'single' | 'multiple'; options: { id: string; text: string }[] }) | (LearnerBase & { kind: 'true-false' })
type LearnerBase = { id: string; rule: string; section: string; chapter: string; situation?: string; stem: string; key?: never; explanation?: never }

/** What is told only after grading: the key, why, and the misconception behind each wrong option. */
export type QuestionKey =
  | { kind: 'single' | 'multiple'; key: string[]; explanation: string; misconceptions: Record<string, string> }
  | { kind: 'true-false'; key: boolean; explanation: string; misconceptions: Record<string, string> }

/** Takes an authored question apart into what a learner may see and what stays on the server. */
export function splitQuestion(question: Question): { body: LearnerQuestion; key: QuestionKey } {
  const base = {
    id: question.id,
    rule: question.rule,
    section: question.section,
    chapter: question.chapter,
    ...(question.situation ? { situation: question.situation } : {}),
    stem: question.stem,
  }
  if (question.kind === 'true-false')
    return {
      body: { ...base, kind: 'true-false' },
      key: { kind: 'true-false', key: question.key, explanation: question.explanation, misconceptions: { [String(!question.key)]: question.misconception } },
    }
  return {
    body: { ...base, kind: question.kind, options: question.options.map(({ id, text }) => ({ id, text })) },
    key: {
      kind: question.kind,
      key: [...question.key],
      explanation: question.explanation,
      misconceptions: Object.fromEntries(question.options.flatMap((o) => (o.misconception ? [[o.id, o.misconception]] : []))),
    },
  }
}
