import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Answer, answerSchema, fits, gradeAnswer, isComplete, rightAnswer, wrongAnswer } from './grading'
import { arrange, partIds, type Question, type QuestionKey, questionSchema, splitQuestion } from './question'
import { shuffled } from './random'

const authored = {
  id: 'q-2-7-1-01',
  pool: 'practice',
  rule: '2.7.1.1',
  level: 'apply',
  difficulty: 'easy',
  stem: '这一题怎么答才对？',
  explanation: '先说为什么对，再说最诱人的错项错在哪里，写够二十个字。',
}
const misconception = '以为这样也行'
/** One of each kind, as an author writes it. */
const samples: Question[] = (
  [
    {
      kind: 'single',
      options: [
        { id: 'a', text: '甲', misconception },
        { id: 'b', text: '乙' },
        { id: 'c', text: '丙', misconception },
      ],
      key: ['b'],
    },
    {
      kind: 'multiple',
      options: [
        { id: 'a', text: '甲' },
        { id: 'b', text: '乙', misconception },
        { id: 'c', text: '丙' },
        { id: 'd', text: '丁', misconception },
      ],
      key: ['a', 'c'],
    },
    { kind: 'true-false', key: false, misconception },
    {
      kind: 'cloze',
      text: '您好，[a]，[b]。',
      blanks: [
        { id: 'a', accept: ['0316号为您服务', '零三一六号为您服务'] },
        { id: 'b', accept: ['请讲'] },
      ],
      misconception,
    },
    { kind: 'cloze', text: '[a]，请坐。', blanks: [{ id: 'a', accept: ['您好'] }], candidates: ['您好', '再见', '谢谢'], misconception },
    { kind: 'order', steps: ['致歉', '接起', '应答', '道别'], misconception },
    {
      kind: 'match',
      pairs: [
        { left: '总机', right: '报公司' },
        { left: '专线', right: '报号' },
        { left: '部门', right: '报部门' },
      ],
      extra: ['请讲'],
      misconception,
    },
    {
      kind: 'classify',
      groups: [
        { title: '主动', cards: ['先开口', '上前'] },
        { title: '及时', cards: ['马上办'] },
      ],
      neither: ['收拾台面'],
      misconception,
    },
    {
      kind: 'spot',
      stimulus: {
        form: 'dialogue',
        lines: [
          { who: '客户', text: '在哪办？' },
          { who: '您', text: '你自己看', fault: '这是服务忌语' },
          { who: '客户', text: '我看不清' },
          { who: '您', text: '我指给您看', fine: '补上了一步' },
        ],
      },
    },
    { kind: 'rewrite', original: '不知道', model: '我去问清楚，再回您的话。', points: ['去问清楚', '回话'] },
  ] as const
).map((kind) => ({ ...questionSchema.parse({ ...authored, ...kind }), section: '2.7.1', chapter: '2.7' }))
const split = samples.map(splitQuestion)
const marked = split.filter(({ key }) => key.kind !== 'rewrite')

describe('every kind', () => {
  test('the model answer gets the whole mark, another one less, and none gets nothing', () => {
    expect(marked).toHaveLength(9)
    for (const { body, key } of marked) {
      expect(gradeAnswer(key, rightAnswer(key)), key.kind).toBe(1)
      const wrong = wrongAnswer(key, partIds(body))
      expect(fits(body, wrong), key.kind).toBe(true)
      expect(gradeAnswer(key, wrong), key.kind).toBeLessThan(1)
      expect(gradeAnswer(key, null), key.kind).toBe(0)
    }
  })
  test('an answer of another kind is wrong and does not fit', () => {
    for (const own of marked)
      for (const other of marked) {
        const answer = rightAnswer(other.key)
        if (rightAnswer(own.key).kind === answer.kind) continue
        expect(gradeAnswer(own.key, answer)).toBe(0)
        expect(fits(own.body, answer)).toBe(false)
      }
  })
  test('what the learner gets holds neither key nor explanation, and its ids do not tell the key', () => {
    for (const { body, key } of split) {
      const told = JSON.stringify(body)
      for (const secret of ['"key"', key.explanation, misconception, '这是服务忌语', '补上了一步', '回您的话', '零三一六']) expect(told).not.toContain(secret)
    }
    const order = split.find(({ key }) => key.kind === 'order')
    const ids = order?.body.kind === 'order' ? order.body.steps.map(({ id }) => id) : []
    expect(ids).toEqual([...ids].sort())
    expect(order?.key.key).not.toEqual(ids)
  })
  test('any order of the parts on the paper: the same parts, the same grade', () => {
    fc.assert(
      fc.property(fc.nat(split.length - 1), fc.string(), (index, seed) => {
        const { body, key } = split[index] as (typeof split)[number]
        const laidOut = arrange(body, shuffled(partIds(body), seed))
        expect(partIds(laidOut).sort()).toEqual(partIds(body).sort())
        expect(fits(laidOut, rightAnswer(key))).toBe(true)
        expect(isComplete(laidOut, rightAnswer(key))).toBe(true)
      }),
    )
  })
  test('answers survive the schema of the API', () => {
    for (const { key } of split) expect(answerSchema.parse(rightAnswer(key))).toEqual(rightAnswer(key))
  })
  test('the mark is never below nothing nor above the whole, whatever is answered', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 's', 't', 'u')
    const any: fc.Arbitrary<Answer> = fc.oneof(
      fc.array(id).map((options): Answer => ({ kind: 'choice', options })),
      fc.array(id).map((parts): Answer => ({ kind: 'spot', parts })),
      fc.array(id).map((steps): Answer => ({ kind: 'order', steps })),
      fc.dictionary(id, id).map((pairs): Answer => ({ kind: 'match', pairs })),
      fc.dictionary(id, id).map((groups): Answer => ({ kind: 'classify', groups })),
      fc.dictionary(id, fc.string()).map((blanks): Answer => ({ kind: 'cloze', blanks })),
    )
    fc.assert(
      fc.property(fc.nat(marked.length - 1), any, (index, answer) => {
        const credit = gradeAnswer((marked[index] as (typeof marked)[number]).key, answer) ?? -1
        expect(credit).toBeGreaterThanOrEqual(0)
        expect(credit).toBeLessThanOrEqual(1)
      }),
    )
  })
})

const keyOf = <K extends QuestionKey['kind']>(kind: K, nth = 0) => split.filter(({ key }) => key.kind === kind)[nth]?.key as Extract<QuestionKey, { kind: K }>

describe('multiple', () => {
  const key = keyOf('multiple')
  const grade = (...options: string[]) => gradeAnswer(key, { kind: 'choice', options })
  test('one right is half, one wrong takes it away again, everything chosen is nothing', () => {
    expect(grade('c', 'a')).toBe(1)
    expect(grade('a')).toBe(0.5)
    expect(grade('a', 'b')).toBe(0)
    expect(grade('a', 'c', 'b')).toBe(0.5)
    expect(grade('a', 'b', 'c', 'd')).toBe(0)
  })
  test('choosing one right option twice is not two right options', () => expect(grade('a', 'a')).toBe(0.5))
  test('the order of the options does not matter', () => {
    const options = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'))
    fc.assert(
      fc.property(options, fc.string(), (chosen, seed) => {
        expect(grade(...shuffled(chosen, seed))).toBe(grade(...chosen))
      }),
    )
  })
})

describe('cloze', () => {
  const key = keyOf('cloze')
  const grade = (a: string, b = '请讲') => gradeAnswer(key, { kind: 'cloze', blanks: { a, b } })
  test('each blank counts for itself', () => {
    expect(grade('0316号为您服务')).toBe(1)
    expect(grade('零三一六号为您服务')).toBe(1)
    expect(grade('0316号')).toBe(0.5)
    expect(grade('', '')).toBe(0)
  })
  test('width, spaces and punctuation do not count', () => {
    const wide = (text: string) => [...text].map((c) => (c >= '!' && c <= '~' ? String.fromCharCode(c.charCodeAt(0) + 0xfee0) : c)).join('')
    const noise = fc.array(fc.constantFrom(' ', '　', '，', '。', ',', '.', '！', '\u200b', '“', '”'), { maxLength: 3 }).map((list) => list.join(''))
    fc.assert(
      fc.property(fc.boolean(), fc.array(noise, { minLength: 10, maxLength: 10 }), (isWide, noises) => {
        const text = isWide ? wide('0316号为您服务') : '0316号为您服务'
        expect(grade([...text].map((c, index) => `${noises[index % noises.length]}${c}`).join(''))).toBe(1)
      }),
    )
  })
})

test('spot: what is found less what is not one', () => {
  const key = keyOf('spot')
  expect(gradeAnswer(key, { kind: 'spot', parts: ['b'] })).toBe(1)
  expect(gradeAnswer(key, { kind: 'spot', parts: ['b', 'd'] })).toBe(0)
})

test('a rewritten line has no mark', () => {
  const key = keyOf('rewrite')
  expect(gradeAnswer(key, rightAnswer(key))).toBeNull()
})
