import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decideSitting, examMinutes, feedbackOf, gradePaper, type Sitting } from './attempt'
import type { Paper } from './paper'
import type { QuestionKey } from './question'

const at = (text: string) => new Date(text)
const waits = [24, 72, 168]

describe('decideSitting', () => {
  /** Failed sittings of half an hour that began then. */
  const failed = (...days: string[]) => days.map((day) => ({ startedAt: at(day), closedAt: new Date(at(day).getTime() + 1_800_000), passed: false }))
  const decide = (past: Sitting[], now: string, extra = 0) => decideSitting(past, waits, at(now), extra)
  const one = failed('2026-01-01T00:00:00Z')
  const four = failed('2026-01-01T00:00:00Z', '2026-01-03T00:00:00Z', '2026-01-08T00:00:00Z', '2026-01-20T00:00:00Z')

  test('the first sitting is free, retakes wait 24 h, 72 h and 7 d, then none is left', () => {
    expect(decide([], '2026-01-01T00:00:00Z')).toEqual({ kind: 'may-sit', sitting: 1 })
    expect(decide(one, '2026-01-02T00:29:59Z')).toEqual({ kind: 'wait', until: at('2026-01-02T00:30:00Z') })
    expect(decide(one, '2026-01-02T00:30:00Z')).toEqual({ kind: 'may-sit', sitting: 2 })
    expect(decide(four.slice(0, 2), '2026-01-06T00:29:00Z').kind).toBe('wait')
    expect(decide(four, '2027-01-01T00:00:00Z')).toEqual({ kind: 'used-up' })
  })
  test('who has passed does not sit again', () => {
    expect(decide([{ ...(one[0] as Sitting), passed: true }], '2026-02-01T00:00:00Z', 1)).toEqual({ kind: 'passed' })
  })
  test('an extra one opens the exam at once when none is left, and once only', () => {
    expect(decide(four, '2026-01-20T01:00:00Z', 1)).toEqual({ kind: 'may-sit', sitting: 5 })
    const five = [...four, ...failed('2026-01-20T02:00:00Z')]
    expect(decide(five, '2027-01-01T00:00:00Z', 1)).toEqual({ kind: 'used-up' })
    expect(decide(five, '2027-01-01T00:00:00Z', 2)).toEqual({ kind: 'may-sit', sitting: 6 })
  })
  test('an extra one instead of a wait takes no retake away', () => {
    expect(decide(one, '2026-01-01T01:00:00Z', 1)).toEqual({ kind: 'may-sit', sitting: 2 })
    const two = [...one, ...failed('2026-01-01T02:00:00Z')]
    expect(decide(two, '2026-01-01T03:00:00Z', 1)).toEqual({ kind: 'wait', until: at('2026-01-02T02:30:00Z') })
    expect(decide(two, '2026-01-02T02:30:00Z', 1)).toEqual({ kind: 'may-sit', sitting: 3 })
  })
  test('whoever sits whenever it is allowed sits as often as the programme and the grants say', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 40, maxLength: 40 }), fc.integer({ min: 0, max: 4 }), (hours, extra) => {
        const past: Sitting[] = []
        let now = at('2026-01-01T00:00:00Z').getTime()
        for (const pause of hours) {
          now += pause * 3_600_000
          if (decideSitting(past, waits, new Date(now), extra).kind !== 'may-sit') continue
          past.push({ startedAt: new Date(now), closedAt: new Date(now + 60_000), passed: false })
        }
        expect(past.length).toBeLessThanOrEqual(1 + waits.length + extra)
        expect(decideSitting(past, waits, new Date(now + 400 * 3_600_000), extra).kind).toBe(past.length === 1 + waits.length + extra ? 'used-up' : 'may-sit')
      }),
    )
  })
})

test.each([
  [40, 100, 40],
  [40, 125, 50],
  [40, 150, 60],
  [45, 125, 57],
])('%i minutes at %i %% are %i', (limit, percent, minutes) => expect(examMinutes(limit, percent)).toBe(minutes))

describe('gradePaper', () => {
  const paper: Paper = {
    items: Array.from({ length: 30 }, (_, n) => ({
      itemId: `q${n}`,
      hash: `${n}`,
      section: n < 20 ? '2.1.1' : '2.7.1',
      chapter: '2',
      rule: 'r',
      optionOrder: [],
    })),
  }
  const keys = new Map<string, QuestionKey>(paper.items.map((item) => [item.itemId, { kind: 'true-false', key: true, explanation: '', misconceptions: {} }]))
  const answers = (right: number) => new Map(paper.items.slice(0, right).map((item) => [item.itemId, { kind: 'true-false' as const, value: true }]))
  test('24 of 30 is 80 % and passes, 23 is 76 % and does not', () => {
    expect(gradePaper(paper, keys, answers(24), 80)).toMatchObject({ scorePercent: 80, passed: true, right: 24 })
    expect(gradePaper(paper, keys, answers(23), 80)).toMatchObject({ scorePercent: 76, passed: false })
  })
  test('says per section how many were right', () => {
    expect(gradePaper(paper, keys, answers(22), 80).sections).toEqual([
      { section: '2.1.1', right: 20, total: 20 },
      { section: '2.7.1', right: 2, total: 10 },
    ])
  })
  test('a missing key is a bug, not a wrong answer', () => {
    expect(() => gradePaper(paper, new Map(), answers(1), 80)).toThrow()
  })
})

test('feedback names the misconception behind the wrong option, and none behind a right one', () => {
  const key: QuestionKey = { kind: 'single', key: ['b'], explanation: '因为', misconceptions: { a: '误解' } }
  expect(feedbackOf(key, { kind: 'choice', options: ['a'] })).toMatchObject({ correct: false, misconception: '误解' })
  expect(feedbackOf(key, { kind: 'choice', options: ['b'] })).toMatchObject({ correct: true, misconception: null })
})
