import { z } from 'zod'
import { partsOf } from './figure'
import type { LearnerQuestion, OfKind, Part, QuestionKey } from './question'

const id = z.string().regex(/^[a-z]{1,8}$/)
const ids = z.array(id).max(12)
/** How one judges one's own line beside the model line. */
export const selfJudgement = z.enum(['met', 'partly', 'not-yet'])
export type SelfJudgement = z.infer<typeof selfJudgement>
export const selfJudgementWords: Record<SelfJudgement, string> = { met: '说到了', partly: '差一点', 'not-yet': '还没说到' }

/** What a learner answers: part ids, in any order but where the order is the answer; or text. */
export const answerSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('choice'), options: z.array(id).max(6) }),
  z.strictObject({ kind: z.literal('true-false'), value: z.boolean() }),
  z.strictObject({ kind: z.literal('cloze'), blanks: z.record(id, z.string().max(60, '每空最多60字，没有保存。请缩短后再填。')) }),
  z.strictObject({ kind: z.literal('order'), steps: ids }),
  z.strictObject({ kind: z.literal('match'), pairs: z.record(id, id) }),
  z.strictObject({ kind: z.literal('classify'), groups: z.record(id, id) }),
  z.strictObject({ kind: z.literal('spot'), parts: ids }),
  z.strictObject({
    kind: z.literal('rewrite'),
    text: z.string().trim().min(1, '先写一句，再看参考。').max(200, '最多200字，没有保存。请缩短后再交。'),
    self: selfJudgement.nullable(),
  }),
])
export type Answer = z.infer<typeof answerSchema>

/**
 * Text as it is compared: width, case, spaces, punctuation and invisible characters do not count (NFKC, then without the classes P, Z and C).
 */
export const foldText = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\p{P}\p{Z}\p{C}]/gu, '')
    .toLowerCase()

/** Right ones chosen less wrong ones, over all right ones; never below nothing. */
export function withDeduction(key: string[], chosen: string[]): number {
  const picked = new Set(chosen)
  const hits = key.filter((part) => picked.has(part)).length
  return Math.max(0, hits - (picked.size - hits)) / key.length
}
const share = (right: boolean[]): number => right.filter(Boolean).length / right.length

/**
 * Key and answer in; the share of the question's mark out, 0 to 1. No answer, or one of another kind than the question's, is 0.
 * single, true-false, order: all or nothing. multiple, spot: each right part counts, each wrong one takes away. cloze, match, classify: each
 * part for itself. rewrite is judged by its writer and has no mark: null. `creditNotes` says the same on the screen.
 */
export function gradeAnswer(key: QuestionKey, answer: Answer | null): number | null {
  if (key.kind === 'rewrite') return null
  if (!answer) return 0
  switch (key.kind) {
    case 'single':
      return answer.kind === 'choice' && answer.options.length === 1 && answer.options[0] === key.key[0] ? 1 : 0
    case 'multiple':
      return answer.kind === 'choice' ? withDeduction(key.key, answer.options) : 0
    case 'true-false':
      return answer.kind === 'true-false' && answer.value === key.key ? 1 : 0
    case 'cloze':
      return answer.kind === 'cloze'
        ? share(Object.entries(key.key).map(([blank, accept]) => accept.map(foldText).includes(foldText(answer.blanks[blank] ?? ''))))
        : 0
    case 'order':
      return answer.kind === 'order' && answer.steps.length === key.key.length && key.key.every((step, index) => answer.steps[index] === step) ? 1 : 0
    case 'match':
      return answer.kind === 'match' ? share(Object.entries(key.key).map(([left, right]) => answer.pairs[left] === right)) : 0
    case 'classify':
      return answer.kind === 'classify' ? share(Object.entries(key.key).map(([card, group]) => answer.groups[card] === group)) : 0
    case 'spot':
      return answer.kind === 'spot' ? withDeduction(key.key, answer.parts) : 0
    default:
      return key satisfies never
  }
}

/** How a kind is marked, as the learner reads it beside the question. */
export const creditNotes: Record<QuestionKey['kind'], string> = {
  single: '',
  multiple: '选对一项得一份，选错一项扣一份',
  'true-false': '',
  cloze: '每空一份',
  order: '次序全对得分',
  match: '每对一份',
  classify: '每张一份',
  spot: '找对一处得一份，找错一处扣一份',
  rewrite: '自己对照，不计分',
}

/** The parts that can be marked in a `spot` question, in reading order. */
export function spotParts({ stimulus }: OfKind<'spot'>): Part[] {
  switch (stimulus.form) {
    case 'dialogue':
      return stimulus.lines
    case 'text':
      return stimulus.parts
    case 'figure':
      return partsOf(stimulus.figure).map(({ id: part, name, seen }) => ({ id: part, text: `${name}：${seen}` }))
    default:
      return stimulus satisfies never
  }
}

const distinct = (list: string[]) => new Set(list).size === list.length
const within = (list: string[], allowed: { id: string }[]) => list.every((entry) => allowed.some((part) => part.id === entry))

/** Whether an answer speaks of this question: of its parts only, each once. What does not fit is refused, not graded. */
export function fits(question: LearnerQuestion, answer: Answer): boolean {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return answer.kind === 'choice' && distinct(answer.options) && within(answer.options, question.options)
    case 'true-false':
      return answer.kind === 'true-false'
    case 'cloze':
      return answer.kind === 'cloze' && Object.keys(answer.blanks).every((blank) => question.blanks.includes(blank))
    case 'order':
      return answer.kind === 'order' && distinct(answer.steps) && within(answer.steps, question.steps)
    case 'match':
      return answer.kind === 'match' && within(Object.keys(answer.pairs), question.lefts) && within(Object.values(answer.pairs), question.rights)
    case 'classify':
      return answer.kind === 'classify' && within(Object.keys(answer.groups), question.cards) && within(Object.values(answer.groups), question.groups)
    case 'spot':
      return answer.kind === 'spot' && distinct(answer.parts) && within(answer.parts, spotParts(question))
    case 'rewrite':
      return answer.kind === 'rewrite'
    default:
      return question satisfies never
  }
}

/** Whether everything that is asked has been answered: only then can practice be confirmed. */
export function isComplete(question: LearnerQuestion, answer: Answer | null): boolean {
  if (!answer || !fits(question, answer)) return false
  switch (answer.kind) {
    case 'choice':
      return answer.options.length > 0
    case 'true-false':
      return true
    case 'cloze':
      return question.kind === 'cloze' && question.blanks.every((blank) => foldText(answer.blanks[blank] ?? '') !== '')
    case 'order':
      return question.kind === 'order' && answer.steps.length === question.steps.length
    case 'match':
      return question.kind === 'match' && question.lefts.every((left) => answer.pairs[left.id])
    case 'classify':
      return question.kind === 'classify' && question.cards.every((card) => answer.groups[card.id])
    case 'spot':
      return answer.parts.length > 0
    case 'rewrite':
      return answer.text.trim() !== ''
    default:
      return answer satisfies never
  }
}

/** An answer that gets the whole mark: for demonstrations, the demo's histories and tests. */
export function rightAnswer(key: QuestionKey): Answer {
  switch (key.kind) {
    case 'single':
    case 'multiple':
      return { kind: 'choice', options: key.key }
    case 'true-false':
      return { kind: 'true-false', value: key.key }
    case 'cloze':
      return { kind: 'cloze', blanks: Object.fromEntries(Object.entries(key.key).map(([blank, accept]) => [blank, accept[0] ?? ''])) }
    case 'order':
      return { kind: 'order', steps: key.key }
    case 'match':
      return { kind: 'match', pairs: key.key }
    case 'classify':
      return { kind: 'classify', groups: key.key }
    case 'spot':
      return { kind: 'spot', parts: key.key }
    case 'rewrite':
      return { kind: 'rewrite', text: key.key, self: 'met' }
    default:
      return key satisfies never
  }
}

/** A whole answer that is wrong: the ids that a paper shuffles in, an answer that fits out. */
export function wrongAnswer(key: QuestionKey, partIds: string[]): Answer {
  const rotated = (record: Record<string, string>) => {
    const places = Object.keys(record)
    return Object.fromEntries(places.map((place, index) => [place, record[places[(index + 1) % places.length] as string] as string]))
  }
  switch (key.kind) {
    case 'single':
    case 'multiple':
      return { kind: 'choice', options: partIds.filter((part) => !key.key.includes(part)).slice(0, 1) }
    case 'true-false':
      return { kind: 'true-false', value: !key.key }
    case 'cloze':
      return { kind: 'cloze', blanks: Object.fromEntries(Object.keys(key.key).map((blank) => [blank, '说不上来'])) }
    case 'order':
      return { kind: 'order', steps: [...key.key].reverse() }
    case 'match':
      return { kind: 'match', pairs: rotated(key.key) }
    case 'classify':
      return { kind: 'classify', groups: rotated(key.key) }
    case 'spot':
      return { kind: 'spot', parts: key.key.slice(1) }
    case 'rewrite':
      return { kind: 'rewrite', text: '就这样吧。', self: 'not-yet' }
    default:
      return key satisfies never
  }
}
