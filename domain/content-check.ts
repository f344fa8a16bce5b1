import { allRules, allSections, type Curriculum } from './curriculum'
import { faultsOf, rulesShown } from './figure'
import { foldText } from './grading'
import { botFaults, checkItemWriting, isChoiceKind, itemsNeeded, runBots } from './item-writing'
import type { Question } from './question'
import { scoreRun } from './role-play'
import { type Scenario, splitScenario, walk } from './scenario'
import { greetingRules } from './telephone'

/** A fault in the content: where, and what to do about it. */
export type Finding = { file: string; line: number; message: string }
/** The same before its file is known: `id` is the item at fault. */
export type ItemFinding = { id: string; message: string }

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
  const folded = phrases.map((text) => ({ text, fold: foldText(text) })).filter(({ fold }) => fold.length >= 5 && !fold.includes('××'))
  return quotes.flatMap((quote) => {
    const fold = foldText(quote)
    if (folded.some((phrase) => phrase.fold === fold)) return []
    const near = folded.find((phrase) => Math.abs(phrase.fold.length - fold.length) <= 1 && editDistance(phrase.fold, fold) === 1)
    return near ? [`引号里的“${quote}”与登记的用语“${near.text}”只差一字，要么一字不差，要么去掉引号`] : []
  })
}

function duplicates(ids: string[]): string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))]
}

/** Faults of single cards, then of the graph as it is played. */
function checkScenario(scenario: Scenario, curriculum: Curriculum, isCritical: (rule: string) => boolean): string[] {
  const messages: string[] = []
  const forbidden = forbiddenOf(curriculum)
    .map(foldText)
    .filter((phrase) => phrase.length >= 4)
  // Walking asks the same few cards on every path.
  const known = new Map<string, string | undefined>()
  const saidIn = (text: string) => {
    if (!known.has(text))
      known.set(
        text,
        forbidden.find((phrase) => foldText(text).includes(phrase)),
      )
    return known.get(text)
  }
  for (const id of duplicates(scenario.turns.map((turn) => turn.id))) messages.push(`回合 ${id} 重复`)
  const cited = new Set<string>()
  const cite = (at: string, rule: string) => {
    cited.add(rule)
    if (!scenario.rules.includes(rule)) messages.push(`${at} 引用了 ${rule}，rules 里要列上`)
  }
  for (const turn of scenario.turns) {
    const replies = turn.kind === 'say' ? turn.replies : turn.kind === 'ring' ? (turn.desk?.replies ?? []) : []
    for (const id of duplicates(replies.map((reply) => reply.id))) messages.push(`${turn.id} 的回应卡 ${id} 重复`)
    for (const reply of replies) {
      const at = `${turn.id} 的回应卡 ${reply.id}`
      if (reply.judgement !== 'best' && !reply.better) messages.push(`${at} 不是规范做法，要写 better`)
      if (reply.redLine && reply.judgement !== 'taboo') messages.push(`${at} 标了 redLine，judgement 要是 taboo`)
      const said = saidIn(reply.text)
      if (said && reply.judgement !== 'taboo') messages.push(`${at} 说了忌语“${said}”，不能判为 ${reply.judgement}`)
      cite(at, reply.rule)
    }
    if (turn.kind === 'write') cite(turn.id, turn.rule)
    if (turn.kind === 'ring') for (const { rule } of [turn.inTime, turn.late]) cite(turn.id, rule)
    if (turn.kind === 'greet') cite(turn.id, greetingRules[turn.line])
    if (turn.kind === 'mirror') {
      cite(turn.id, turn.rule)
      for (const rule of rulesShown(turn.model)) cited.add(rule)
    }
    if (turn.kind === 'hang-up') for (const { rule } of [turn.waited, turn.early]) cite(turn.id, rule)
    for (const name of namedVariables(turn)) if (name !== 'mood' && !scenario.variables[name]) messages.push(`${turn.id} 用了变量 ${name}，variables 里要写上`)
  }
  for (const rule of scenario.rules) if (!cited.has(rule)) messages.push(`rules 里的 ${rule} 没有一处用到，写进一张回应卡，或从 rules 里去掉`)
  if (messages.length > 0) return [...new Set(messages)]
  const { script } = splitScenario(scenario, curriculum.phrases)
  return walk(script, scenario.id, (state) => scoreRun(state, isCritical).passed, saidIn)
}

/** The variables that guards and changes of a turn speak of, wherever they stand in it. */
function namedVariables(value: unknown): string[] {
  if (!value || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, inner]) => ((name === 'when' || name === 'add') && inner ? Object.keys(inner as object) : namedVariables(inner)))
}

/** Texts that stand more than once, width and punctuation folded. */
const repeated = (texts: string[]) => duplicates(texts.map(foldText))

/** What is wrong with the parts of a question: keys that fit nothing, texts that stand twice, nothing to find. */
function checkParts(question: Question): string[] {
  switch (question.kind) {
    case 'single':
    case 'multiple': {
      const ids = question.options.map((option) => option.id)
      const key: string[] = question.key
      return [
        ...duplicates(ids).map((id) => `选项 ${id} 重复`),
        ...repeated(question.options.map((option) => option.text)).map((text) => `有两个选项文字相同：${text}`),
        ...key.filter((id) => !ids.includes(id)).map((id) => `答案 ${id} 不在选项里`),
        ...(key.length >= ids.length ? ['至少要有一个错项'] : []),
        ...question.options.flatMap((option) => {
          const right = key.includes(option.id)
          if (!right && !option.misconception) return [`错项 ${option.id} 要写 misconception`]
          return right && option.misconception ? [`对的选项 ${option.id} 不该有 misconception`] : []
        }),
      ]
    }
    case 'true-false':
      return []
    case 'cloze': {
      const inText = [...question.text.matchAll(/\[([a-z])\]/g)].map((found) => found[1] ?? '')
      const ids = question.blanks.map((blank) => blank.id)
      const candidates = question.candidates?.map(foldText)
      return [
        ...duplicates(inText).map((id) => `空 [${id}] 在 text 里出现了两次`),
        ...ids.filter((id) => !inText.includes(id)).map((id) => `text 里没有空 [${id}]`),
        ...inText.filter((id) => !ids.includes(id)).map((id) => `空 [${id}] 没有写进 blanks`),
        ...repeated(question.candidates ?? []).map((text) => `候选“${text}”重复`),
        ...(candidates
          ? question.blanks.flatMap(({ id, accept }) => accept.filter((text) => !candidates.includes(foldText(text))).map((text) => [id, text]))
          : []
        ).map(([id, text]) => `空 [${id}] 的答案“${text}”不在候选里`),
      ]
    }
    case 'order':
      return repeated(question.steps).map((text) => `步骤“${text}”重复`)
    case 'match':
      return [...repeated(question.pairs.map(({ left }) => left)), ...repeated([...question.pairs.map(({ right }) => right), ...question.extra])].map(
        (text) => `“${text}”重复，配对不唯一`,
      )
    case 'classify':
      return [
        ...repeated(question.groups.map(({ title }) => title)).map((text) => `类“${text}”重复`),
        ...repeated([...question.groups.flatMap(({ cards }) => cards), ...question.neither]).map((text) => `卡片“${text}”重复`),
      ]
    case 'spot': {
      if (question.stimulus.form === 'figure') return faultsOf(question.stimulus.figure).length === 0 ? ['人像没有不合标准的地方，layers 里写上'] : []
      const parts = question.stimulus.form === 'dialogue' ? question.stimulus.lines : question.stimulus.parts
      const faults = parts.filter(({ fault }) => fault)
      return [
        ...(faults.length === 0 ? ['没有要找的一处，给违反标准的写上 fault'] : []),
        ...(faults.length === parts.length ? ['至少要有一处没有问题'] : []),
        ...parts.filter(({ fault, fine }) => fault && fine).map(({ text }) => `“${text}”不能既有 fault 又有 fine`),
      ]
    }
    case 'rewrite':
      return question.pool === 'exam' ? ['改写题不计分，不能进考试，pool 写 practice'] : []
    default:
      return question satisfies never
  }
}

/** The forbidden phrases of the register, to the letter. */
export const forbiddenOf = (curriculum: Curriculum): string[] => curriculum.phrases.filter(({ set }) => set === 'forbidden').map(({ text }) => text)

/** Shares of the whole bank and of each chapter, percent. */
const minimumNotChoice = 40
const minimumExamShare = 40

/**
 * What every rule is owed: a lesson that teaches it, items by its criticality, an exam pool, the scenarios it names; and the shares of the
 * bank. Takes the compiled curriculum, returns what is missing.
 */
export function checkCoverage(curriculum: Curriculum): ItemFinding[] {
  const { standard, chapters, lessons, questions, scenarios } = curriculum
  const missing: ItemFinding[] = []
  for (const rule of allRules(standard)) {
    const find = (message: string) => missing.push({ id: rule.id, message })
    const items = questions.filter((question) => question.rule === rule.id)
    const exam = items.filter(({ pool }) => pool === 'exam').length
    const needed = itemsNeeded(rule)
    if (!lessons.some((lesson) => lesson.rules.includes(rule.id))) find('没有课时教，写进一课的 rules')
    if (items.length < needed.all) find(`只有${items.length}题，要${needed.all}题`)
    if (exam < needed.exam) find(`考试题只有${exam}道，要${needed.exam}道`)
    for (const id of rule.scenarios) {
      const scenario = scenarios.find((entry) => entry.id === id)
      if (!scenario) find(`要演练它的情景 ${id} 还没有写`)
      else if (!scenario.rules.includes(rule.id)) find(`情景 ${id} 没有用到它`)
    }
  }
  for (const { id, items } of chapters.map((chapter) => ({ id: chapter.id, items: questions.filter((question) => question.chapter === chapter.id) }))) {
    const notChoice = items.filter((question) => !isChoiceKind(question)).length
    if (notChoice * 100 < items.length * minimumNotChoice)
      missing.push({ id, message: `${items.length}题里非选择题只有${notChoice}道，要占${minimumNotChoice}%` })
  }
  const exam = questions.filter(({ pool }) => pool === 'exam').length
  if (exam * 100 < questions.length * minimumExamShare) missing.push({ id: 'questions', message: `考试题${exam}道，要占${minimumExamShare}%` })
  return missing
}

/** Characters of prose a lesson may have, on the cards that are read and not played. */
const mostProse = 600
const proseCards = new Set<string>(['situation', 'rule', 'why', 'pitfall', 'summary'])

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
    if (!scenarios.some((scenario) => scenario.rules.some((id) => rules.get(id)?.chapter === chapter.id))) find(chapter.id, '还没有情景演练')
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
      else if (question.kind === 'rewrite') find(lesson.id, `随堂题 ${id} 是改写题，不计分，换一道计分的`)
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
    const prose = textsOf(lesson.cards.filter(({ kind }) => proseCards.has(kind)).map(({ kind, ...card }) => card)).join('').length
    if (prose > mostProse) find(lesson.id, `正文 ${prose} 字，太长了，收到 ${mostProse} 字以内（对话、选项不算）`)
  }

  for (const question of questions) {
    for (const id of [question.rule, ...question.alsoRules]) if (!rules.has(id)) find(question.id, `登记册里没有条款 ${id}`)
    if (rules.has(question.rule) && rules.get(question.rule)?.section !== question.section)
      find(question.id, `条款 ${question.rule} 不属于 ${question.section} 节，换到那一节的文件`)
    if (!question.id.startsWith(`q-${question.section.replaceAll('.', '-')}-`)) find(question.id, `题号要以 q-${question.section.replaceAll('.', '-')}- 开头`)
    for (const message of checkParts(question)) find(question.id, message)
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
    if (scenario.rules.every((id) => rules.has(id)))
      for (const message of checkScenario(scenario, curriculum, (rule) => rules.get(rule)?.criticality === 'A')) find(scenario.id, message)
  }
  for (const programme of programmes) {
    for (const id of programme.chapters) if (!chapters.some((chapter) => chapter.id === id)) find(programme.id, `没有 ${id} 这一章`)
    if (programme.exam.items < allSections(standard).filter((section) => programme.chapters.includes(section.chapter)).length)
      find(programme.id, '题数少于节数，考不到每一节')
  }
  const forbidden = forbiddenOf(curriculum)
  findings.push(...checkCoverage(curriculum), ...checkItemWriting(questions, forbidden).errors)
  for (const message of botFaults(runBots(questions, forbidden))) find('questions', message)
  for (const item of [...lessons, ...questions, ...scenarios]) for (const message of nearPhrases(item, phrases)) find(item.id, message)
  return findings
}
