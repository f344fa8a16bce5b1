import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gradeAnswer } from './grading'
import type { QuestionKey } from './question'

const choice = (key: string[]): QuestionKey => ({ kind: key.length > 1 ? 'multiple' : 'single', key, explanation: '', misconceptions: {} })
const truth = (key: boolean): QuestionKey => ({ kind: 'true-false', key, explanation: '', misconceptions: {} })

describe('gradeAnswer', () => {
  test('several choices are right only when exactly the right ones are chosen', () => {
    const key = choice(['a', 'c'])
    expect(gradeAnswer(key, { kind: 'choice', options: ['c', 'a'] })).toBe(true)
    expect(gradeAnswer(key, { kind: 'choice', options: ['a'] })).toBe(false)
    expect(gradeAnswer(key, { kind: 'choice', options: ['a', 'b', 'c'] })).toBe(false)
  })
  test('choosing one right option twice is not two right options', () => {
    expect(gradeAnswer(choice(['a', 'c']), { kind: 'choice', options: ['a', 'a'] })).toBe(false)
  })
  test('no answer and an answer of another kind are wrong', () => {
    expect(gradeAnswer(choice(['a']), null)).toBe(false)
    expect(gradeAnswer(choice(['a']), { kind: 'true-false', value: true })).toBe(false)
    expect(gradeAnswer(truth(false), { kind: 'choice', options: [] })).toBe(false)
    expect(gradeAnswer(truth(false), { kind: 'true-false', value: false })).toBe(true)
  })
  test('the order of the options does not matter', () => {
    const options = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { minLength: 1 })
    fc.assert(
      fc.property(options, options, fc.integer(), (key, chosen, turn) => {
        const rotated = chosen.map((_, i) => chosen[(i + Math.abs(turn)) % chosen.length] as string)
        expect(gradeAnswer(choice(key), { kind: 'choice', options: rotated })).toBe(gradeAnswer(choice(key), { kind: 'choice', options: chosen }))
      }),
    )
  })
})
