import { foldText } from './grading'
import type { Question } from './question'
import type { Rule } from './standard'

/**
 * Item-writing rules that a program can see (after Haladyna, Downing & Rodriguez 2002), and readers who know how to take tests but nothing of
 * the subject. What they score above chance is given away by the form of the items.
 */

type Single = Extract<Question, { kind: 'single' }>
type Choice = Extract<Question, { kind: 'single' | 'multiple' }>
const isSingle = (question: Question): question is Single => question.kind === 'single'
const isChoice = (question: Question): question is Choice => question.kind === 'single' || question.kind === 'multiple'
export const isChoiceKind = isChoice

const lengthOf = (text: string) => [...text].length
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
const count = (text: string, words: string[]) => words.reduce((sum, word) => sum + text.split(word).length - 1, 0)

const courtesies = ['您', '请', '抱歉', '对不起', '马上', '帮您']
const absolutes = ['一定', '必须', '绝不', '绝对', '从不', '永远', '一律', '任何', '所有', '只能', '都要', '全部']
const negations = /不(?:合|能|该|属|需|必|应|是|用|得)|没有|除外|缺了/

/** What a reader who knows nothing of the subject looks at in an option: the higher, the likelier he takes it. */
type Eye = (question: Choice, text: string, forbidden: string[]) => number
const polite: Eye = (_, text, forbidden) => count(text, courtesies) - count(text, forbidden)
const long: Eye = (_, text) => lengthOf(text)
const eyes = {
  longest: long,
  polite,
  overlap: (question: Choice, text: string) => {
    const stem = new Set(foldText(`${question.situation ?? ''}${question.stem}`))
    const characters = [...new Set(foldText(text))]
    return characters.filter((character) => stem.has(character)).length
  },
  avoidAbsolutes: (_: Choice, text: string) => -count(text, absolutes),
  longestPolite: (question: Choice, text: string, forbidden: string[]) => {
    const rank = (eye: Eye) => question.options.filter((other) => eye(question, other.text, forbidden) < eye(question, text, forbidden)).length
    return rank(long) + rank(polite)
  },
} as const satisfies Record<string, Eye>
export type BotName = keyof typeof eyes
const botNames = Object.keys(eyes) as BotName[]

/** The share of the key found by taking the `key.length` options highest in `values`; among equals each is as likely as the other. */
function expectedHits(question: Choice, values: number[]): number {
  const picks = question.key.length
  const sorted = [...values].sort((a, b) => b - a)
  const edge = sorted[picks - 1] as number
  const above = values.filter((value) => value > edge).length
  const level = values.filter((value) => value === edge).length
  const hits = question.options.reduce((sum, option, index) => {
    if (!(question.key as string[]).includes(option.id)) return sum
    const value = values[index] as number
    return sum + (value > edge ? 1 : value === edge ? (picks - above) / level : 0)
  }, 0)
  return hits / picks
}

export type Bots = { chance: number } & Record<BotName, number> & { politeJudge: number }
/** How far above chance a bot may come, and how often politeness alone may find the key where judgement is asked. Percent. */
export const botLimits = { aboveChance: 5, politeJudge: 45 }

/**
 * What each bot scores over the choice items of `questions`, in percent with one decimal, beside what chance scores; `politeJudge` is politeness
 * over items of four options on the levels apply and judge. `forbidden` are the forbidden phrases of the register.
 */
export function runBots(questions: Question[], forbidden: string[]): Bots {
  const items = questions.filter(isChoice)
  const percent = (values: number[]) => Math.round(mean(values) * 1000) / 10
  const score = (name: BotName, over: Choice[]) =>
    percent(
      over.map((question) =>
        expectedHits(
          question,
          question.options.map((option) => eyes[name](question, option.text, forbidden)),
        ),
      ),
    )
  const judged = items.filter((question) => isSingle(question) && question.options.length === 4 && (question.level === 'apply' || question.level === 'judge'))
  return {
    chance: percent(items.map((question) => question.key.length / question.options.length)),
    ...(Object.fromEntries(botNames.map((name) => [name, score(name, items)])) as Record<BotName, number>),
    politeJudge: score('polite', judged),
  }
}

/** What the bots say of a bank, as faults; none when they find no more than they may. */
export function botFaults(bots: Bots): string[] {
  const names: Record<BotName, string> = {
    longest: '挑最长',
    polite: '挑最客气',
    overlap: '挑与题干最像',
    avoidAbsolutes: '避开绝对词',
    longestPolite: '挑又长又客气',
  }
  return [
    ...botNames
      .filter((name) => bots[name] > bots.chance + botLimits.aboveChance)
      .map((name) => `不看内容、只${names[name]}的能对${bots[name]}%，碰运气是${bots.chance}%，改写让它猜中的选项`),
    ...(bots.politeJudge > botLimits.politeJudge ? [`应用与判断题里，只挑最客气的能对${bots.politeJudge}%，超过${botLimits.politeJudge}%，让错项也客气`] : []),
  ]
}

/** All that a reader sees of a question before answering, for likeness. */
function visible(question: Question): string {
  const own =
    question.kind === 'cloze'
      ? question.text
      : question.kind === 'order'
        ? question.steps.join('')
        : question.kind === 'match'
          ? question.pairs.map(({ left }) => left).join('')
          : question.kind === 'classify'
            ? question.groups.flatMap(({ cards }) => cards).join('')
            : question.kind === 'spot'
              ? JSON.stringify(question.stimulus)
              : question.kind === 'rewrite'
                ? question.original
                : ''
  return foldText(`${question.situation ?? ''}${question.stem}${own}`)
}
const grams = (text: string): Set<string> => new Set(Array.from({ length: Math.max(0, text.length - 2) }, (_, at) => text.slice(at, at + 3)))

/** Pairs of questions of one section whose stems share 80 % of their three-character sequences (Jaccard). */
function nearDuplicates(questions: Question[]): [string, string][] {
  const sections = [...new Set(questions.map(({ section }) => section))]
  const bySection = sections.map((section) => questions.filter((question) => question.section === section))
  return bySection.flatMap((items) => {
    const seen = items.map((item) => ({ id: item.id, grams: grams(visible(item)) }))
    return seen.flatMap((a, index) =>
      seen.slice(index + 1).flatMap((b): [string, string][] => {
        const shared = [...a.grams].filter((gram) => b.grams.has(gram)).length
        return shared / Math.max(1, a.grams.size + b.grams.size - shared) >= 0.8 ? [[b.id, a.id]] : []
      }),
    )
  })
}

/** χ² with three degrees of freedom at p = 0.01. */
const chiSquareLimit = 11.34

/** Faults and warnings of the items themselves: `errors` stop publishing, `warnings` are counted. */
export function checkItemWriting(
  questions: Question[],
  forbidden: string[],
): { errors: { id: string; message: string }[]; warnings: { id: string; message: string }[] } {
  const errors: { id: string; message: string }[] = []
  const warnings: { id: string; message: string }[] = []
  const texts = (question: Question) => JSON.stringify({ ...question, id: '' })
  for (const question of questions) {
    const fault = (message: string) => errors.push({ id: question.id, message })
    const warn = (message: string) => warnings.push({ id: question.id, message })
    if (/厘米|公分|\d\s*cm/i.test(texts(question))) fault('“三寸”没有换算口径，去掉厘米')
    if (/有袖无领|无领有袖|无袖有领|有领无袖/.test(texts(question))) fault('“无领无袖”的读法未定，只写既无领又无袖的背心')
    if (lengthOf(question.explanation) > 80) fault(`解析 ${lengthOf(question.explanation)} 字，收到 80 字以内`)
    if (question.rule && negations.test(question.stem) && isChoice(question)) warn('题干是否定的')
    if (!isChoice(question)) continue
    for (const option of question.options) {
      if (lengthOf(option.text) > 30) fault(`选项 ${option.id} 有 ${lengthOf(option.text)} 字，收到 30 字以内`)
      if (/以上(?:都|皆|均|全)/.test(option.text)) fault(`选项 ${option.id} 写了“以上都……”，换成一种具体的做法`)
      const fold = foldText(option.text)
      const other = question.options.find(({ id, text }) => id !== option.id && fold.length >= 4 && foldText(text).includes(fold))
      if (other && !errors.some(({ id }) => id === question.id)) fault(`选项 ${other.id} 包含了选项 ${option.id}，两项要分得开`)
    }
    const lengths = question.options.map(({ text }) => lengthOf(text))
    if (isSingle(question)) {
      const key = question.options.find(({ id }) => id === question.key[0])
      if (key && lengthOf(key.text) > 1.4 * mean(lengths)) fault('对的一项比别的长得多，一眼看得出，收短它')
      if (
        question.options
          .filter(({ misconception }) => misconception)
          .every(({ text }) => forbidden.some((phrase) => phrase.length > 2 && text.includes(phrase)))
      )
        warn('错项全是忌语，一眼看得出')
    }
    if (Math.max(...lengths) > 1.8 * mean(lengths)) warn('选项长短相差太大')
  }
  const singles = questions.filter(isSingle)
  const longestKeys = singles.filter((question) => {
    const key = question.options.find(({ id }) => id === question.key[0])
    return key && question.options.every(({ id, text }) => id === key.id || lengthOf(text) < lengthOf(key.text))
  })
  const last = singles.at(-1)?.id ?? 'questions'
  if (singles.length >= 20 && longestKeys.length / singles.length > 0.3)
    errors.push({
      id: longestKeys.at(-1)?.id ?? last,
      message: `${singles.length} 道单选里 ${longestKeys.length} 道的键最长，超过三成，如 ${longestKeys
        .slice(-3)
        .map(({ id }) => id)
        .join('、')}`,
    })
  const four = singles.filter(({ options }) => options.length === 4)
  const spread = ['a', 'b', 'c', 'd'].map((letter) => four.filter(({ key }) => key[0] === letter).length)
  const chiSquare = spread.reduce((sum, seen) => sum + (seen - four.length / 4) ** 2 / Math.max(1, four.length / 4), 0)
  if (four.length >= 20 && chiSquare > chiSquareLimit)
    errors.push({ id: last, message: `四选题的键偏在一处：a ${spread[0]}、b ${spread[1]}、c ${spread[2]}、d ${spread[3]}，挪匀` })
  const judged = questions.filter((question) => question.kind === 'true-false')
  const trueShare = judged.filter(({ key }) => key === true).length / Math.max(1, judged.length)
  if (judged.length >= 20 && (trueShare < 0.45 || trueShare > 0.55))
    errors.push({ id: judged.at(-1)?.id ?? last, message: `判断题里对的占${Math.round(trueShare * 100)}%，要在45%—55%` })
  const negative = warnings.filter(({ message }) => message === '题干是否定的').length
  if (negative <= 0.1 * questions.length) warnings.splice(0, warnings.length, ...warnings.filter(({ message }) => message !== '题干是否定的'))
  for (const [id, other] of nearDuplicates(questions)) errors.push({ id, message: `题干与 ${other} 几乎一样，换一个情境` })
  return { errors, warnings }
}

/** How many items a rule needs in all and in the exam pool. */
export function itemsNeeded(rule: Rule): { all: number; exam: number } {
  if (rule.criticality === 'A') return { all: 8, exam: rule.id === '2.4.3.1' || rule.id === '2.4.3.2' ? 10 : 5 }
  return { all: rule.criticality === 'B' ? 5 : 3, exam: 0 }
}
