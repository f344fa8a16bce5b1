import fc from 'fast-check'
import { expect, test } from 'vitest'
import { actionLabel, auditSearch, changesOf, changeText, idsIn, valueInWords } from './audit'

const unit = '01990000-0000-7000-8000-000000000001'
const nameOf = (id: string) => (id === unit ? '槐安支公司' : undefined)
const lines = (before: unknown, after: unknown) => changesOf(before, after, nameOf).map(changeText)

test('what is the same is left out; one side alone is told as it is', () => {
  expect(lines({ status: 'valid', reason: '一' }, { status: 'revoked', reason: '一' })).toEqual(['状态：有效 → 已撤销'])
  expect(lines(undefined, { expiresAt: '2026-12-05T01:05:00.000Z' })).toEqual(['有效至：2026年12月5日 09:05'])
  expect(lines({ until: '2026-12-05' }, {})).toEqual(['截止日期：2026年12月5日 → 空'])
  expect(lines(null, null)).toEqual([])
})

test('what a line is about is told though it did not change, once', () => {
  const round = { occurrenceId: unit, round: '2026岗前培训' }
  expect(lines({ ...round, dueOn: '2026-12-01' }, { ...round, dueOn: '2026-12-05', reason: '外出' })).toEqual([
    '任务：2026岗前培训',
    '截止日期：2026年12月1日 → 2026年12月5日',
    '原因：外出',
  ])
  expect(lines(null, { unitId: unit, unitName: '槐安支公司' })).toEqual(['机构：槐安支公司'])
  expect(lines(null, { personIds: Array.from({ length: 12 }, (_, n) => `p${n}`) })).toEqual(['人员：p0、p1、p2、p3、p4、p5、p6、p7等12项'])
})

test('ids become names, values words, and what has no words stands as stored', () => {
  expect(idsIn({ before: { unitId: unit }, list: [unit, 'x'] })).toEqual([unit, unit])
  expect(valueInWords('unitId', unit, nameOf)).toBe('槐安支公司')
  expect(valueInWords('unitId', unit.replace('1', '2'), nameOf)).toMatch(/^02990000/)
  expect(valueInWords('list', [true, null, 3], nameOf)).toBe('是、空、3')
  expect(valueInWords('of', { status: 'left' }, nameOf)).toBe('状态 已离职')
  expect(actionLabel('planet.moved')).toBe('planet.moved')
})

test('whatever was stored is told in some words, and nothing throws', () => {
  fc.assert(
    fc.property(fc.option(fc.jsonValue()), fc.option(fc.dictionary(fc.string(), fc.jsonValue())), (before, after) => {
      for (const change of changesOf(before, after, nameOf)) expect(typeof changeText(change)).toBe('string')
    }),
    { numRuns: 60 },
  )
})

test('a search out of an address keeps what fits', () => {
  expect(auditSearch.parse({ person: ' 王 ', action: `x' OR 1=1`, from: '2026-13-01', to: '2026-12-01', more: '1' })).toEqual({
    person: '王',
    to: '2026-12-01',
  })
})
