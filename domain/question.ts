import { z } from 'zod'
import { type Figure, faultsOf, figureSchema } from './figure'
import { shuffled } from './random'
import { ruleId, sectionId } from './standard'

/**
 * A question as its author writes it (key and explanations inside), and as a learner may see it (neither). Keys speak of part ids, so
 * that parts can be shown in any order.
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

const misconception = z.string().min(4).max(60)
const short = z.string().min(1).max(40)
/** A wrong option names the misconception behind it: that is what feedback and reports speak of. */
const choiceOption = z.strictObject({ id: optionId, text: z.string().min(1).max(60), misconception: misconception.optional() })

const single = z.strictObject({ ...authored, kind: z.literal('single'), options: z.array(choiceOption).min(3).max(4), key: z.tuple([optionId]) })
const multiple = z.strictObject({ ...authored, kind: z.literal('multiple'), options: z.array(choiceOption).min(4).max(6), key: z.array(optionId).min(2) })
const trueFalse = z.strictObject({ ...authored, kind: z.literal('true-false'), key: z.boolean(), misconception })

/** `[a]` in `text` is the blank a. With `candidates` the blanks are filled from them, else typed. */
const cloze = z.strictObject({
  ...authored,
  kind: z.literal('cloze'),
  text: z.string().min(4).max(140),
  blanks: z
    .array(z.strictObject({ id: z.string().regex(/^[a-d]$/, '空的编号用 a 到 d'), accept: z.array(short).min(1) }))
    .min(1)
    .max(4),
  candidates: z.array(short).min(3).max(8).optional(),
  misconception,
})
/** Steps in the right order. */
const order = z.strictObject({ ...authored, kind: z.literal('order'), steps: z.array(short).min(3).max(6), misconception })
/** What belongs together, and up to two answers that belong to nothing. */
const match = z.strictObject({
  ...authored,
  kind: z.literal('match'),
  pairs: z
    .array(z.strictObject({ left: short, right: short }))
    .min(3)
    .max(5),
  extra: z.array(short).max(2).default([]),
  misconception,
})
/** Groups with the cards that belong there; `neither` are cards for no group. */
const classify = z.strictObject({
  ...authored,
  kind: z.literal('classify'),
  groups: z
    .array(z.strictObject({ title: z.string().min(1).max(14), cards: z.array(short).min(1).max(4) }))
    .min(2)
    .max(5),
  neither: z.array(short).max(2).default([]),
  misconception,
})
/** A line or part with a `fault` is to be found; the fault says what is wrong with it. `fine` says why one that looks wrong is not. */
const markable = { text: z.string().min(1).max(60), fault: z.string().min(4).max(60).optional(), fine: z.string().min(4).max(60).optional() }
const spot = z.strictObject({
  ...authored,
  kind: z.literal('spot'),
  stimulus: z.discriminatedUnion('form', [
    z.strictObject({
      form: z.literal('dialogue'),
      lines: z
        .array(z.strictObject({ who: z.string().min(1).max(8), ...markable }))
        .min(4)
        .max(8),
    }),
    z.strictObject({ form: z.literal('text'), parts: z.array(z.strictObject(markable)).min(3).max(8) }),
    z.strictObject({ form: z.literal('figure'), figure: figureSchema }),
  ]),
})
/** One's own line for `original`; it stands beside `model`, and one judges it oneself by `points`. */
const rewrite = z.strictObject({
  ...authored,
  kind: z.literal('rewrite'),
  original: z.string().min(2).max(60),
  model: z.string().min(4).max(80),
  points: z.array(z.string().min(2).max(30)).min(1).max(4),
})

export const questionSchema = z.discriminatedUnion('kind', [single, multiple, trueFalse, cloze, order, match, classify, spot, rewrite])
export const questionFileSchema = z.strictObject({ section: sectionId, questions: z.array(questionSchema).min(1) })

/** `section` and `chapter` are derived when the curriculum is compiled. */
export type Question = z.infer<typeof questionSchema> & { section: string; chapter: string }
export type QuestionKind = Question['kind']

export const kindWords: Record<QuestionKind, string> = {
  single: '单选',
  multiple: '多选',
  'true-false': '判断',
  cloze: '填空',
  order: '排序',
  match: '配对',
  classify: '归类',
  spot: '找错',
  rewrite: '改写',
}
export const questionKinds = Object.keys(kindWords) as QuestionKind[]

/** Takes a question out of use, with the reason, or puts it back (`reason` null). */
export const suspendBody = z.strictObject({ reason: z.string().trim().min(4, '写一句原因，至少4个字。').max(100, '原因收到100字以内。').nullable() })
export type SuspendBody = z.infer<typeof suspendBody>
export type SuspendResult = { suspended: boolean }

export type Part = { id: string; text: string }
type Base = { id: string; rule: string; section: string; chapter: string; situation?: string; stem: string; key?: never; explanation?: never }
export type SpotStimulus = { form: 'dialogue'; lines: (Part & { who: string })[] } | { form: 'text'; parts: Part[] } | { form: 'figure'; figure: Figure }

/** The question without its key. `key?: never` makes handing over a whole question a type error. */
export type LearnerQuestion = Base &
  (
    | { kind: 'single' | 'multiple'; options: Part[] }
    | { kind: 'true-false' }
    | { kind: 'cloze'; text: string; blanks: string[]; candidates: Part[] }
    | { kind: 'order'; steps: Part[] }
    | { kind: 'match'; lefts: Part[]; rights: Part[] }
    | { kind: 'classify'; groups: Part[]; cards: Part[] }
    | { kind: 'spot'; stimulus: SpotStimulus }
    | { kind: 'rewrite'; original: string }
  )
export type OfKind<K extends QuestionKind> = Extract<LearnerQuestion, { kind: K }>

/**
 * What is told only after grading: the key, why, and the misconception behind each wrong part. Where a kind has no wrong parts of its own the
 * one misconception stands under `*`; for `spot` the notes of the parts stand there.
 */
export type QuestionKey = { explanation: string; misconceptions: Record<string, string> } & (
  | { kind: 'single'; key: string[] }
  | { kind: 'multiple'; key: string[] }
  | { kind: 'true-false'; key: boolean }
  | { kind: 'cloze'; key: Record<string, string[]> }
  | { kind: 'order'; key: string[] }
  | { kind: 'match'; key: Record<string, string> }
  | { kind: 'classify'; key: Record<string, string> }
  | { kind: 'spot'; key: string[] }
  | { kind: 'rewrite'; key: string; points: string[] }
)

/**
 * Gives each text a letter that says nothing of its place: authors write steps, pairs and groups in the right order, and ids in that order would
 * be the key. Returns the letters in the order given and the parts in the order of the letters.
 */
function letter(texts: string[], alphabet: string, seed: string): { ids: string[]; parts: Part[] } {
  const ids = shuffled([...alphabet].slice(0, texts.length), seed)
  const parts = texts.map((text, index) => ({ id: ids[index] as string, text }))
  return { ids, parts: parts.sort((a, b) => (a.id < b.id ? -1 : 1)) }
}
const ownLetters = 'abcdefghijkl'
const otherLetters = 'stuvwxyz'
export const neitherGroup = '都不归'

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
  const { explanation } = question
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return {
        body: { ...base, kind: question.kind, options: question.options.map(({ id, text }) => ({ id, text })) },
        key: {
          kind: question.kind,
          key: [...question.key],
          explanation,
          misconceptions: Object.fromEntries(question.options.flatMap((o) => (o.misconception ? [[o.id, o.misconception]] : []))),
        },
      }
    case 'true-false':
      return {
        body: { ...base, kind: 'true-false' },
        key: { kind: 'true-false', key: question.key, explanation, misconceptions: { [String(!question.key)]: question.misconception } },
      }
    case 'cloze':
      return {
        body: {
          ...base,
          kind: 'cloze',
          text: question.text,
          blanks: question.blanks.map(({ id }) => id),
          candidates: letter(question.candidates ?? [], ownLetters, question.id).parts,
        },
        key: {
          kind: 'cloze',
          key: Object.fromEntries(question.blanks.map(({ id, accept }) => [id, accept])),
          explanation,
          misconceptions: { '*': question.misconception },
        },
      }
    case 'order': {
      const { ids, parts } = letter(question.steps, ownLetters, question.id)
      return { body: { ...base, kind: 'order', steps: parts }, key: { kind: 'order', key: ids, explanation, misconceptions: { '*': question.misconception } } }
    }
    case 'match': {
      const lefts = letter(
        question.pairs.map(({ left }) => left),
        ownLetters,
        `${question.id}/left`,
      )
      const rights = letter([...question.pairs.map(({ right }) => right), ...question.extra], otherLetters, `${question.id}/right`)
      return {
        body: { ...base, kind: 'match', lefts: lefts.parts, rights: rights.parts },
        key: {
          kind: 'match',
          key: Object.fromEntries(lefts.ids.map((id, index) => [id, rights.ids[index] as string])),
          explanation,
          misconceptions: { '*': question.misconception },
        },
      }
    }
    case 'classify': {
      const titles = [...question.groups.map(({ title }) => title), ...(question.neither.length > 0 ? [neitherGroup] : [])]
      const groups = titles.map((text, index) => ({ id: otherLetters[index] as string, text }))
      const places = [...question.groups.flatMap(({ cards }, index) => cards.map(() => index)), ...question.neither.map(() => question.groups.length)]
      const cards = letter([...question.groups.flatMap((group) => group.cards), ...question.neither], ownLetters, question.id)
      return {
        body: { ...base, kind: 'classify', groups, cards: cards.parts },
        key: {
          kind: 'classify',
          key: Object.fromEntries(cards.ids.map((id, index) => [id, groups[places[index] as number]?.id as string])),
          explanation,
          misconceptions: { '*': question.misconception },
        },
      }
    }
    case 'spot': {
      const { stimulus } = question
      if (stimulus.form === 'figure') {
        const faults = faultsOf(stimulus.figure)
        return {
          body: { ...base, kind: 'spot', stimulus },
          key: {
            kind: 'spot',
            key: faults.map(({ part }) => part),
            explanation,
            misconceptions: Object.fromEntries(faults.map(({ part, label, rule }) => [part, `${label}，见${rule}`])),
          },
        }
      }
      const marks = stimulus.form === 'dialogue' ? stimulus.lines : stimulus.parts
      const ids = marks.map((_, index) => ownLetters[index] as string)
      return {
        body: {
          ...base,
          kind: 'spot',
          stimulus:
            stimulus.form === 'dialogue'
              ? { form: 'dialogue', lines: stimulus.lines.map(({ who, text }, index) => ({ id: ids[index] as string, who, text })) }
              : { form: 'text', parts: stimulus.parts.map(({ text }, index) => ({ id: ids[index] as string, text })) },
        },
        key: {
          kind: 'spot',
          key: ids.filter((_, index) => marks[index]?.fault),
          explanation,
          misconceptions: Object.fromEntries(
            marks.flatMap(({ fault, fine }, index) => (fault || fine ? [[ids[index] as string, (fault ?? fine) as string]] : [])),
          ),
        },
      }
    }
    case 'rewrite':
      return {
        body: { ...base, kind: 'rewrite', original: question.original },
        key: { kind: 'rewrite', key: question.model, points: question.points, explanation, misconceptions: {} },
      }
    default:
      return question satisfies never
  }
}

/** The lists of a question that are shown in an order of their own. What has a reading order (dialogue, text, groups) is not among them. */
function shuffledLists(question: LearnerQuestion): Part[][] {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return [question.options]
    case 'cloze':
      return [question.candidates]
    case 'order':
      return [question.steps]
    case 'match':
      return [question.lefts, question.rights]
    case 'classify':
      return [question.cards]
    case 'true-false':
    case 'spot':
    case 'rewrite':
      return []
    default:
      return question satisfies never
  }
}

/** The ids that a paper shuffles. */
export const partIds = (question: LearnerQuestion): string[] => shuffledLists(question).flatMap((list) => list.map(({ id }) => id))

/** The question with its parts in the order of the paper. */
export function arrange(question: LearnerQuestion, idOrder: string[]): LearnerQuestion {
  const sorted = (parts: Part[]) => [...parts].sort((a, b) => idOrder.indexOf(a.id) - idOrder.indexOf(b.id))
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return { ...question, options: sorted(question.options) }
    case 'cloze':
      return { ...question, candidates: sorted(question.candidates) }
    case 'order':
      return { ...question, steps: sorted(question.steps) }
    case 'match':
      return { ...question, lefts: sorted(question.lefts), rights: sorted(question.rights) }
    case 'classify':
      return { ...question, cards: sorted(question.cards) }
    case 'true-false':
    case 'spot':
    case 'rewrite':
      return question
    default:
      return question satisfies never
  }
}
