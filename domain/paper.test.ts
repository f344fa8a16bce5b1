import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Candidate, drawExam, drawPractice, drawQuiz } from './paper'

const candidate = (section: string, n: number, critical = false): Candidate => ({
  itemId: `q-${section}-${n}`,
  hash: `${section}/${n}`,
  section,
  chapter: section[0] ?? '',
  rule: `${section}.1`,
  critical,
  optionIds: ['a', 'b', 'c'],
  marked: true,
})
const pool = Array.from({ length: 23 }, (_, s) => Array.from({ length: 3 }, (_, n) => candidate(`s${s}`, n, s % 2 === 0))).flat()

describe('drawExam', () => {
  test('covers every section, has no item twice and exactly the number asked for, for any person and seed', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), fc.integer({ min: 1, max: 4 }), (seed, person, sitting) => {
        const ids = drawExam(pool, 30, seed, person, sitting).items
        expect(new Set(ids.map((item) => item.itemId)).size).toBe(30)
        expect(new Set(ids.map((item) => item.section)).size).toBe(23)
      }),
    )
  })
  test('the same seed gives the same paper', () => {
    expect(drawExam(pool, 30, 'seed', 'person', 1)).toEqual(drawExam(pool, 30, 'seed', 'person', 1))
  })
  test('a retake brings another item of every section', () => {
    const first = drawExam(pool, 23, 'one', 'person', 1).items.map((item) => item.itemId)
    const second = drawExam(pool, 23, 'two', 'person', 2).items.map((item) => item.itemId)
    expect(first.filter((id) => second.includes(id))).toEqual([])
  })
  test('refuses a pool that cannot fill the paper', () => {
    expect(() => drawExam(pool.slice(0, 20), 30, 's', 'p', 1)).toThrow()
  })
})

test('a quiz spreads over the sections of its chapter', () => {
  const items = drawQuiz(
    [...Array.from({ length: 8 }, (_, n) => candidate('x', n)), ...Array.from({ length: 4 }, (_, n) => candidate('y', n))],
    8,
    'seed',
  ).items
  expect(items.filter((item) => item.section === 'y')).toHaveLength(4)
})

test('practice asks first what was answered wrong', () => {
  const items = drawPractice(pool, ['q-s3-1', 'q-s7-2', 'gone'], 5, 'seed').items.map((item) => item.itemId)
  expect(items).toHaveLength(5)
  expect(items).toEqual(expect.arrayContaining(['q-s3-1', 'q-s7-2']))
})
