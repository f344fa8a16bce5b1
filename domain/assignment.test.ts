import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AssignmentRule,
  type Candidate,
  decideExtension,
  decideWaiver,
  dueOnAfterChange,
  dueOnFor,
  fits,
  refuseDueDate,
  refuseSchedule,
  ruleInWords,
  yearlyRound,
} from './assignment'
import { addDays, addYears } from './time'

const city = '01990000-0000-7000-8000-000000000001'
const person: Candidate = {
  status: 'active',
  staffKind: 'staff',
  position: '理赔内勤',
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
    ['staff and agents', { staffKinds: ['staff', 'agent'] }, {}, true],
    ['a position that fits', { positions: ['柜面客服', '理赔内勤'] }, {}, true],
    ['a position that only begins alike', { positions: ['理赔内'] }, {}, false],
    ['a stage that fits', { serviceStages: ['咨询', '理赔'] }, {}, true],
    ['a stage that does not', { serviceStages: ['咨询'] }, {}, false],
    ['a unit above', { unitIds: [city] }, {}, true],
    ['a unit further below', { unitIds: [city] }, { unitPath: `${person.unitPath}01990000-0000-7000-8000-000000000005/` }, true],
    ['another unit', { unitIds: ['01990000-0000-7000-8000-000000000009'] }, {}, false],
    ['one of two units', { unitIds: ['01990000-0000-7000-8000-000000000009', city] }, {}, true],
    ['hired on the very day', { hiredFrom: '2026-03-01' }, {}, true],
    ['hired the day before', { hiredFrom: '2026-03-02' }, {}, false],
    ['every condition must fit', { unitIds: [city], staffKinds: ['agent'] }, {}, false],
  ]
  it.each(cases)('%s', (_name, rule, change, expected) => {
    expect(fits(rule, { ...person, ...change })).toBe(expected)
  })
})

describe('a rule in words', () => {
  const cases: [AssignmentRule, string[], string][] = [
    [{}, [], '全体在岗人员'],
    [{ staffKinds: ['agent'] }, [], '全体个人代理营销员'],
    [{ staffKinds: ['staff', 'agent'], unitIds: [city] }, ['柳河市分公司'], '柳河市分公司的在岗人员'],
    [
      { staffKinds: ['staff'], positions: ['柜面客服'], serviceStages: ['咨询', '理赔'], hiredFrom: '2026-01-01' },
      [],
      '全体员工，岗位：柜面客服，服务环节：咨询、理赔，2026年1月1日起入职',
    ],
    [{ unitIds: [city, city, city, city, city] }, ['甲', '乙', '丙', '丁', '戊'], '甲、乙、丙等5个机构的在岗人员'],
  ]
  it.each(cases)('%j', (rule, names, expected) => expect(ruleInWords(rule, names)).toBe(expected))
})

const round = { opensOn: '2026-12-01', dueOn: '2026-12-31', graceDays: 14 }

describe('due date', () => {
  it('is the round’s, while that leaves the days of grace', () => expect(dueOnFor(round, '2026-12-17')).toBe('2026-12-31'))
  it('is as far off as the grace for whoever joins late', () => expect(dueOnFor(round, '2026-12-20')).toBe('2027-01-03'))
  it('is the round’s for whoever is there at the opening, however short', () =>
    expect(dueOnFor({ ...round, dueOn: '2026-12-05' }, '2026-12-01')).toBe('2026-12-05'))

  const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2026-06-01', days))
  it('of any joiner is never before the round’s, nor sooner than the grace', () => {
    fc.assert(
      fc.property(day, day, day, fc.integer({ min: 0, max: 90 }), (opensOn, dueOn, joinedOn, graceDays) => {
        const own = dueOnFor({ opensOn, dueOn, graceDays }, joinedOn)
        expect(own >= dueOn).toBe(true)
        if (joinedOn > opensOn) expect(own >= addDays(joinedOn, graceDays)).toBe(true)
      }),
    )
  })

  it('follows a change of the round, later or earlier', () => {
    expect(dueOnAfterChange('2026-12-31', '2026-12-01', round, { ...round, dueOn: '2027-01-20' })).toBe('2027-01-20')
    expect(dueOnAfterChange('2026-12-31', '2026-12-01', round, { ...round, dueOn: '2026-12-20' })).toBe('2026-12-20')
  })
  it('keeps a day of one’s own, unless the round’s is later now', () => {
    expect(dueOnAfterChange('2027-02-15', '2026-12-01', round, { ...round, dueOn: '2027-01-20' })).toBe('2027-02-15')
    expect(dueOnAfterChange('2027-01-10', '2026-12-01', round, { ...round, dueOn: '2027-01-20' })).toBe('2027-01-20')
    expect(dueOnAfterChange('2027-01-10', '2026-12-01', round, { ...round, dueOn: '2026-12-20' })).toBe('2027-01-10')
  })
  it('leaves a late joiner the days of grace when the round’s comes forward', () =>
    expect(dueOnAfterChange('2026-12-31', '2026-12-15', round, { ...round, dueOn: '2026-12-20' })).toBe('2026-12-29'))
  it('after any change leaves nobody less than the round gives, and back again is where it was', () => {
    fc.assert(
      fc.property(day, day, day, fc.integer({ min: 0, max: 90 }), (before, after, joinedOn, graceDays) => {
        const [old, next] = [before, after].map((dueOn) => ({ opensOn: '2026-06-01', dueOn, graceDays })) as [typeof round, typeof round]
        const given = dueOnFor(old, joinedOn)
        const moved = dueOnAfterChange(given, joinedOn, old, next)
        expect(moved).toBe(dueOnFor(next, joinedOn))
        expect(dueOnAfterChange(moved, joinedOn, next, old)).toBe(given)
      }),
    )
  })
})

describe('every year', () => {
  const first = { opensOn: '2026-03-01', dueOn: '2026-03-31' }
  it('on the day of the first opening, not a day before', () => {
    expect(yearlyRound(first, '2026-02-28')).toBeNull()
    expect(yearlyRound(first, '2026-03-01')).toEqual({ label: '2026', ...first })
    expect(yearlyRound(first, '2027-02-28')).toEqual({ label: '2026', ...first })
    expect(yearlyRound(first, '2027-03-01')).toEqual({ label: '2027', opensOn: '2027-03-01', dueOn: '2027-03-31' })
  })
  it('a missed day is made up for, a missed year is not made', () => {
    expect(yearlyRound(first, '2027-11-30')?.label).toBe('2027')
    expect(yearlyRound(first, '2029-01-05')?.label).toBe('2028')
  })
  it('29 February opens on the 28th where there is none, and again on the 29th', () => {
    const leap = { opensOn: '2028-02-29', dueOn: '2028-03-31' }
    expect(yearlyRound(leap, '2029-02-28')).toMatchObject({ opensOn: '2029-02-28' })
    expect(yearlyRound(leap, '2032-02-28')).toMatchObject({ label: '2031' })
    expect(yearlyRound(leap, '2032-02-29')).toMatchObject({ opensOn: '2032-02-29' })
  })
  it('over the turn of the year the due date stays as far off', () =>
    expect(yearlyRound({ opensOn: '2026-12-15', dueOn: '2027-01-31' }, '2027-12-20')).toEqual({ label: '2027', opensOn: '2027-12-15', dueOn: '2028-01-31' }))
})

describe('days that cannot be', () => {
  const today = '2026-12-10'
  const cases: [string, { opensOn: string; dueOn: string }, string | undefined][] = [
    ['today to the end of the year', { opensOn: today, dueOn: '2026-12-31' }, undefined],
    ['one day', { opensOn: today, dueOn: today }, undefined],
    ['opens yesterday', { opensOn: '2026-12-09', dueOn: '2026-12-31' }, 'opening-past'],
    ['opens in two years', { opensOn: '2028-12-11', dueOn: '2028-12-31' }, 'opening-late'],
    ['due before it opens', { opensOn: '2026-12-20', dueOn: '2026-12-19' }, 'due-before-opening'],
    ['a year less a day', { opensOn: today, dueOn: '2027-12-09' }, undefined],
    ['a whole year', { opensOn: today, dueOn: '2027-12-10' }, 'due-late'],
  ]
  it.each(cases)('%s', (_name, schedule, reason) => expect(refuseSchedule(schedule, today)?.reason).toBe(reason))
  it('a round under way cannot fall due yesterday', () => expect(refuseDueDate({ opensOn: '2026-12-01', dueOn: '2026-12-09' }, today)?.reason).toBe('due-past'))
  it('29 February and a year', () => expect(addYears('2028-02-29', 1)).toBe('2029-02-28'))
})

describe('adjusting members', () => {
  const today = '2026-12-10'
  const member = { dueOn: '2026-12-31', waived: false, completed: false }
  it('extends whoever is not done to a later day', () => {
    const done = { ...member, completed: true }
    expect(decideExtension([member, done, { ...member, waived: true }], '2027-01-15', today)).toEqual([member])
  })
  it('the same day again changes nothing', () => expect(decideExtension([member], '2026-12-31', today)).toEqual([]))
  it('never shortens, never goes back, never beyond a year', () => {
    expect(decideExtension([member], '2026-12-30', today)).toMatchObject({ reason: 'shorter' })
    expect(decideExtension([{ ...member, dueOn: '2026-11-30' }], '2026-12-09', today)).toMatchObject({ reason: 'past' })
    expect(decideExtension([member], '2027-12-11', today)).toMatchObject({ reason: 'too-late' })
  })
  it('what is done needs neither', () => {
    expect(decideExtension([{ ...member, completed: true }], '2027-01-15', today)).toMatchObject({ reason: 'nothing-open' })
    expect(decideWaiver([{ ...member, completed: true }], true)).toMatchObject({ reason: 'nothing-open' })
  })
  it('waives once, and takes back once', () => {
    const waived = { ...member, waived: true }
    expect(decideWaiver([member, waived], true)).toEqual([member])
    expect(decideWaiver([member, waived], false)).toEqual([waived])
  })
})
