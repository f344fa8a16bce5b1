import { allRules, allSections, type Curriculum } from './curriculum'
import type { Scenario } from './scenario'

/** A fault in the content: where, and what to do about it. */
export type Finding = { file: string; line: number; message: string }
/** The same before its file is known: `id` is the item at fault. */
export type ItemFinding = { id: string; message: string }

/** Full-width and half-width punctuation count as the same; spaces do not count. */
export const foldPunctuation = (text: string) => text.normalize('NFKC').replace(/[\s，。、；：？！,.;:?!“”"'‘’]/g, '')

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1))
    row = next
  }
  return row[b.length] ?? 0
}

/** Every string in a compiled item, however deep. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (value && typeof value === 'object') return Object.values(value).flatMap(textsOf)
  return []
}

/** A quoted “…” that is nearly a registered phrase of five characters or more, but not to the letter. */
function nearPhrases(item: unknown, phrases: string[]): string[] {
  const quotes = textsOf(item).flatMap((text) => [...text.matchAll(/“([^”]+)”/g)].map((match) => match[1] ?? ''))
  const folded = phrases.map((text) => ({ text, fold: foldPunctuation(text) })).filter(({ fold }) => fold.length >= 5 && !fold.includes('××'))
  return quotes.flatMap((quote) => {
    const fold = foldPunctuation(quote)
    if (folded.some((phrase) => phrase.fold === fold)) return []
    const near = folded.find((phrase) => Math.abs(phrase.fold.length - fold.length) <= 1 && editDistance(phrase.fold, fold) === 1)
    return near ? [`引号里的“${quote}”与登记的用语“${near.text}”只差一字，要么一字不差，要么去掉引号`] : []
  })
}

function duplicates(ids: string[]): string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))]
}

/** Dead ends, unreachable turns, loops, and a way to pass that goes through a forbidden phrase or a red line. */
function checkScenario(scenario: Scenario, phrases: string[]): string[] {
  const messages: string[] = []
  const turns = new Map(scenario.turns.map((turn) => [turn.id, turn]))
  const endings = new Set(scenario.endings.map((ending) => ending.id))
  const reached = new Set<string>()
  const forbidden = phrases.map(foldPunctuation).filter((text) => text.length >= 4)
  const walk = (id: string, path: string[]) => {
    if (path.includes(id)) {
      messages.push(`回合 ${[...path, id].join(' → ')} 成了循环`)
      return
    }
    reached.add(id)
    if (endings.has(id)) return
    const turn = turns.get(id)
    if (!turn) {
      messages.push(`没有 ${id} 这个回合或结局`)
      return
    }
    for (const reply of turn.replies) walk(reply.next, [...path, id])
  }
  walk(scenario.start, [])
  for (const id of [...turns.keys(), ...endings]) if (!reached.has(id)) messages.push(`${id} 走不到`)
  for (const turn of scenario.turns) {
    if (!turn.replies.some((reply) => reply.judgement === 'best')) messages.push(`${turn.id} 没有一张规范的回应卡`)
    for (const id of duplicates(turn.replies.map((reply) => reply.id))) messages.push(`${turn.id} 的回应卡 ${id} 重复`)
    for (const reply of turn.replies) {
      const at = `${turn.id} 的回应卡 ${reply.id}`
      if (reply.judgement !== 'best' && !reply.better) messages.push(`${at} 不是规范做法，要写 better`)
      if (reply.redLine && reply.judgement !== 'taboo') messages.push(`${at} 标了 redLine，judgement 要是 taboo`)
      const spoken = foldPunctuation(reply.text)
      const said = forbidden.find((text) => spoken.includes(text))
      if (said && reply.judgement !== 'taboo') messages.push(`${at} 说了忌语“${said}”，不能判为 ${reply.judgement}`)
      if (!scenario.rules.includes(reply.rule)) messages.push(`${at} 引用了 ${reply.rule}，rules 里要列上`)
    }
  }
  return [...new Set(messages)]
}

/** Items of the exam pool a section needs, and items in all: what the exam blueprint draws on. */
const minimumExamItems = 2
const minimumItems = 5

/**
 * References either way, unique ids, every section taught and tested, phrases to the letter, scenario walks.
 * Takes the compiled curriculum, returns what is wrong with it (empty when it may be published).
 */
export function checkCurriculum(curriculum: Curriculum): ItemFinding[] {
  const findings: ItemFinding[] = []
  const { standard, chapters, lessons, questions, scenarios, programmes } = curriculum
  const rules = new Map(allRules(standard).map((rule) => [rule.id, rule]))
  const sections = new Map(allSections(standard).map((section) => [section.id, section]))
  const questionById = new Map(questions.map((question) => [question.id, question]))
  const phrases = curriculum.phrases.map((phrase) => phrase.text)
  const forbidden = curriculum.phrases.filter((phrase) => phrase.set === 'forbidden').map((phrase) => phrase.text)
  const find = (id: string, message: string) => findings.push({ id, message })

  for (const id of duplicates([...lessons, ...questions, ...scenarios, ...chapters, ...programmes].map((item) => item.id)))
    find(id, '编号重复，换一个没有用过的')
  for (const phrase of curriculum.phrases) if (!rules.has(phrase.rule)) find(phrase.id, `登记册里没有条款 ${phrase.rule}`)
  for (const chapter of chapters) {
    if (!standard.chapters.some((entry) => entry.id === chapter.id)) find(chapter.id, '标准里没有这一章')
    for (const id of chapter.lessons)
      if (lessons.find((lesson) => lesson.id === id)?.chapter !== chapter.id) find(chapter.id, `课时 ${id} 没有写，或不在本章文件夹里`)
    const practice = questions.filter((question) => question.chapter === chapter.id && question.pool === 'practice').length
    if (practice < chapter.quiz.items) find(chapter.id, `测验要 ${chapter.quiz.items} 题，练习题只有 ${practice} 道`)
    if (!scenarios.some((scenario) => scenario.chapter === chapter.id)) find(chapter.id, '还没有情景演练')
  }
  for (const entry of standard.chapters) if (!chapters.some((chapter) => chapter.id === entry.id)) find(entry.id, '标准的这一章还没有 chapter.yaml')

  for (const lesson of lessons) {
    if (!chapters.some((chapter) => chapter.lessons.includes(lesson.id))) find(lesson.id, '没有列进 chapter.yaml 的 lessons')
    for (const id of lesson.sections) if (sections.get(id)?.chapter !== lesson.chapter) find(lesson.id, `节 ${id} 不在这一章`)
    const cited = [...lesson.rules, ...lesson.cards.flatMap((card) => (card.kind === 'rule' ? card.rules : []))]
    for (const id of cited) if (!rules.has(id)) find(lesson.id, `登记册里没有条款 ${id}`)
    for (const id of lesson.check) {
      const question = questionById.get(id)
      if (!question) find(lesson.id, `随堂题 ${id} 没有写`)
      else if (question.pool !== 'practice') find(lesson.id, `随堂题 ${id} 是考试题，换一道练习题`)
      else if (!lesson.sections.includes(question.section)) find(lesson.id, `随堂题 ${id} 不属于本课的节`)
    }
    if (lesson.cards[0]?.kind !== 'situation') find(lesson.id, '第一张卡片要是情境')
    if (lesson.cards.at(-1)?.kind !== 'summary') find(lesson.id, '最后一张卡片要是小结')
    for (const kind of ['rule', 'models'] as const) if (!lesson.cards.some((card) => card.kind === kind)) find(lesson.id, `缺 :::${kind} 卡片`)
    if (!lesson.cards.some((card) => card.kind === 'choose' || card.kind === 'order' || card.kind === 'find'))
      find(lesson.id, '缺一个互动（choose、order 或 find）')
    for (const card of lesson.cards) {
      if (card.kind === 'choose' && card.options.filter((option) => option.right).length !== 1) find(lesson.id, `“${card.title}”要恰有一个对的选项`)
      if (card.kind === 'find' && !card.lines.some((entry) => entry.wrong)) find(lesson.id, `“${card.title}”里没有要找的一句`)
    }
    const prose = textsOf(lesson.cards).join('').length
    if (prose > 1400) find(lesson.id, `全课 ${prose} 字，太长了，收到 1400 字以内（含对话与选项）`)
  }

  for (const question of questions) {
    for (const id of [question.rule, ...question.alsoRules]) if (!rules.has(id)) find(question.id, `登记册里没有条款 ${id}`)
    if (rules.has(question.rule) && rules.get(question.rule)?.section !== question.section)
      find(question.id, `条款 ${question.rule} 不属于 ${question.section} 节，换到那一节的文件`)
    if (!question.id.startsWith(`q-${question.section.replaceAll('.', '-')}-`)) find(question.id, `题号要以 q-${question.section.replaceAll('.', '-')}- 开头`)
    if (question.kind === 'true-false') continue
    const ids = question.options.map((option) => option.id)
    for (const id of duplicates(ids)) find(question.id, `选项 ${id} 重复`)
    for (const id of duplicates(question.options.map((option) => foldPunctuation(option.text)))) find(question.id, `有两个选项文字相同：${id}`)
    for (const id of question.key) if (!ids.includes(id)) find(question.id, `答案 ${id} 不在选项里`)
    if (question.key.length >= ids.length) find(question.id, '至少要有一个错项')
    for (const option of question.options) {
      const right = (question.key as string[]).includes(option.id)
      if (!right && !option.misconception) find(question.id, `错项 ${option.id} 要写 misconception`)
      if (right && option.misconception) find(question.id, `对的选项 ${option.id} 不该有 misconception`)
    }
  }
  for (const [id, section] of sections) {
    if (!lessons.some((lesson) => lesson.sections.includes(id))) find(section.chapter, `${id} 节还没有课时教`)
    const items = questions.filter((question) => question.section === id)
    if (items.length < minimumItems) find(section.chapter, `${id} 节只有 ${items.length} 题，至少 ${minimumItems} 题`)
    const exam = items.filter((question) => question.pool === 'exam').length
    if (exam < minimumExamItems) find(section.chapter, `${id} 节只有 ${exam} 道考试题，至少 ${minimumExamItems} 道`)
  }
  for (const scenario of scenarios) {
    if (!chapters.some((chapter) => chapter.id === scenario.chapter)) find(scenario.id, `没有 ${scenario.chapter} 这一章`)
    for (const id of scenario.rules) if (!rules.has(id)) find(scenario.id, `登记册里没有条款 ${id}`)
    for (const message of checkScenario(scenario, forbidden)) find(scenario.id, message)
  }
  for (const programme of programmes) {
    for (const id of programme.chapters) if (!chapters.some((chapter) => chapter.id === id)) find(programme.id, `没有 ${id} 这一章`)
    if (programme.exam.items < allSections(standard).filter((section) => programme.chapters.includes(section.chapter)).length)
      find(programme.id, '题数少于节数，考不到每一节')
  }
  for (const item of [...lessons, ...questions, ...scenarios]) for (const message of nearPhrases(item, phrases)) find(item.id, message)
  return findings
}
