import { describe, expect, it } from 'vitest'
import { type AssignmentRule, type Candidate, dueOnFor, fits } from './assignment'

const city = '01990000-0000-7000-8000-000000000001'
const person: Candidate = {
  status: 'active',
  staffKind: 'staff',
  serviceStage: '理赔',
  unitPath: `/01990000-0000-7000-8000-000000000000/${city}/`,
  hiredOn: '2026-03-01',
}

describe('who is a member', () => {
  const cases: [string, AssignmentRule, Partial<Candidate>, boolean][] = [
    ['everyone active', {}, {}, true],
    ['nobody on leave', {}, { status: 'on_leave' }, false],
    ['nobody who left', {}, { status: 'left' }, false],
    ['only agents', { staffKinds: ['agent'] }, {}, false],
    ['a stage that fits', { serviceStages: ['咨询', '理赔'] }, {}, true],
    ['a stage that does not', { serviceStages: ['咨询'] }, {}, false],
    ['a unit above', { unitIds: [city] }, {}, true],
    ['another unit', { unitIds: ['01990000-0000-7000-8000-000000000009'] }, {}, false],
    ['hired on the very day', { hiredFrom: '2026-03-01' }, {}, true],
    ['hired the day before', { hiredFrom: '2026-03-02' }, {}, false],
    ['every condition must fit', { unitIds: [city], staffKinds: ['agent'] }, {}, false],
  ]
  it.each(cases)('%s', (_name, rule, change, expected) => {
    expect(fits(rule, { ...person, ...change })).toBe(expected)
  })
})

describe('due date', () => {
  it('is the round’s, while that leaves two weeks', () => expect(dueOnFor('2026-12-31', '2026-12-01')).toBe('2026-12-31'))
  it('is two weeks off for whoever joins late', () => expect(dueOnFor('2026-12-10', '2026-12-01')).toBe('2026-12-15'))
})
