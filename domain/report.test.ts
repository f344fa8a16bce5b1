import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  completionPercent,
  daysOverdue,
  errorPercent,
  figuresOf,
  heatStep,
  type MemberState,
  memberState,
  noFigures,
  rateBase,
  shownNumber,
  sumFigures,
} from './report'

const state = fc.constantFrom<MemberState>('waived', 'completed', 'in-progress', 'not-started')
const member = fc.record({ state, overdue: fc.boolean(), certified: fc.boolean() })

describe('where a person stands', () => {
  it('waived comes first, then completed, then begun', () => {
    expect(memberState({ waived: true, completed: true, begun: true })).toBe('waived')
    expect(memberState({ waived: false, completed: true, begun: false })).toBe('completed')
    expect(memberState({ waived: false, completed: false, begun: true })).toBe('in-progress')
    expect(memberState({ waived: false, completed: false, begun: false })).toBe('not-started')
  })
})

describe('figures', () => {
  it('add up, whoever is counted', () => {
    fc.assert(
      fc.property(fc.array(member), (members) => {
        const figures = figuresOf(members)
        expect(figures.completed + figures.inProgress + figures.notStarted).toBe(rateBase(figures))
        expect(figures.overdue).toBeLessThanOrEqual(figures.inProgress + figures.notStarted)
        expect(figures.certified).toBeLessThanOrEqual(rateBase(figures))
      }),
    )
  })
  it('of the parts are the figures of the whole', () => {
    fc.assert(
      fc.property(fc.array(fc.array(member)), (parts) => {
        expect(sumFigures(parts.map(figuresOf))).toEqual(figuresOf(parts.flat()))
      }),
    )
  })
})

describe('rate', () => {
  const of = (required: number, waived: number, completed: number) => completionPercent({ ...noFigures, required, waived, completed })
  it('is completed ÷ (required − waived)', () => expect(of(412, 4, 351)).toBe(86))
  it('is nothing when nobody is required', () => expect(of(3, 3, 0)).toBeNull())
  it('is 100 for all only, and 0 for none only', () => {
    expect(of(1000, 0, 999)).toBe(99)
    expect(of(1000, 0, 1000)).toBe(100)
    expect(of(1000, 0, 1)).toBe(1)
    expect(of(1000, 0, 0)).toBe(0)
  })
})

describe('heat', () => {
  it('is silent below five people', () => {
    expect(errorPercent({ people: 4, answers: 400, wrong: 100 })).toBeNull()
    expect(errorPercent({ people: 5, answers: 400, wrong: 100 })).toBe(25)
  })
  it.each([
    [0, 1],
    [9, 1],
    [10, 2],
    [33, 4],
    [49, 5],
    [50, 6],
    [100, 6],
  ])('%i%% is step %i', (percent, step) => expect(heatStep(percent)).toBe(step))
})

describe('number shown', () => {
  it('is the staff number, else the end of the phone number', () => {
    expect(shownNumber(['13800000926', '004417'])).toBe('004417')
    expect(shownNumber(['13800000926'])).toBe('尾号0926')
    expect(shownNumber([])).toBe('')
  })
})

it('days overdue follow Shanghai’s calendar', () => {
  expect(daysOverdue('2026-11-21', new Date('2026-11-22T16:30:00Z'))).toBe(2)
})
