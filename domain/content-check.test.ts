import { describe, expect, test } from 'vitest'
import { compileContent } from '@/server/content/compile'
import { checkCurriculum } from './content-check'
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
    expect(spots.length).toBeGreaterThanOrEqual(4)
    for (const spot of spots) expect(after('questions', spot, change(undefined)), spot.id).toMatch(/没有要找的一处|没有不合标准的地方/)
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
