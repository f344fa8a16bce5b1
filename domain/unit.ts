import { z } from 'zod'
import { type Refusal, refuse } from './errors'

/**
 * The organisation is a tree of units. Rules of the tree: what may stand below what, and what may be done to a unit. Nothing here reads or
 * writes; the server holds the tree still while it asks.
 */

export const unitTypes = ['province', 'city', 'county', 'sales_office', 'service_office', 'department'] as const
export type UnitType = (typeof unitTypes)[number]
export const unitTypeWord: Record<UnitType, string> = {
  province: '省分公司',
  city: '市分公司',
  county: '支公司',
  sales_office: '营业部',
  service_office: '营销服务部',
  department: '部门',
}

const level = { province: 0, city: 1, county: 2, sales_office: 3, service_office: 4 } as const

/** Levels may be skipped, never turned round. A department stands anywhere but at the top, with nothing but departments below. */
export function mayStandBelow(type: UnitType, parent: UnitType | null): boolean {
  if (parent === null) return type !== 'department'
  if (type === 'department') return true
  return parent !== 'department' && level[type] > level[parent]
}

/** `active`: false once closed or merged. An active unit never stands below a closed one. */
export type TreeUnit = { id: string; parentId: string | null; type: UnitType; name: string; sort: number; active: boolean }

// ---- What is sent ----

const name = z
  .string()
  .transform((text) => text.replace(/[\s\u3000]+/g, ' ').trim())
  .refine((text) => text !== '', '请填写机构名称。')
  .refine((text) => [...text].length <= 40, '机构名称超过40个字，请缩短。')
  // A roster names units by their path, parts set apart by a stroke.
  .refine((text) => !/[/／\p{Cc}\p{Cf}\uFFFD]/u.test(text), '机构名称里不能有斜杠或看不见的字符，请删去。')
const type = z.enum(unitTypes, '请选择机构类型。')
const other = z.uuid('请先选一个机构。')

/** `id` is made by whoever asks, so that a repeat makes no second unit. */
export const createUnitBody = z.strictObject({ id: z.uuid(), parentId: z.uuid(), type, name })
export type CreateUnitBody = z.infer<typeof createUnitBody>
export const changeUnitBody = z.strictObject({
  name,
  type,
  sort: z.int('顺序请填0到99999的整数。').min(0, '顺序请填0到99999的整数。').max(99_999, '顺序请填0到99999的整数。'),
})
export type ChangeUnitBody = z.infer<typeof changeUnitBody>
/** `rehearsal`: tell what would happen and change nothing. */
export const moveUnitBody = z.strictObject({ toId: other, rehearsal: z.boolean() })
export type MoveUnitBody = z.infer<typeof moveUnitBody>
export const mergeUnitBody = z.strictObject({ intoId: other, rehearsal: z.boolean() })
export type MergeUnitBody = z.infer<typeof mergeUnitBody>
export const appointManagerBody = z.strictObject({ personId: z.uuid('请先选一位同事。') })
export type AppointManagerBody = z.infer<typeof appointManagerBody>

/**
 * What a move or merge brings about: units and people that come to stand elsewhere, memberships that follow, and the names of managers whose
 * role ends.
 */
export type Rearranged = { units: number; people: number; joined: number; ended: number; managers: string[] }

// ---- Walking the tree ----

const unitOf = (units: readonly TreeUnit[], id: string): TreeUnit => {
  const unit = units.find((entry) => entry.id === id)
  if (!unit) throw new Error(`the tree has no unit ${id}`)
  return unit
}
const siblingsOf = (units: readonly TreeUnit[], parentId: string | null) => units.filter((unit) => unit.parentId === parentId)

/** The units from the top down to and including one. */
export function chainOf(units: readonly TreeUnit[], id: string): TreeUnit[] {
  const unit = unitOf(units, id)
  return [...(unit.parentId === null ? [] : chainOf(units, unit.parentId)), unit]
}

/** "/<id>/<id>/…/" from the top down to and including one. */
export const pathOf = (units: readonly TreeUnit[], id: string): string =>
  `/${chainOf(units, id)
    .map((unit) => unit.id)
    .join('/')}/`

/** Whether one unit is another or stands somewhere below it. */
export const isWithin = (units: readonly TreeUnit[], id: string, aboveId: string): boolean => chainOf(units, id).some((unit) => unit.id === aboveId)

/** Where a unit that comes last beside its siblings is sorted. */
export const lastSort = (units: readonly TreeUnit[], parentId: string | null): number =>
  Math.max(-1, ...siblingsOf(units, parentId).map((unit) => unit.sort)) + 1

const inOrder = (a: TreeUnit, b: TreeUnit) => a.sort - b.sort || (a.name < b.name ? -1 : 1)
/** The units right below one, in their order. */
export const branchesOf = <U extends TreeUnit>(units: readonly U[], parentId: string | null): U[] =>
  units.filter((unit) => unit.parentId === parentId).sort(inOrder)

/** Every unit after the one it stands below, with how deep it is and how many people are in it or below. */
export function outline<U extends TreeUnit>(units: readonly U[], peopleIn: ReadonlyMap<string, number>): (U & { depth: number; people: number })[] {
  const below = new Map<string | null, U[]>()
  for (const unit of [...units].sort(inOrder)) below.set(unit.parentId, [...(below.get(unit.parentId) ?? []), unit])
  const walk = (parentId: string | null, depth: number): (U & { depth: number; people: number })[] =>
    (below.get(parentId) ?? []).flatMap((unit) => {
      const branches = walk(unit.id, depth + 1)
      const people = (peopleIn.get(unit.id) ?? 0) + branches.filter((branch) => branch.depth === depth + 1).reduce((sum, branch) => sum + branch.people, 0)
      return [{ ...unit, depth, people }, ...branches]
    })
  return walk(null, 0)
}

// ---- What may be done: null, or why not and what to do first ----

const closed = (unit: TreeUnit) => refuse('closed', `“${unit.name}”已停用。请先恢复它，或另选一个机构。`)
const nameTaken = (title: string, parent: TreeUnit | null) =>
  refuse('name-taken', `${parent ? `“${parent.name}”下面` : '最上一级'}已有“${title}”。请先换一个名称。`)
const wrongLevel = (kind: UnitType, parent: TreeUnit | null) =>
  refuse('wrong-level', parent ? `${unitTypeWord[parent.type]}下面不能设${unitTypeWord[kind]}。请另选类型或上级。` : '部门不能在最上一级。请另选类型。')

/** Whether a unit of this kind and name may stand below `parentId`; `id` is the unit itself where it is there already. */
function refusalOfPlace(units: readonly TreeUnit[], parentId: string | null, unit: { id?: string; type: UnitType; name: string }): Refusal | null {
  const parent = parentId === null ? null : unitOf(units, parentId)
  if (parent && !parent.active) return closed(parent)
  if (!mayStandBelow(unit.type, parent?.type ?? null)) return wrongLevel(unit.type, parent)
  return siblingsOf(units, parentId).some((sibling) => sibling.id !== unit.id && sibling.name === unit.name) ? nameTaken(unit.name, parent) : null
}

export const refusalOfCreate = (units: readonly TreeUnit[], parentId: string, unit: { type: UnitType; name: string }): Refusal | null =>
  refusalOfPlace(units, parentId, unit)

/** What does not change is not judged: a tree that came in by a roster may hold what could not be made here. */
export function refusalOfChange(units: readonly TreeUnit[], id: string, to: { type: UnitType; name: string }): Refusal | null {
  const unit = unitOf(units, id)
  const parent = unit.parentId === null ? null : unitOf(units, unit.parentId)
  if (to.name !== unit.name && siblingsOf(units, unit.parentId).some((sibling) => sibling.id !== id && sibling.name === to.name))
    return nameTaken(to.name, parent)
  if (to.type === unit.type) return null
  if (!mayStandBelow(to.type, parent?.type ?? null)) return wrongLevel(to.type, parent)
  const misfit = siblingsOf(units, id).find((below) => below.active && !mayStandBelow(below.type, to.type))
  return misfit ? refuse('wrong-level', `下面的“${misfit.name}”不能归${unitTypeWord[to.type]}。请先移走它。`) : null
}

export function refusalOfMove(units: readonly TreeUnit[], id: string, toId: string): Refusal | null {
  if (isWithin(units, toId, id)) return refuse('below-itself', '不能移到自己或自己的下级里。请另选上级。')
  return refusalOfPlace(units, toId, unitOf(units, id))
}

export function refusalOfMerge(units: readonly TreeUnit[], id: string, intoId: string): Refusal | null {
  const [unit, into] = [unitOf(units, id), unitOf(units, intoId)]
  if (!unit.active) return refuse('closed', `“${unit.name}”已停用，不用再合并。`)
  if (id === intoId) return refuse('below-itself', '不能并入自己。请另选一个机构。')
  if (isWithin(units, intoId, id)) return refuse('below-itself', `“${into.name}”是它的下级。请反过来，把下级并进来。`)
  if (!into.active) return closed(into)
  const coming = siblingsOf(units, id).filter((below) => below.active)
  const misfit = coming.find((below) => !mayStandBelow(below.type, into.type))
  if (misfit) return refuse('wrong-level', `下面的“${misfit.name}”不能归${unitTypeWord[into.type]}。请先移走它。`)
  const names = new Set(siblingsOf(units, intoId).flatMap((sibling) => (sibling.id === id ? [] : [sibling.name])))
  for (const { name: title } of [unit, ...coming]) {
    if (names.has(title)) return nameTaken(title, into)
    names.add(title)
  }
  return null
}

/** `people`: how many are on the books of this very unit. */
export function refusalOfClose(units: readonly TreeUnit[], id: string, people: number): Refusal | null {
  const below = siblingsOf(units, id).filter((unit) => unit.active).length
  if (people > 0) return refuse('people', `还有${people}人在册。请先调走他们，或并入别的机构。`)
  if (below > 0) return refuse('units-below', `下面还有${below}个机构。请先移走、合并或停用它们。`)
  const last = unitOf(units, id).parentId === null && siblingsOf(units, null).filter((unit) => unit.active).length === 1
  return last ? refuse('last-root', '这是唯一的最上一级机构，要保留。') : null
}

export function refusalOfReopen(units: readonly TreeUnit[], id: string): Refusal | null {
  const unit = unitOf(units, id)
  const parent = unit.parentId === null ? null : unitOf(units, unit.parentId)
  if (parent && !parent.active) return refuse('closed', `上级“${parent.name}”已停用。请先恢复上级。`)
  return mayStandBelow(unit.type, parent?.type ?? null) ? null : refuse('wrong-level', `“${unit.name}”不能归“${parent?.name}”。请先移到合适的上级，再恢复。`)
}

// ---- History ----

const aboutUnit = z
  .object({
    name: z.string(),
    type: z.enum(unitTypes),
    sort: z.number(),
    parentName: z.string(),
    intoName: z.string(),
    fromName: z.string(),
    people: z.number(),
    units: z.number(),
    personId: z.string(),
  })
  .partial()

/** A line of the audit log about a unit, in words. `nameOf` tells the name of a person. */
export function tellUnitChange(line: { action: string; before: unknown; after: unknown }, nameOf: (personId: string) => string): string {
  const before = aboutUnit.safeParse(line.before).data ?? {}
  const after = aboutUnit.safeParse(line.after).data ?? {}
  const along = `${after.units ? `，下级机构${after.units}个` : ''}，${after.people ?? 0}人`
  switch (line.action) {
    case 'unit.created':
      return `新增，归“${after.parentName ?? ''}”`
    case 'unit.changed':
      return [
        after.name !== undefined && `改名：${before.name} → ${after.name}`,
        after.type !== undefined && `改类型：${before.type ? unitTypeWord[before.type] : ''} → ${unitTypeWord[after.type]}`,
        after.sort !== undefined && `改顺序：${before.sort} → ${after.sort}`,
      ]
        .filter(Boolean)
        .join('；')
    case 'unit.moved':
      return `移动：${before.parentName ?? '最上一级'} → ${after.parentName}${along}`
    case 'unit.merged':
      return `并入“${after.intoName}”${along}`
    case 'unit.absorbed':
      return `并入了“${after.fromName}”${along}`
    case 'unit.closed':
      return '停用'
    case 'unit.reopened':
      return '恢复'
    case 'manager.appointed':
      return `任命经理：${nameOf(after.personId ?? '')}`
    case 'manager.dismissed':
      return `免去经理：${nameOf(before.personId ?? '')}`
    default:
      return line.action
  }
}
