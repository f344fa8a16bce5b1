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
const optionalColumns: readonly RosterColumn[] = ['状态', '经理', '手机', '邮箱']

const staffKinds = { 员工: 'staff', 个人代理: 'agent' } as const
const statuses = { 在岗: 'active', 休假: 'on_leave', 离职: 'left' } as const
const yesNo = { 是: true, 否: false } as const

/** What is wrong or worth knowing, where. `line` counts from 1, the line of the headers. */
export type Remark = { line: number; column: RosterColumn | '表头'; reason: string }

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
function readHeader(header: string[]): { places: Map<RosterColumn, number>; faults: Remark[] } {
  const places = new Map<RosterColumn, number>()
  const faults: Remark[] = []
  const fault = (reason: string) => faults.push({ line: 1, column: '表头', reason })
  for (const [place, cell] of header.entries()) {
    const title = clean(cell.replace(/^\uFEFF/, '')).replace(/[(（].*$/, '')
    if (title === '') continue
    const column = rosterColumns.find((name) => name === title)
    if (!column) fault(`不认识“${title}”这一列。可用的列是：${rosterColumns.join('、')}`)
    else if (places.has(column)) fault(`“${title}”出现了两次`)
    else places.set(column, place)
  }
  for (const column of rosterColumns) if (!places.has(column) && !optionalColumns.includes(column)) fault(`缺少“${column}”这一列`)
  return { places, faults }
}

/** Records (cells, with the line they stand in; headers first) into people and faults. `today` as YYYY-MM-DD. */
export function readRoster(records: { line: number; cells: string[] }[], today: string): { people: RosterPerson[]; faults: Remark[] } {
  const [header, ...rows] = records
  if (!header) return { people: [], faults: [{ line: 1, column: '表头', reason: '文件是空的' }] }
  const { places, faults } = readHeader(header.cells)
  if (faults.length > 0) return { people: [], faults }
  const people: RosterPerson[] = []
  const takenBy = new Map<string, number>()
  for (const { line, cells } of rows) {
    if (cells.every((cell) => clean(cell) === '')) continue
    const before = faults.length
    const cellOf = (column: RosterColumn) => clean(cells[places.get(column) ?? -1] ?? '')
    const fault = (column: RosterColumn, reason: string | null) => {
      if (reason !== null) faults.push({ line, column, reason })
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
    const serviceStage = oneOf('服务环节', Object.fromEntries(serviceStages.map((stage) => [stage, stage])))
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
  }
  if (people.length === 0 && faults.length === 0) faults.push({ line: 2, column: '表头', reason: '表里没有人' })
  return { people, faults }
}

// ---- Comparing with who is there ----

/** Not `active`: closed, nobody comes to it or to a unit below. */
export type KnownUnit = { id: string; parentId: string | null; name: string; sort: number; active?: boolean }
export type KnownPerson = {
  id: string
  loginNames: string[]
  name: string
  unitId: string
  position: string
  serviceStage: string
  staffKind: 'staff' | 'agent'
  hiredOn: string
  status: PersonStatus
  managedUnitIds: string[]
  phone: string | null
  mail: string | null
}
/** All units, and at least the people who hold a login name of the roster. */
export type RosterState = { units: KnownUnit[]; people: KnownPerson[] }

export type UnitKind = 'province' | 'city' | 'county' | 'sales_office' | 'service_office' | 'department'
/** A unit is named by its path, "甲省分公司/乙市分公司": its key. */
export type NewUnit = { key: string; parentKey: string | null; name: string; type: UnitKind; sort: number }
export type Change = { column: RosterColumn; from: string; to: string }
export type NewPerson = { row: RosterPerson; unitKey: string }
export type ChangedPerson = {
  row: RosterPerson
  id: string
  unitKey: string
  changes: Change[]
  newLoginNames: string[]
  addManagerOf: string | null
  dropManagerOf: string[]
}

export type RosterPlan = {
  newUnits: NewUnit[]
  newPeople: NewPerson[]
  changed: ChangedPerson[]
  unchanged: RosterPerson[]
  faults: Remark[]
  warnings: Remark[]
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
function keysOf(units: KnownUnit[]): Map<string, string> {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const keys = new Map<string, string>()
  const keyOf = (unit: KnownUnit): string => {
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

/** Units along the paths of the roster that are not there yet, parents first, after those beside them. */
function planUnits(rows: RosterPerson[], state: RosterState, keyById: Map<string, string>): NewUnit[] {
  const known = new Set(keyById.values())
  const lastSort = new Map<string | null, number>()
  for (const unit of state.units) {
    const parentKey = unit.parentId === null ? null : (keyById.get(unit.parentId) ?? null)
    lastSort.set(parentKey, Math.max(lastSort.get(parentKey) ?? -1, unit.sort))
  }
  const units: NewUnit[] = []
  for (const { unitPath } of rows)
    for (const [depth, name] of unitPath.entries()) {
      const key = unitPath.slice(0, depth + 1).join('/')
      if (known.has(key)) continue
      known.add(key)
      const parentKey = depth === 0 ? null : unitPath.slice(0, depth).join('/')
      const sort = (lastSort.get(parentKey) ?? -1) + 1
      lastSort.set(parentKey, sort)
      units.push({ key, parentKey, name, type: unitKindOf(name, depth), sort })
    }
  return units
}

/**
 * What importing these rows would do. A person is found by any of their login names; names are never taken away, so somebody who signs in by
 * the old phone number still can. People the roster does not name stay as they are. Applied, and planned again, everything is unchanged.
 */
export function planRoster(rows: RosterPerson[], state: RosterState): RosterPlan {
  const keyById = keysOf(state.units)
  const byLogin = new Map(state.people.flatMap((person) => person.loginNames.map((name) => [name, person] as const)))
  const roots = state.units.filter((unit) => unit.parentId === null).map((unit) => unit.name)
  const uppermost = roots.length > 0 ? roots : rows[0] ? [rows[0].unitPath[0] ?? ''] : []
  const closed = state.units.flatMap((unit) => (unit.active === false ? [keyById.get(unit.id) ?? ''] : []))
  const plan: RosterPlan = { newUnits: [], newPeople: [], changed: [], unchanged: [], faults: [], warnings: [] }
  const lineOf = new Map<string, number>()

  for (const row of rows) {
    const fault = (column: RosterColumn, reason: string) => {
      plan.faults.push({ line: row.line, column, reason })
    }
    const unitKey = row.unitPath.join('/')
    if (!uppermost.includes(row.unitPath[0] ?? '')) {
      fault('机构路径', `要从“${uppermost.join('”或“')}”写起，现在是“${row.unitPath[0]}”`)
      continue
    }
    const closedAbove = closed.find((key) => unitKey === key || unitKey.startsWith(`${key}/`))
    if (closedAbove !== undefined && row.status !== 'left') {
      fault('机构路径', `“${closedAbove.split('/').at(-1)}”已停用。请写现在的机构，或先在组织页恢复它`)
      continue
    }
    const holders = [...new Set(row.loginNames.flatMap((name) => byLogin.get(name) ?? []))]
    const strange = unprintableCharacters(row.name)
    if (strange.length > 0) plan.warnings.push({ line: row.line, column: '姓名', reason: `“${strange.join('')}”不在证书字库里，证书会改用浏览器打印` })
    if (holders.length > 1) {
      fault('登录名', `分属库中两个人（${holders.map((holder) => holder.name).join('、')}），请分成两行`)
      continue
    }
    const [person] = holders
    if (!person) {
      if (row.status === 'left') {
        plan.warnings.push({ line: row.line, column: '状态', reason: '已离职，库里也没有这个人，略过' })
        plan.unchanged.push(row)
      } else plan.newPeople.push({ row, unitKey })
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
    if (change.changes.length > 0) plan.changed.push(change)
    else plan.unchanged.push(row)
  }
  plan.newUnits = planUnits(
    [...plan.newPeople, ...plan.changed].map(({ row }) => row),
    state,
    keyById,
  )
  return plan
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
  return { row, id: person.id, unitKey, changes, newLoginNames, addManagerOf, dropManagerOf: dropped.flatMap((key) => managed.get(key) ?? []) }
}
