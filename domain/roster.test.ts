import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDay } from './person'
import {
  columnLetters,
  countPlan,
  dryRunRows,
  type KnownPerson,
  leaversNeedConfirming,
  planRoster,
  type RosterPerson,
  type RosterState,
  readRoster,
  rosterOutcomes,
  unitKindOf,
} from './roster'

const header = ['登录名(可多个)', '姓名', '机构路径', '岗位', '服务环节', '人员类别', '入职日期', '状态', '经理', '手机', '邮箱']
const good = ['007001；13800000001', '吴桐', '北原省分公司/清川市分公司/槐安支公司', '柜面客服', '咨询', '员工', '2026-11-02', '在岗', '', '13800000001', '']
const read = (...rows: string[][]) =>
  readRoster(
    [header, ...rows].map((cells, i) => ({ line: i + 1, cells })),
    '2026-11-24',
  )
const faultsOf = (change: Record<number, string>) => read(good.map((cell, i) => change[i] ?? cell)).faults.map(({ column, reason }) => `${column}：${reason}`)

describe('a row', () => {
  it('reads, with leading zeros and several login names', () => {
    expect(read(good)).toMatchObject({
      bad: [],
      faults: [],
      places: { 登录名: 0, 邮箱: 10 },
      people: [
        {
          line: 2,
          loginNames: ['007001', '13800000001'],
          name: '吴桐',
          unitPath: ['北原省分公司', '清川市分公司', '槐安支公司'],
          position: '柜面客服',
          serviceStage: '咨询',
          staffKind: 'staff',
          hiredOn: '2026-11-02',
          status: 'active',
          manager: null,
          phone: '13800000001',
          mail: null,
        },
      ],
    })
  })
  it.each<[string, Record<number, string>, RegExp]>([
    ['no name', { 1: ' ' }, /^姓名：没有填写$/],
    ['a formula for a name', { 1: "=cmd|'1'" }, /^姓名：.*符号$/],
    ['a broken character', { 1: '吴\uFFFD' }, /^姓名：/],
    ['no login name', { 0: '；' }, /^登录名：没有填写$/],
    ['a number that a spreadsheet spoiled', { 0: '1.38E+10' }, /科学计数/],
    ['no unit', { 2: '/' }, /^机构路径：没有填写$/],
    ['an unknown stage', { 4: '客服' }, /只能写展业、承保/],
    ['an unknown kind', { 5: '正式' }, /只能写员工、个人代理/],
    ['a day that does not exist', { 6: '2026-02-30' }, /不是日期/],
    ['a day of another century', { 6: '1026-11-02' }, /不合常理/],
    ['an unknown status', { 7: '在职' }, /只能写在岗、休假、离职/],
    ['a short phone number', { 9: '1380000' }, /11位/],
    ['half a mail address', { 10: 'wu@' }, /邮箱地址/],
    ['a word of the object prototype', { 7: 'constructor' }, /不认识/],
  ])('is refused with %s', (_name, change, reason) => {
    const faults = faultsOf(change)
    expect(faults.length).toBeGreaterThan(0)
    expect(faults[0]).toMatch(reason)
  })
  it('may not repeat a login name of another row, however it is written', () => {
    expect(read(good, ['００７００１', ...good.slice(1)]).faults).toEqual([{ line: 3, column: '登录名', cell: 'A3', reason: '“007001”与第2行重复' }])
  })
  it('that is empty is no row', () => expect(read(good, ['', ' ', '']).people).toHaveLength(1))
  it('never stops the reading, whatever is in it', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { maxLength: 12 }), { maxLength: 4 }), (rows) => {
        const { people, faults } = readRoster(
          [header, ...rows].map((cells, i) => ({ line: i + 1, cells })),
          '2026-11-24',
        )
        expect(people.length + faults.length).toBeGreaterThan(0)
      }),
      { numRuns: 30 },
    )
  })
})

it('headers: unknown, missing and repeated ones are named', () => {
  const reasons = readRoster([{ line: 1, cells: ['登录名', '姓名', '姓名', '工资'] }], '2026-11-24').faults.map((fault) => fault.reason)
  expect(reasons.join()).toMatch(/“姓名”出现了两次.*不认识“工资”.*缺少“机构路径”/)
})

it.each([
  ['2026-1-5', '2026-01-05'],
  ['2026/01/05', '2026-01-05'],
  ['2026年1月5日', '2026-01-05'],
  ['20260105', '2026-01-05'],
  ['2024-02-29', '2024-02-29'],
  ['2026-02-29', null],
  ['45678', null],
])('%s is the day %s', (text, day) => expect(readDay(text)).toBe(day))

it.each([
  ['北原省分公司（示例）', 0, 'province'],
  ['清川市分公司（示例）', 1, 'city'],
  ['槐安支公司', 2, 'county'],
  ['城关营销服务部', 2, 'service_office'],
  ['直属营业部', 2, 'sales_office'],
  ['客户服务管理部', 1, 'department'],
])('%s is a unit of its kind', (name, depth, kind) => expect(unitKindOf(name, depth)).toBe(kind))

describe('a plan', () => {
  const units = [
    { id: 'p', parentId: null, name: '北原省分公司', sort: 0, active: true },
    { id: 'c', parentId: 'p', name: '清川市分公司', sort: 3, active: true },
  ]
  const known: KnownPerson = {
    id: 'wu',
    loginNames: ['007001'],
    name: '吴桐',
    unitId: 'c',
    position: '柜面客服',
    serviceStage: '咨询',
    staffKind: 'staff',
    hiredOn: '2026-11-02',
    status: 'active',
    managedUnitIds: ['c'],
    holds: null,
    phone: '13800000001',
    mail: null,
  }
  const row: RosterPerson = {
    line: 2,
    loginNames: ['007001'],
    name: '吴桐',
    unitPath: ['北原省分公司', '清川市分公司'],
    position: '柜面客服',
    serviceStage: '咨询',
    staffKind: 'staff',
    hiredOn: '2026-11-02',
    status: null,
    manager: null,
    phone: null,
    mail: null,
  }
  const asRoster = (...people: RosterPerson[]) => ({ people, bad: [], places: { 登录名: 0 } })
  const plan = (change: Partial<RosterPerson>, people: KnownPerson[] = [known], state: RosterState = { units, people, present: people.length }, full = false) =>
    planRoster(asRoster({ ...row, ...change }), state, { full })

  it('brings nobody to a closed unit, or to a new one below it', () => {
    const shut: RosterState = { units: units.map((unit) => (unit.id === 'c' ? { ...unit, active: false } : unit)), people: [], present: 0 }
    for (const unitPath of [row.unitPath, [...row.unitPath, '槐安支公司']])
      expect(plan({ unitPath }, [], shut)).toMatchObject({
        newPeople: [],
        newUnits: [],
        faults: [{ column: '机构路径', reason: expect.stringContaining('已停用') }],
      })
    expect(plan({ status: 'left' }, [known], { ...shut, people: [known] }).leaving).toHaveLength(1)
    const gone: KnownPerson = { ...known, status: 'left' }
    expect(plan({ status: 'active' }, [gone], { ...shut, people: [gone] }).faults).toMatchObject([{ column: '机构路径' }])
  })
  it('finds the same person unchanged; what the roster does not say stays', () => expect(plan({}).unchanged).toHaveLength(1))
  it('adds a login name and takes none away', () => expect(plan({ loginNames: ['13900000000', '007001'] }).changed[0]?.newLoginNames).toEqual(['13900000000']))
  it('makes the units along the path, after those beside them', () => {
    expect(plan({ loginNames: ['8'], unitPath: ['北原省分公司', '云山市分公司', '北苑支公司'] }).newUnits).toEqual([
      { key: '北原省分公司/云山市分公司', parentKey: '北原省分公司', name: '云山市分公司', type: 'city', sort: 4 },
      { key: '北原省分公司/云山市分公司/北苑支公司', parentKey: '北原省分公司/云山市分公司', name: '北苑支公司', type: 'county', sort: 0 },
    ])
  })
  it('makes no second organisation out of a slip of the pen', () =>
    expect(plan({ unitPath: ['北原省公司'] }).faults[0]?.reason).toMatch(/要从“北原省分公司”写起/))
  it('whoever moves gives up the unit they managed', () => {
    const [changed] = plan({ unitPath: ['北原省分公司'] }).changed
    expect(changed?.dropManagerOf).toEqual(['c'])
    expect(changed?.addManagerOf).toBeNull()
  })
  it('whoever leaves gives up all they managed', () =>
    expect(plan({ status: 'left', manager: true }).leaving[0]).toMatchObject({ dropManagerOf: ['c'], addManagerOf: null }))
  it('a login name does not pass to somebody else', () => expect(plan({ name: '李四' }).faults[0]?.reason).toMatch(/在库中是“吴桐”/))
  it('one row cannot be two people', () =>
    expect(plan({ loginNames: ['007001', '8'] }, [known, { ...known, id: 'li', name: '李四', loginNames: ['8'] }]).faults[0]?.reason).toMatch(/分属库中两个人/))
  it('two rows cannot be one person', () => {
    const two = { ...known, loginNames: ['007001', '8'] }
    expect(planRoster(asRoster(row, { ...row, line: 3, loginNames: ['8'] }), { units, people: [two], present: 1 }, { full: false }).faults).toEqual([
      { line: 3, column: '登录名', cell: 'A3', reason: '与第2行是同一个人，请合成一行' },
    ])
  })
  it('warns of a name that the certificate’s font lacks', () => expect(plan({ loginNames: ['8'], name: '郝𠮷' }).warnings[0]?.reason).toMatch(/“𠮷”/))
  it('passes over somebody who has left and was never here', () =>
    expect(plan({ loginNames: ['8'], status: 'left' })).toMatchObject({ newPeople: [], faults: [] }))
  it('a closed unit takes nobody new, and keeps whoever is in it', () => {
    const closed = { units: units.map((unit) => ({ ...unit, active: unit.id !== 'c' })), people: [known], present: 1 }
    expect(plan({ loginNames: ['8'] }, [known], closed).faults[0]?.reason).toMatch(/已停用/)
    expect(plan({}, [known], closed).unchanged).toHaveLength(1)
  })
  it('an administrator leaves only after giving up the role', () =>
    expect(plan({ status: 'left' }, [{ ...known, holds: 'administrator' }]).faults[0]?.reason).toMatch(/收回管理员角色/))

  describe('of a full roster', () => {
    const other = { ...known, id: 'li', name: '李四', loginNames: ['8'] }
    const full = (people: KnownPerson[], bad: { line: number; name: string; loginNames: string[] }[] = []) =>
      planRoster({ ...asRoster(row), bad }, { units, people, present: people.length }, { full: true })
    it('lets go of whoever it does not name', () => expect(full([known, other]).leaving).toMatchObject([{ line: null, id: 'li', dropManagerOf: ['c'] }]))
    it('not of whoever has left already', () => expect(full([known, { ...other, status: 'left' }]).leaving).toEqual([]))
    it('not of whoever a row names that reads badly', () => expect(full([known, other], [{ line: 3, name: '李四', loginNames: ['8'] }]).leaving).toEqual([]))
    it('not of those with a role over everything, but says so', () => {
      const { leaving, kept } = full([known, { ...other, holds: 'content_owner' }])
      expect(leaving).toEqual([])
      expect(kept).toEqual([{ name: '李四', loginNames: ['8'], holds: 'content_owner' }])
    })
  })
})

it('columns have letters as in a spreadsheet', () =>
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']))

it('more than one in twenty leaving is confirmed again', () => {
  expect(leaversNeedConfirming({ leaving: 5, presentBefore: 100 })).toBe(false)
  expect(leaversNeedConfirming({ leaving: 6, presentBefore: 100 })).toBe(true)
  expect(leaversNeedConfirming({ leaving: 0, presentBefore: 0 })).toBe(false)
})

/** The database after a plan, as far as a plan looks at it. */
function applied(plan: ReturnType<typeof planRoster>, state: RosterState): RosterState {
  const units = [...state.units]
  const keys = new Map<string, string>()
  const keyOf = (unit: (typeof units)[number]): string => {
    const parent = units.find((other) => other.id === unit.parentId)
    return parent ? `${keyOf(parent)}/${unit.name}` : unit.name
  }
  for (const { key, parentKey, name, sort } of plan.newUnits)
    units.push({
      id: `new ${key}`,
      parentId: parentKey === null ? null : (units.find((unit) => keyOf(unit) === parentKey)?.id ?? null),
      name,
      sort,
      active: true,
    })
  for (const unit of units) keys.set(keyOf(unit), unit.id)
  const place = (key: string) => keys.get(key) ?? ''
  const people = state.people.map((person) => {
    const change = [...plan.changed, ...plan.leaving].find((one) => one.id === person.id)
    if (!change) return person
    const { unitKey, ...fields } = change.fields
    const managed = person.managedUnitIds.filter((id) => !change.dropManagerOf.includes(id))
    return {
      ...person,
      ...fields,
      unitId: place(unitKey),
      loginNames: [...person.loginNames, ...change.newLoginNames],
      managedUnitIds: change.addManagerOf ? [...managed, place(change.addManagerOf)] : managed,
    }
  })
  const fresh = plan.newPeople.map(({ name, loginNames, fields: { unitKey, ...fields }, manages }) => ({
    id: `new ${loginNames[0]}`,
    name,
    loginNames,
    ...fields,
    unitId: place(unitKey),
    managedUnitIds: manages ? [place(unitKey)] : [],
    holds: null,
  }))
  const all = [...people, ...fresh]
  return { units, people: all, present: all.filter((person) => person.status !== 'left').length }
}

it('what was just imported, imported again, changes nothing; every row of the roster is shown once', () => {
  const unit = fc.constantFrom('北原省分公司', '北原省分公司/清川市分公司', '北原省分公司/清川市分公司/槐安支公司', '北原省分公司/云山市分公司')
  const rosterRow = fc.record({
    login: fc.integer({ min: 1, max: 12 }),
    second: fc.option(fc.integer({ min: 1, max: 12 }), { nil: null }),
    unit,
    stage: fc.constantFrom('咨询', '理赔'),
    status: fc.constantFrom('', '在岗', '休假', '离职'),
    manager: fc.constantFrom('', '是', '否'),
    phone: fc.constantFrom('', '13800000001', '13800000002'),
  })
  const file = fc.uniqueArray(rosterRow, { selector: (one) => one.login, maxLength: 8 })
  fc.assert(
    fc.property(fc.array(file, { minLength: 1, maxLength: 4 }), fc.boolean(), (files, full) => {
      let state: RosterState = { units: [{ id: 'p', parentId: null, name: '北原省分公司', sort: 0, active: true }], people: [], present: 0 }
      for (const rows of files) {
        const records = rows.map((one, i) => ({
          line: i + 2,
          cells: [
            [`0${one.login}`, ...(one.second ? [`X${one.second}`] : [])].join('；'),
            '吴桐',
            one.unit,
            '柜面客服',
            one.stage,
            '员工',
            '2026-11-02',
            one.status,
            one.manager,
            one.phone,
            '',
          ],
        }))
        const roster = readRoster([{ line: 1, cells: header }, ...records], '2026-11-24')
        const plan = planRoster(roster, state, { full })
        const shown = dryRunRows(roster, plan)
        const counts = countPlan(roster, plan)
        expect(
          shown
            .flatMap(({ line }) => (line !== null && line > 1 ? [line] : []))
            .filter((line) => line <= rows.length + 1)
            .sort((a, b) => a - b),
        ).toEqual(records.map(({ line }) => line))
        for (const outcome of rosterOutcomes) expect(shown.filter((entry) => entry.outcome === outcome)).toHaveLength(counts[outcome])
        expect(shown.filter((entry) => entry.warned)).toHaveLength(counts.warned)
        if (roster.faults.length + plan.faults.length > 0) continue
        state = applied(plan, state)
        const again = planRoster(roster, state, { full })
        expect({ ...again, unchanged: [], warnings: [], presentBefore: 0 }).toEqual({
          newUnits: [],
          newPeople: [],
          changed: [],
          leaving: [],
          unchanged: [],
          kept: [],
          faults: [],
          warnings: [],
          presentBefore: 0,
        })
      }
    }),
  )
})
