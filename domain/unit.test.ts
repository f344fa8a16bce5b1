import { describe, expect, test } from 'vitest'
import {
  changeUnitBody,
  mayStandBelow,
  outline,
  refusalOfChange,
  refusalOfClose,
  refusalOfCreate,
  refusalOfMerge,
  refusalOfMove,
  refusalOfReopen,
  type TreeUnit,
  tellUnitChange,
  type UnitType,
  unitTypes,
} from './unit'

const unit = (id: string, parentId: string | null, type: UnitType, more: Partial<TreeUnit> = {}): TreeUnit => ({
  id,
  parentId,
  type,
  name: id,
  sort: 0,
  active: true,
  ...more,
})
/** p ─ a ─ a1, a2 (offices below a1); p ─ b ─ b1; p ─ d */
const tree = [
  unit('p', null, 'province'),
  unit('a', 'p', 'city'),
  unit('a1', 'a', 'county'),
  unit('a11', 'a1', 'sales_office'),
  unit('b', 'p', 'city'),
  unit('b1', 'b', 'county'),
  unit('d', 'p', 'department'),
]
const changed = (id: string, to: Partial<TreeUnit>) => tree.map((entry) => (entry.id === id ? { ...entry, ...to } : entry))
const reason = (refusal: { reason: string } | null) => refusal?.reason ?? null

test('levels may be skipped and are never turned round; departments hold departments only', () => {
  for (const type of unitTypes)
    for (const parent of unitTypes) {
      const expected = type === 'department' || (parent !== 'department' && unitTypes.indexOf(type) > unitTypes.indexOf(parent))
      expect(mayStandBelow(type, parent), `${type} below ${parent}`).toBe(expected)
    }
  expect(mayStandBelow('city', null)).toBe(true)
  expect(mayStandBelow('department', null)).toBe(false)
})

test('a new unit fits its level, has a name of its own there and an open unit above', () => {
  expect(refusalOfCreate(tree, 'p', { type: 'sales_office', name: '直属' })).toBeNull()
  expect(reason(refusalOfCreate(tree, 'a1', { type: 'city', name: 'x' }))).toBe('wrong-level')
  expect(reason(refusalOfCreate(tree, 'p', { type: 'city', name: 'a' }))).toBe('name-taken')
  expect(reason(refusalOfCreate(changed('b', { active: false }), 'b', { type: 'county', name: 'x' }))).toBe('closed')
})

test('a change is judged by what changes', () => {
  expect(refusalOfChange(tree, 'a', { name: 'a', type: 'city' })).toBeNull()
  expect(reason(refusalOfChange(tree, 'a', { name: 'b', type: 'city' }))).toBe('name-taken')
  expect(reason(refusalOfChange(tree, 'a', { name: 'a', type: 'county' }))).toBe('wrong-level')
  expect(reason(refusalOfChange(tree, 'a1', { name: 'a1', type: 'city' }))).toBe('wrong-level')
  expect(refusalOfChange(changed('a1', { active: false }), 'a', { name: 'a', type: 'county' })).toBeNull()
  // A county below an office came in by a roster: it may still be renamed.
  expect(refusalOfChange([...tree, unit('odd', 'a11', 'county')], 'odd', { name: 'even', type: 'county' })).toBeNull()
})

test('no unit comes to stand below itself', () => {
  for (const to of ['a', 'a1', 'a11']) expect(reason(refusalOfMove(tree, 'a', to))).toBe('below-itself')
  expect(refusalOfMove(tree, 'a1', 'b')).toBeNull()
  expect(reason(refusalOfMove(tree, 'a', 'b'))).toBe('wrong-level')
  expect(reason(refusalOfMove([...tree, unit('x', 'b', 'county', { name: 'a1' })], 'a1', 'b'))).toBe('name-taken')
  expect(refusalOfMove(changed('a1', { active: false }), 'a1', 'b')).toBeNull()
})

describe('a merge', () => {
  test('takes in a like, a lower or an upper unit', () => {
    expect(refusalOfMerge(tree, 'a', 'b')).toBeNull()
    expect(refusalOfMerge(tree, 'a1', 'a')).toBeNull()
    expect(refusalOfMerge(tree, 'b1', 'a1')).toBeNull()
    expect(refusalOfMerge(tree, 'd', 'a')).toBeNull()
  })
  test('is refused into itself, its own branches, a closed unit and where what comes along does not fit', () => {
    expect(reason(refusalOfMerge(tree, 'a', 'a'))).toBe('below-itself')
    expect(reason(refusalOfMerge(tree, 'a', 'a1'))).toBe('below-itself')
    expect(reason(refusalOfMerge(changed('b', { active: false }), 'a', 'b'))).toBe('closed')
    expect(reason(refusalOfMerge(changed('a', { active: false }), 'a', 'b'))).toBe('closed')
    expect(reason(refusalOfMerge(tree, 'a', 'd'))).toBe('wrong-level')
  })
  test('puts no namesakes beside each other', () => {
    expect(reason(refusalOfMerge(changed('b1', { name: 'a1' }), 'a', 'b'))).toBe('name-taken')
    expect(reason(refusalOfMerge(changed('b1', { name: 'a' }), 'a', 'b'))).toBe('name-taken')
    expect(reason(refusalOfMerge(changed('a11', { name: 'a1' }), 'a1', 'a'))).toBe('name-taken')
  })
})

test('only what is empty closes, and the last at the top never', () => {
  expect(refusalOfClose(tree, 'a11', 0)).toBeNull()
  expect(refusalOfClose(tree, 'a11', 3)?.message).toContain('3人')
  expect(reason(refusalOfClose(tree, 'a1', 0))).toBe('units-below')
  expect(refusalOfClose(changed('a11', { active: false }), 'a1', 0)).toBeNull()
  expect(reason(refusalOfClose([unit('p', null, 'province')], 'p', 0))).toBe('last-root')
  expect(refusalOfClose([unit('p', null, 'province'), unit('q', null, 'province')], 'p', 0)).toBeNull()
})

test('what was closed opens below an open unit that it fits', () => {
  expect(refusalOfReopen(changed('a1', { active: false }), 'a1')).toBeNull()
  expect(
    reason(
      refusalOfReopen(
        tree.map((entry) => ({ ...entry, active: false })),
        'a1',
      ),
    ),
  ).toBe('closed')
  // Merged city into city: it has to be moved first.
  expect(reason(refusalOfReopen(changed('a', { parentId: 'b', active: false }), 'a'))).toBe('wrong-level')
})

test('the outline counts people with those below', () => {
  const shown = outline(
    tree,
    new Map([
      ['p', 1],
      ['a', 2],
      ['a11', 4],
      ['b1', 8],
    ]),
  )
  expect(shown.map(({ id, depth, people }) => `${id}${depth}:${people}`)).toEqual(['p0:15', 'a1:6', 'a12:4', 'a113:4', 'b1:8', 'b12:8', 'd1:0'])
})

test('a name is trimmed, short, and no path', () => {
  const parse = (name: string) => changeUnitBody.safeParse({ name, type: 'county', sort: 0 })
  expect(parse('　槐安  支公司 ').data?.name).toBe('槐安 支公司')
  for (const name of ['', ' ', '甲/乙', '甲／乙', '甲\u200b', 'x'.repeat(41)]) expect(parse(name).error?.issues[0]?.message, name).toMatch(/[一-鿿]/)
})

test('the history tells what happened in words', () => {
  const tell = (action: string, before: unknown, after: unknown) => tellUnitChange({ action, before, after }, (id) => `<${id}>`)
  expect(tell('unit.changed', { name: '甲', sort: 1 }, { name: '乙', sort: 2 })).toBe('改名：甲 → 乙；改顺序：1 → 2')
  expect(tell('unit.moved', { parentName: '甲' }, { parentName: '乙', units: 2, people: 9 })).toBe('移动：甲 → 乙，下级机构2个，9人')
  expect(tell('manager.dismissed', { personId: 'x' }, null)).toBe('免去经理：<x>')
  expect(tell('unit.unheard-of', null, null)).toBe('unit.unheard-of')
})
