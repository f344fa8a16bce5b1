import {
  cleanText as clean,
  foldPhone,
  hasControl,
  hiredOnFault,
  loginNameFault,
  mailFault,
  nameFault,
  type PersonStatus,
  phoneFault,
  positionFault,
  readDay,
  roleWords,
  serviceStages,
  splitLoginNames,
  staffWords,
  statusWords,
} from './person'
import { unprintableCharacters } from './printable'

/**
 * A roster of people as a table: read row by row, then compared with who is there. Both say what is wrong by line and column in words for
 * whoever keeps the roster; nothing is written here.
 */

export const rosterColumns = ['登录名', '姓名', '机构路径', '岗位', '服务环节', '人员类别', '入职日期', '状态', '经理', '手机', '邮箱'] as const
export type RosterColumn = (typeof rosterColumns)[number]

/** How each column is filled in: told in the template and beside the upload. */
export const columnGuide: Record<RosterColumn, { needed: boolean; how: string; example: string }> = {
  登录名: { needed: true, how: '工号、手机号或执业证号，可写几个，用“；”隔开', example: '007001；13800000001' },
  姓名: { needed: true, how: '与证件一致；少数民族姓名用“·”', example: '吴桐' },
  机构路径: { needed: true, how: '从省分公司写起，用“/”隔开；没有的机构会新建', example: '北原省分公司/清川市分公司/槐安支公司' },
  岗位: { needed: true, how: '30个字以内', example: '柜面客服' },
  服务环节: { needed: true, how: '展业、承保、理赔、咨询、投诉、回访之一', example: '咨询' },
  人员类别: { needed: true, how: '员工或个人代理', example: '员工' },
  入职日期: { needed: true, how: '年-月-日', example: '2026-01-05' },
  状态: { needed: false, how: '在岗、休假或离职；空着不改，新人算在岗', example: '在岗' },
  经理: { needed: false, how: '是：管理所在机构及下级；空着不改', example: '否' },
  手机: { needed: false, how: '11位；空着不改', example: '13800000001' },
  邮箱: { needed: false, how: '空着不改', example: 'wutong@example.com' },
}

const staffKinds = { 员工: 'staff', 个人代理: 'agent' } as const
const statuses = { 在岗: 'active', 休假: 'on_leave', 离职: 'left' } as const
const stages = Object.fromEntries(serviceStages.map((stage) => [stage, stage]))
const yesNo = { 是: true, 否: false } as const

/** What is wrong or worth knowing, where: the row as a spreadsheet counts it and, where the column is there, the cell ("C5"). */
export type Remark = { line: number; column: RosterColumn | '表头'; cell: string | null; reason: string }
/** Where each column stands, from 0. */
export type ColumnPlaces = Partial<Record<RosterColumn, number>>

/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetters(place: number): string {
  return (place >= 26 ? columnLetters(Math.floor(place / 26) - 1) : '') + String.fromCharCode(65 + (place % 26))
}
/** Address of a cell as spreadsheets write it; null when the roster has no such column. */
const cellAt = (places: ColumnPlaces, column: RosterColumn, line: number) => (places[column] === undefined ? null : `${columnLetters(places[column])}${line}`)

/** A row that reads well. Null: the roster says nothing, and what is known stays. Days are YYYY-MM-DD. */
export type RosterPerson = {
  line: number
  loginNames: string[]
  name: string
  unitPath: string[]
  position: string
  serviceStage: string
  staffKind: 'staff' | 'agent'
  hiredOn: string
  status: PersonStatus | null
  manager: boolean | null
  phone: string | null
  mail: string | null
}

const split = (cell: string, by: RegExp) => cell.split(by).map(clean).filter(Boolean)

/** Column of each header cell. A header may explain itself in brackets. */
function readHeader({ line, cells }: RosterRecord): { places: ColumnPlaces; faults: Remark[] } {
  const places: ColumnPlaces = {}
  const faults: Remark[] = []
  const fault = (reason: string, place?: number) =>
    faults.push({ line, column: '表头', cell: place === undefined ? null : `${columnLetters(place)}${line}`, reason })
  for (const [place, cell] of cells.entries()) {
    const title = clean(cell).replace(/[(（].*$/, '')
    if (title === '') continue
    const column = rosterColumns.find((name) => name === title)
    if (!column) fault(`不认识“${title.slice(0, 20)}”这一列。可用的列是：${rosterColumns.join('、')}`, place)
    else if (places[column] !== undefined) fault(`“${title}”出现了两次`, place)
    else places[column] = place
  }
  for (const column of rosterColumns) if (places[column] === undefined && columnGuide[column].needed) fault(`缺少“${column}”这一列`)
  return { places, faults }
}

/** A row of cells with the number a spreadsheet shows beside it. */
export type RosterRecord = { line: number; cells: string[] }
/** A row that does not read well: as much of it as tells whose it is. */
type BadRow = { line: number; name: string; loginNames: string[] }
export type Roster = { people: RosterPerson[]; bad: BadRow[]; faults: Remark[]; places: ColumnPlaces }

const isEmpty = ({ cells }: RosterRecord) => cells.every((cell) => clean(cell) === '')

/** Records, headers first, into people and faults. `today` as YYYY-MM-DD. */
export function readRoster(records: RosterRecord[], today: string): Roster {
  const begin = records.findIndex((record) => !isEmpty(record))
  const header = records[begin]
  if (!header) return { people: [], bad: [], faults: [{ line: 1, column: '表头', cell: null, reason: '表里一行字也没有' }], places: {} }
  const { places, faults } = readHeader(header)
  const people: RosterPerson[] = []
  const bad: BadRow[] = []
  if (faults.length > 0) return { people, bad, faults, places }
  const takenBy = new Map<string, number>()
  for (const record of records.slice(begin + 1)) {
    if (isEmpty(record)) continue
    const { line, cells } = record
    const before = faults.length
    const cellOf = (column: RosterColumn) => clean(cells[places[column] ?? -1] ?? '')
    const fault = (column: RosterColumn, reason: string | null) => {
      if (reason !== null) faults.push({ line, column, cell: cellAt(places, column, line), reason })
    }
    const text = (column: RosterColumn, faultOf: (text: string) => string | null): string => {
      const cell = cellOf(column)
      fault(column, faultOf(cell))
      return cell
    }
    const oneOf = <T>(column: RosterColumn, words: Record<string, T>): T | null => {
      const cell = cellOf(column)
      if (cell === '') return null
      if (Object.hasOwn(words, cell)) return words[cell] as T
      fault(column, `“${cell}”不认识，只能写${Object.keys(words).join('、')}`)
      return null
    }

    const loginNames = splitLoginNames(cellOf('登录名'))
    if (loginNames.length === 0) fault('登录名', '没有填写')
    for (const name of loginNames) {
      const other = takenBy.get(name)
      const found = loginNameFault(name)
      if (found) fault('登录名', found)
      else if (other !== undefined) fault('登录名', `“${name}”与第${other}行重复`)
      else takenBy.set(name, line)
    }
    const name = text('姓名', nameFault)
    const unitPath = split(cellOf('机构路径'), /[/／]/)
    if (unitPath.length === 0) fault('机构路径', '没有填写')
    for (const unit of unitPath) if ([...unit].length > 40 || hasControl(unit)) fault('机构路径', `“${unit.slice(0, 12)}”太长，或含有看不见的字符`)
    const position = text('岗位', positionFault)
    const serviceStage = oneOf('服务环节', stages)
    if (serviceStage === null && cellOf('服务环节') === '') fault('服务环节', '没有填写')
    const staffKind = oneOf('人员类别', staffKinds)
    if (staffKind === null && cellOf('人员类别') === '') fault('人员类别', '没有填写')
    const hiredOn = readDay(cellOf('入职日期'))
    if (!hiredOn) fault('入职日期', cellOf('入职日期') === '' ? '没有填写' : `“${cellOf('入职日期')}”不是日期，请写成2026-01-05`)
    else fault('入职日期', hiredOnFault(hiredOn, today))
    const status = oneOf('状态', statuses)
    const manager = oneOf('经理', yesNo)
    const phone = foldPhone(cellOf('手机'))
    fault('手机', phoneFault(phone))
    const mail = cellOf('邮箱') || null
    fault('邮箱', mailFault(mail))
    if (faults.length === before && serviceStage && staffKind && hiredOn)
      people.push({ line, loginNames, name, unitPath, position, serviceStage, staffKind, hiredOn, status, manager, phone, mail })
    else bad.push({ line, name, loginNames })
  }
  if (people.length === 0 && faults.length === 0) faults.push({ line: header.line + 1, column: '表头', cell: null, reason: '表里没有人' })
  return { people, bad, faults, places }
}

// ---- Comparing with who is there ----

/** `active`: false once closed; nobody new comes to such a unit. */
export type KnownUnit = { id: string; parentId: string | null; name: string; sort: number; active: boolean }
/** What a roster says of a person; a unit is named by its path, "甲省分公司/乙市分公司": its key. */
export type PersonFields = {
  unitKey: string
  position: string
  serviceStage: string
  staffKind: 'staff' | 'agent'
  hiredOn: string
  status: PersonStatus
  phone: string | null
  mail: string | null
}
export type KnownPerson = Omit<PersonFields, 'unitKey'> & {
  id: string
  loginNames: string[]
  name: string
  unitId: string
  managedUnitIds: string[]
  /** A role over everything: such a person leaves only by name. */
  holds: 'administrator' | 'content_owner' | null
}
/**
 * All units; at least the people who hold a login name of the roster, and for a full roster everybody who has not left; how many have not left at
 * all.
 */
export type RosterState = { units: KnownUnit[]; people: KnownPerson[]; present: number }

export type UnitKind = 'province' | 'city' | 'county' | 'sales_office' | 'service_office' | 'department'
export type NewUnit = { key: string; parentKey: string | null; name: string; type: UnitKind; sort: number }
type Change = { column: RosterColumn; from: string; to: string }
export type NewPerson = { line: number; name: string; loginNames: string[]; fields: PersonFields; manages: boolean }
/** `fields`: all of them as they will be. `line` is null for someone the roster does not name. */
export type ChangedPerson = {
  line: number | null
  id: string
  name: string
  loginNames: string[]
  fields: PersonFields
  changes: Change[]
  newLoginNames: string[]
  addManagerOf: string | null
  dropManagerOf: string[]
}

export type RosterPlan = {
  newUnits: NewUnit[]
  newPeople: NewPerson[]
  changed: ChangedPerson[]
  /** Those who were here and will have left. */
  leaving: ChangedPerson[]
  unchanged: RosterPerson[]
  /** Those a full roster does not name and who stay all the same, because of a role over everything. */
  kept: { name: string; loginNames: string[]; holds: NonNullable<KnownPerson['holds']> }[]
  faults: Remark[]
  warnings: Remark[]
  /** How many had not left before. */
  presentBefore: number
}

/** What kind of unit a name speaks of; the uppermost is the province's branch. */
export function unitKindOf(name: string, depth: number): UnitKind {
  const bare = name.replace(/[(（].*$/, '')
  if (depth === 0 || bare.endsWith('省分公司')) return 'province'
  if (bare.endsWith('营销服务部')) return 'service_office'
  if (bare.endsWith('营业部')) return 'sales_office'
  if (bare.endsWith('支公司')) return 'county'
  return bare.endsWith('分公司') ? 'city' : 'department'
}

/** Key of every known unit. */
export function unitKeys(units: Pick<KnownUnit, 'id' | 'parentId' | 'name'>[]): Map<string, string> {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const keys = new Map<string, string>()
  const keyOf = (unit: Pick<KnownUnit, 'id' | 'parentId' | 'name'>): string => {
    const known = keys.get(unit.id)
    if (known !== undefined) return known
    const parent = unit.parentId === null ? undefined : byId.get(unit.parentId)
    const key = parent ? `${keyOf(parent)}/${unit.name}` : unit.name
    keys.set(unit.id, key)
    return key
  }
  for (const unit of units) keyOf(unit)
  return keys
}

/** Units along these paths that are not there yet, parents first, after those beside them. */
function planUnits(wanted: string[], state: RosterState, keyById: Map<string, string>): NewUnit[] {
  const known = new Set(keyById.values())
  const lastSort = new Map<string | null, number>()
  for (const unit of state.units) {
    const parentKey = unit.parentId === null ? null : (keyById.get(unit.parentId) ?? null)
    lastSort.set(parentKey, Math.max(lastSort.get(parentKey) ?? -1, unit.sort))
  }
  const units: NewUnit[] = []
  for (const path of new Set(wanted)) {
    const names = path.split('/')
    for (const [depth, name] of names.entries()) {
      const key = names.slice(0, depth + 1).join('/')
      if (known.has(key)) continue
      known.add(key)
      const parentKey = depth === 0 ? null : names.slice(0, depth).join('/')
      const sort = (lastSort.get(parentKey) ?? -1) + 1
      lastSort.set(parentKey, sort)
      units.push({ key, parentKey, name, type: unitKindOf(name, depth), sort })
    }
  }
  return units
}

/**
 * What importing this roster would do. A person is found by any of their login names; names are never taken away, so somebody who signs in by
 * the old phone number still can. People the roster does not name stay as they are, unless it is `full`: then they leave. Applied, and planned
 * again, everything is unchanged.
 */
export function planRoster({ people: rows, bad, places }: Omit<Roster, 'faults'>, state: RosterState, { full }: { full: boolean }): RosterPlan {
  const keyById = unitKeys(state.units)
  const byLogin = new Map(state.people.flatMap((person) => person.loginNames.map((name) => [name, person] as const)))
  const roots = state.units.filter((unit) => unit.parentId === null).map((unit) => unit.name)
  const uppermost = roots.length > 0 ? roots : rows[0] ? [rows[0].unitPath[0] ?? ''] : []
  const plan: RosterPlan = {
    newUnits: [],
    newPeople: [],
    changed: [],
    leaving: [],
    unchanged: [],
    kept: [],
    faults: [],
    warnings: [],
    presentBefore: state.present,
  }
  const closed = state.units.flatMap((unit) => (unit.active ? [] : [keyById.get(unit.id) ?? '']))
  const lineOf = new Map<string, number>()
  const named = new Set(bad.flatMap((row) => row.loginNames.flatMap((name) => byLogin.get(name)?.id ?? [])))

  for (const row of rows) {
    const remark = (list: Remark[], column: RosterColumn, reason: string) => {
      list.push({ line: row.line, column, cell: cellAt(places, column, row.line), reason })
    }
    const fault = (column: RosterColumn, reason: string) => remark(plan.faults, column, reason)
    const unitKey = row.unitPath.join('/')
    const holders = [...new Set(row.loginNames.flatMap((name) => byLogin.get(name) ?? []))]
    for (const holder of holders) named.add(holder.id)
    if (!uppermost.includes(row.unitPath[0] ?? '')) {
      fault('机构路径', `要从“${uppermost.join('”或“')}”写起，现在是“${row.unitPath[0]}”`)
      continue
    }
    const strange = unprintableCharacters(row.name)
    if (strange.length > 0) remark(plan.warnings, '姓名', `“${strange.join('')}”不在证书字库里，证书会改用浏览器打印`)
    if (holders.length > 1) {
      fault('登录名', `分属库中两个人（${holders.map((holder) => holder.name).join('、')}），请分成两行`)
      continue
    }
    const [person] = holders
    const closedAbove = closed.find((key) => `${unitKey}/`.startsWith(`${key}/`))
    if (closedAbove !== undefined && row.status !== 'left' && (!person || person.status === 'left' || keyById.get(person.unitId) !== unitKey)) {
      fault('机构路径', `“${closedAbove.split('/').at(-1)}”已停用。请写现在的机构，或先在组织页恢复它`)
      continue
    }
    if (!person) {
      if (row.status === 'left') {
        remark(plan.warnings, '状态', '已离职，库里也没有这个人，略过')
        plan.unchanged.push(row)
      } else plan.newPeople.push(newPerson(row, unitKey))
      continue
    }
    if (person.name !== row.name) {
      fault('登录名', `“${row.loginNames.find((name) => person.loginNames.includes(name))}”在库中是“${person.name}”。换了人请换登录名，改名请由管理员办理`)
      continue
    }
    const earlier = lineOf.get(person.id)
    if (earlier !== undefined) {
      fault('登录名', `与第${earlier}行是同一个人，请合成一行`)
      continue
    }
    lineOf.set(person.id, row.line)
    const change = changesOf(row, unitKey, person, keyById)
    const leaves = change.fields.status === 'left' && person.status !== 'left'
    if (leaves && person.holds === 'administrator') fault('状态', `${person.name}是管理员。请先在人员页收回管理员角色`)
    else if (leaves) plan.leaving.push(change)
    else if (change.changes.length > 0) plan.changed.push(change)
    else plan.unchanged.push(row)
  }
  if (full) planAbsent(plan, state, named, keyById)
  plan.newUnits = planUnits(
    [...plan.newPeople, ...plan.changed, ...plan.leaving].map(({ fields }) => fields.unitKey),
    state,
    keyById,
  )
  return plan
}

function newPerson(row: RosterPerson, unitKey: string): NewPerson {
  const { line, name, loginNames, position, serviceStage, staffKind, hiredOn, phone, mail } = row
  const fields = { unitKey, position, serviceStage, staffKind, hiredOn, status: row.status ?? 'active', phone, mail }
  return { line, name, loginNames, fields, manages: row.manager === true }
}

/** Whoever a full roster does not name leaves; those with a role over everything stay. */
function planAbsent(plan: RosterPlan, state: RosterState, named: Set<string>, keyById: Map<string, string>): void {
  for (const person of state.people) {
    if (person.status === 'left' || named.has(person.id)) continue
    if (person.holds) {
      plan.kept.push({ name: person.name, loginNames: person.loginNames, holds: person.holds })
      continue
    }
    const row = { ...person, line: 0, unitPath: [], status: 'left' as const, manager: null }
    plan.leaving.push({ ...changesOf(row, keyById.get(person.unitId) ?? '', person, keyById), line: null })
  }
}

/** How a row differs from the person it speaks of. */
function changesOf(row: RosterPerson, unitKey: string, person: KnownPerson, keyById: Map<string, string>): ChangedPerson {
  const changes: Change[] = []
  const compare = (column: RosterColumn, from: string, to: string | null) => {
    if (to !== null && from !== to) changes.push({ column, from, to })
  }
  const status = row.status ?? person.status
  const formerKey = keyById.get(person.unitId) ?? ''
  compare('机构路径', formerKey, unitKey)
  compare('岗位', person.position, row.position)
  compare('服务环节', person.serviceStage, row.serviceStage)
  compare('人员类别', staffWords[person.staffKind], staffWords[row.staffKind])
  compare('入职日期', person.hiredOn, row.hiredOn)
  compare('状态', statusWords[person.status], statusWords[status])
  compare('手机', person.phone ?? '', row.phone)
  compare('邮箱', person.mail ?? '', row.mail)
  const newLoginNames = row.loginNames.filter((name) => !person.loginNames.includes(name))
  if (newLoginNames.length > 0) changes.push({ column: '登录名', from: person.loginNames.join('、'), to: [...person.loginNames, ...newLoginNames].join('、') })

  // A manager manages the unit they are in: whoever moves gives up the former one, whoever leaves gives up all.
  const managed = new Map(person.managedUnitIds.map((id) => [keyById.get(id) ?? id, id]))
  const managesHere = managed.has(unitKey)
  const dropped =
    status === 'left'
      ? [...managed.keys()]
      : [...(formerKey !== unitKey && managed.has(formerKey) ? [formerKey] : []), ...(row.manager === false && managesHere ? [unitKey] : [])]
  const addManagerOf = row.manager === true && !managesHere && status !== 'left' ? unitKey : null
  for (const key of dropped) changes.push({ column: '经理', from: `管理${key}`, to: '不再管理' })
  if (addManagerOf) changes.push({ column: '经理', from: '', to: `管理${addManagerOf}` })
  const { position, serviceStage, staffKind, hiredOn } = row
  return {
    line: row.line,
    id: person.id,
    name: person.name,
    loginNames: person.loginNames,
    fields: { unitKey, position, serviceStage, staffKind, hiredOn, status, phone: row.phone ?? person.phone, mail: row.mail ?? person.mail },
    changes,
    newLoginNames,
    addManagerOf,
    dropManagerOf: dropped.flatMap((key) => managed.get(key) ?? []),
  }
}

// ---- What is shown of a plan, and decided on it ----

export const rosterOutcomes = ['new', 'changed', 'leaving', 'wrong', 'unchanged'] as const
export type RosterOutcome = (typeof rosterOutcomes)[number]
export const outcomeWord: Record<RosterOutcome | 'warned', string> = {
  new: '新增',
  changed: '更新',
  leaving: '离职',
  wrong: '有误',
  unchanged: '不变',
  warned: '提醒',
}

/** One thing to know about a row: where it stands, and what changes or is wrong there. */
export type RosterNote = { column: string; cell: string | null; says: string }
/** A row of the dry run. `line` is null for someone the roster does not name. */
export type DryRunRow = { line: number | null; outcome: RosterOutcome; warned: boolean; name: string; loginName: string; notes: RosterNote[] }
export type RosterCounts = Record<RosterOutcome | 'warned' | 'newUnits' | 'presentBefore', number>

/** The dry run, row by row in the order of the roster, then those it does not name. `faults`: of reading. */
export function dryRunRows({ people, bad, faults, places }: Roster, plan: RosterPlan): DryRunRow[] {
  const remarksOf = (remarks: Remark[]) => {
    const byLine = new Map<number, Remark[]>()
    for (const remark of remarks) byLine.set(remark.line, [...(byLine.get(remark.line) ?? []), remark])
    return byLine
  }
  const wrong = remarksOf([...faults, ...plan.faults])
  const warnings = remarksOf(plan.warnings)
  const note = ({ column, cell, reason }: Remark): RosterNote => ({ column, cell, says: reason })
  const rows: DryRunRow[] = []
  const add = (line: number | null, outcome: RosterOutcome, name: string, loginNames: string[], notes: RosterNote[]) => {
    const warned = (line === null ? [] : (warnings.get(line) ?? [])).map(note)
    rows.push({ line, outcome, warned: warned.length > 0, name, loginName: loginNames.join('、'), notes: [...notes, ...warned] })
  }
  const changeNotes = ({ line, changes }: ChangedPerson) =>
    changes.map(({ column, from, to }) => ({
      column,
      cell: line === null ? null : cellAt(places, column, line),
      says: `${from || '（空）'} → ${to}`,
    }))
  const who = new Map([...bad, ...people].map((row) => [row.line, row]))
  for (const [line, remarks] of wrong) add(line, 'wrong', who.get(line)?.name ?? '', who.get(line)?.loginNames ?? [], remarks.map(note))
  for (const person of plan.newPeople)
    add(person.line, 'new', person.name, person.loginNames, [
      { column: '机构路径', cell: cellAt(places, '机构路径', person.line), says: person.fields.unitKey },
    ])
  for (const person of plan.changed) add(person.line, 'changed', person.name, person.loginNames, changeNotes(person))
  for (const person of plan.leaving) if (person.line !== null) add(person.line, 'leaving', person.name, person.loginNames, changeNotes(person))
  for (const row of plan.unchanged) add(row.line, 'unchanged', row.name, row.loginNames, [])
  rows.sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
  for (const person of plan.leaving)
    if (person.line === null)
      add(null, 'leaving', person.name, person.loginNames, [{ column: '状态', cell: null, says: `名册里没有，${person.fields.unitKey}` }])
  for (const { name, loginNames, holds } of plan.kept)
    rows.push({
      line: null,
      outcome: 'unchanged',
      warned: true,
      name,
      loginName: loginNames.join('、'),
      notes: [{ column: '状态', cell: null, says: `名册里没有，但是${roleWords[holds]}，保留不动` }],
    })
  return rows
}

/** How many rows of each outcome a dry run has. `faults`: of reading. */
export function countPlan({ faults }: Pick<Roster, 'faults'>, plan: RosterPlan): RosterCounts {
  const linesOf = (remarks: Remark[]) => new Set(remarks.map((remark) => remark.line)).size
  return {
    new: plan.newPeople.length,
    changed: plan.changed.length,
    leaving: plan.leaving.length,
    wrong: linesOf([...faults, ...plan.faults]),
    unchanged: plan.unchanged.length + plan.kept.length,
    warned: linesOf(plan.warnings) + plan.kept.length,
    newUnits: plan.newUnits.length,
    presentBefore: plan.presentBefore,
  }
}

/** Above this share of those present, leavers are confirmed a second time, by typing how many there are. */
export const leaversPercent = 5
export const leaversNeedConfirming = ({ leaving, presentBefore }: Pick<RosterCounts, 'leaving' | 'presentBefore'>): boolean =>
  leaving * 100 > presentBefore * leaversPercent

/** For this long an import can be undone. */
export const undoHours = 24
