import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { compileContent } from '@/server/content/compile'
import { checkCurriculum } from './content-check'
import type { Lesson } from './lesson'
import type { Question, QuestionKind } from './question'
import type { Scenario } from './scenario'

const { curriculum, findings } = compileContent()

/** What the check says of an item after `change` was made to a copy of it. */
function after<T extends { id: string }>(list: 'questions' | 'scenarios', item: T | undefined, change: (item: T) => void): string {
  if (!item) throw new Error('no item to plant a fault in')
  const planted = structuredClone(item)
  change(planted)
  // Walking every scenario takes most of the check's time: only the one at hand stays.
  const scenarios = list === 'scenarios' ? [planted as unknown as Scenario] : []
  const questions =
    list === 'questions' ? curriculum.questions.map((entry) => (entry.id === item.id ? (planted as unknown as Question) : entry)) : curriculum.questions
  const changed = { ...curriculum, scenarios, questions }
  return checkCurriculum(changed)
    .filter(({ id }) => id === item.id)
    .map(({ message }) => message)
    .join('\n')
}
const ofKind = <K extends QuestionKind>(kind: K) =>
  curriculum.questions.find((question) => question.kind === kind) as Extract<Question, { kind: K }> | undefined

test('what is in the files has no fault', () => expect(findings).toEqual([]))

describe('planted in a question', () => {
  test('an answer that is no option, and a wrong option without its misconception', () => {
    expect(after('questions', ofKind('single'), (q) => Object.assign(q, { key: ['f'] }))).toContain('答案 f 不在选项里')
    expect(
      after('questions', ofKind('multiple'), (q) => {
        for (const option of q.options) delete option.misconception
      }),
    ).toContain('要写 misconception')
  })
  test('a blank that is not in the text, and an answer that is no candidate', () => {
    expect(after('questions', ofKind('cloze'), (q) => Object.assign(q, { text: '没有空了。' }))).toContain('text 里没有空 [a]')
    expect(after('questions', ofKind('cloze'), (q) => Object.assign(q, { candidates: ['甲', '乙', '丙'] }))).toContain('不在候选里')
  })
  test('steps, pairs and cards that stand twice, whatever their width and punctuation', () => {
    expect(after('questions', ofKind('order'), (q) => q.steps.push(`${q.steps[0]}。`))).toContain('重复')
    expect(after('questions', ofKind('match'), (q) => q.extra.push(q.pairs[0]?.right ?? ''))).toContain('配对不唯一')
    expect(after('questions', ofKind('classify'), (q) => q.neither.push(q.groups[0]?.cards[0] ?? ''))).toContain('重复')
  })
  test('nothing to find, and nothing but faults', () => {
    const change = (fault: string | undefined) => (q: Extract<Question, { kind: 'spot' }>) => {
      if (q.stimulus.form === 'figure') q.stimulus.figure = { model: 'man', layers: {} }
      else for (const part of q.stimulus.form === 'dialogue' ? q.stimulus.lines : q.stimulus.parts) Object.assign(part, { fault, fine: undefined })
    }
    const spots = curriculum.questions.filter((question) => question.kind === 'spot')
    for (const form of ['dialogue', 'text', 'figure']) {
      const spot = spots.find(({ stimulus }) => stimulus.form === form)
      expect(after('questions', spot, change(undefined)), form).toMatch(/没有要找的一处|没有不合标准的地方/)
    }
    expect(
      after(
        'questions',
        spots.find(({ stimulus }) => stimulus.form === 'dialogue'),
        change('错在这里'),
      ),
    ).toContain('至少要有一处没有问题')
  })
  test('a rewritten line in the exam', () => expect(after('questions', ofKind('rewrite'), (q) => Object.assign(q, { pool: 'exam' }))).toContain('不能进考试'))
})

describe('planted in a scenario', () => {
  const scenario = (id: string) => curriculum.scenarios.find((entry) => entry.id === id)
  const plant = (change: (s: Scenario) => void) => after('scenarios', scenario('s07'), change)
  test('a rule that is not listed, for cards, greetings and endings of calls alike', () => {
    for (const rule of ['2.7.2.3', '2.7.1.5', '2.7.2.2', '2.4.3.1'])
      expect(
        plant((s) => {
          s.rules = s.rules.filter((id) => id !== rule)
        }),
        rule,
      ).toContain(`引用了 ${rule}`)
  })
  test('a rule that is listed and never played', () =>
    expect(
      plant((s) => {
        s.rules.push('2.6.2.9')
      }),
    ).toContain('2.6.2.9 没有一处用到'))
  test('a variable that nobody declared', () => expect(plant((s) => Object.assign(s, { variables: {} }))).toContain('用了变量 waiting'))
  test('a forbidden phrase judged as nothing worse than weak, and one that can be passed with', () => {
    const say = (judgement: 'weak' | 'taboo') => (s: Scenario) => {
      for (const turn of s.turns)
        if (turn.kind === 'say') for (const reply of turn.replies) if (reply.redLine) Object.assign(reply, { judgement, redLine: false })
    }
    expect(plant(say('weak'))).toContain('说了忌语')
    expect(plant(say('taboo'))).toContain('还能通过')
  })
  test('a turn that leads nowhere', () => {
    expect(
      plant((s) => {
        for (const turn of s.turns) if (turn.kind === 'hang-up') turn.waited.next = 't9'
      }),
    ).toContain('没有 t9 这个回合或结局')
  })
})

describe('planted in a lesson', () => {
  const plant = (change: (lesson: Lesson) => void) => {
    const lessons = structuredClone(curriculum.lessons)
    const lesson = lessons[0] as Lesson
    change(lesson)
    return checkCurriculum({ ...curriculum, lessons, scenarios: [] })
      .filter(({ id }) => id === lesson.id)
      .map(({ message }) => message)
      .join('\n')
  }
  test('references that lead nowhere, and a closing check from the exam', () => {
    expect(plant((lesson) => lesson.rules.push('9.9.9'))).toContain('没有条款 9.9.9')
    expect(plant((lesson) => (lesson.check = ['q-9-9-01', 'q-9-9-02', 'q-9-9-03']))).toContain('q-9-9-01 没有写')
    const exam = curriculum.questions.find(({ pool, section }) => pool === 'exam' && section === curriculum.lessons[0]?.sections[0])
    expect(plant((lesson) => (lesson.check[0] = exam?.id ?? ''))).toContain('是考试题')
  })
  test('prose that is too long, and a phrase one character off the register', () => {
    const say = (text: string) => (lesson: Lesson) => {
      for (const card of lesson.cards) if (card.kind === 'why') card.paragraphs.push([{ text }])
    }
    expect(plant(say('长'.repeat(600)))).toContain('太长了')
    expect(plant(say('他说：“我会想办法帮您解决的。”'))).toContain('只差一字')
  })
})

describe('planted in the files themselves', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'liangchuang-content-'))
  const root = path.join(folder, 'content')
  afterAll(() => rmSync(folder, { recursive: true }))
  /** The findings after `text` of a file becomes `other`, with the line the change stands in. */
  function afterEdit(file: string, text: string, other: string) {
    cpSync('content', root, { recursive: true })
    const before = readFileSync(path.join(root, file), 'utf8')
    expect(before).toContain(text)
    writeFileSync(path.join(root, file), before.replace(text, other))
    return { found: compileContent(root).findings, line: before.slice(0, before.indexOf(text)).split('\n').length }
  }
  test('a wrong value is told with its file and line', () => {
    const { found, line } = afterEdit('scenarios/s07.yaml', 'judgement: fair', 'judgement: middling')
    expect(found).toContainEqual(expect.objectContaining({ file: 'content/scenarios/s07.yaml', line }))
  })
  test('so is a question whose rule is not in the register', () => {
    const { found, line } = afterEdit('chapters/phone/questions/2.7.2.yaml', 'rule: 2.7.2.2', 'rule: 2.7.2.9')
    expect(found.some((entry) => entry.file.endsWith('2.7.2.yaml') && Math.abs(entry.line - line) <= 8 && entry.message.includes('没有条款 2.7.2.9'))).toBe(
      true,
    )
  })
  test('a rule that nothing teaches or tests is told at its own line of the register', () => {
    const rule = `          - { id: 2.7.2.4, title: 种下的错, text: 没有人教的一条。, kind: must, criticality: C }`
    const { found, line } = afterEdit('standard/standard.yaml', '          - id: 2.7.2.3', `${rule}\n          - id: 2.7.2.3`)
    const told = found.filter(({ message }) => message.startsWith('2.7.2.4'))
    expect(told.map(({ message }) => message).join()).toMatch(/没有课时教.*只有0题/)
    expect(told[0]).toMatchObject({ file: 'content/standard/standard.yaml', line })
  })
})
