import { describe, expect, test } from 'vitest'
import { decideSitting, feedbackOf, gradePaper } from './attempt'
import type { Paper } from './paper'
import type { QuestionKey } from './question'

const at = (text: string) => new Date(text)
const waits = [24, 72, 168]

describe('decideSitting', () => {
  test('the first sitting is free, retakes wait 24 h, 72 h and 7 d, then none is left', () => {
    const failed = (...days: string[]) => days.map((day) => ({ closedAt: at(day), passed: false }))
    expect(decideSitting([], waits, at('2026-01-01T00:00:00Z'))).toEqual({ kind: 'may-sit', sitting: 1 })
    expect(decideSitting(failed('2026-01-01T00:00:00Z'), waits, at('2026-01-01T23:59:59Z')).kind).toBe('wait')
    expect(decideSitting(failed('2026-01-01T00:00:00Z'), waits, at('2026-01-02T00:00:00Z'))).toEqual({ kind: 'may-sit', sitting: 2 })
    expect(decideSitting(failed('2026-01-01T00:00:00Z', '2026-01-03T00:00:00Z'), waits, at('2026-01-05T23:59:00Z')).kind).toBe('wait')
    const four = failed('2026-01-01T00:00:00Z', '2026-01-03T00:00:00Z', '2026-01-08T00:00:00Z', '2026-01-20T00:00:00Z')
    expect(decideSitting(four, waits, at('2027-01-01T00:00:00Z'))).toEqual({ kind: 'used-up' })
  })
  test('who has passed does not sit again', () => {
    expect(decideSitting([{ closedAt: at('2026-01-01T00:00:00Z'), passed: true }], waits, at('2026-02-01T00:00:00Z'))).toEqual({ kind: 'passed' })
  })
})

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
