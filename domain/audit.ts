import { z } from 'zod'
import { fullDate, fullDayAndTime } from './time'

/**
 * The audit in words. A verb that records an action adds its label here (a test asks for it); what has no label is shown as it is stored, so that a line
 * is never hidden. Fields and values are named by their key, wherever it stands.
 */

export const actionLabels: Record<string, string> = {
  'audit.exported': '导出审计日志',
  'certificate.revoked': '撤销证书',
  'code.issued': '发登录码',
  'correction.requested': '申请更正',
  'correction.resolved': '答复更正申请',
  'notice.acknowledged': '看过隐私说明',
  'own-data.exported': '导出自己的数据',
  'password.set': '设密码',
  'question.reinstated': '恢复题目',
  'question.suspended': '停用题目',
  'report.exported': '导出看板',
  'roster.imported': '导入花名册',
  'setting.saved': '改平台设置',
}

const subjectLabels: Record<string, string> = {
  assignment: '任务',
  audit: '审计日志',
  certificate: '证书',
  correction: '更正申请',
  occurrence: '任务',
  person: '人员',
  question: '题目',
  roster: '花名册',
  setting: '平台设置',
  unit: '机构',
}

const fieldLabels: Record<string, string> = {
  action: '操作',
  changed: '更新',
  ended: '退出任务',
  expiresAt: '有效至',
  format: '格式',
  from: '起',
  joined: '加入任务',
  mail: '邮箱',
  name: '名称',
  newPeople: '新增人员',
  newUnits: '新增机构',
  occurrenceId: '任务',
  outcome: '答复',
  people: '人数',
  person: '人员',
  phone: '电话',
  reason: '原因',
  rows: '行数',
  says: '说明',
  status: '状态',
  text: '文字',
  to: '止',
  unchanged: '不变',
  until: '截止日期',
  version: '版本',
}

/** Words for stored values, by field; of a line's own id, by its subject. */
const valueLabels: Record<string, Record<string, string>> = {
  status: { active: '在岗', on_leave: '休假', left: '已离职', valid: '有效', expired: '已过期', revoked: '已撤销' },
  action: actionLabels,
  audit: { all: '全部' },
  setting: { announcement: '公告', help: '帮助', privacyContact: '隐私联系人', retention: '保留期限' },
}

export const actionLabel = (action: string): string => actionLabels[action] ?? action
export const subjectLabel = (subject: string): string => subjectLabels[subject] ?? subject
const fieldLabel = (field: string): string => fieldLabels[field] ?? field

const uuidForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** Every uuid in a line: what its words have to name. */
export function idsIn(...values: unknown[]): string[] {
  return values.flatMap((value) =>
    typeof value === 'string' ? (uuidForm.test(value) ? [value] : []) : value && typeof value === 'object' ? idsIn(...Object.values(value)) : [],
  )
}

/** What an id stands for; undefined where it names nothing any more. */
export type NameOf = (id: string) => string | undefined

/** A stored value in words. */
export function valueInWords(field: string, value: unknown, nameOf: NameOf): string {
  if (value === null || value === undefined || value === '') return '空'
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (Array.isArray(value)) return value.length === 0 ? '空' : value.map((entry) => valueInWords(field, entry, nameOf)).join('、')
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([key, entry]) => `${fieldLabel(key)} ${valueInWords(key, entry, nameOf)}`)
      .join('，')
  const text = String(value)
  if (uuidForm.test(text)) return nameOf(text) ?? text
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text)) return fullDayAndTime(new Date(text))
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return fullDate(text)
  return valueLabels[field]?.[text] ?? text
}

export type Change = { field: string; before: string | null; after: string | null }

/** Before and after of a line, field by field; a side that was not recorded is null. What is the same on both sides is left out. */
export function changesOf(before: unknown, after: unknown, nameOf: NameOf): Change[] {
  const side = (value: unknown) => (value && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : {})
  const [old, now] = [side(before), side(after)]
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((key): Change[] => {
    const words = (from: Record<string, unknown>) => (key in from ? valueInWords(key, from[key], nameOf) : null)
    const change = { field: fieldLabel(key), before: words(old), after: words(now) }
    return change.before === change.after ? [] : [change]
  })
}

/** A change as one line of text: 状态：有效 → 已撤销. */
export const changeText = ({ field, before, after }: Change): string =>
  `${field}：${before === null ? after : after === null ? `${before} → 空` : `${before} → ${after}`}`

// ---- Searching ----

const day = z.iso.date().optional().catch(undefined)
/** What the page and the export are asked for, out of the address; what does not fit is left out. Days are Shanghai's, both included. */
export const auditSearch = z.object({
  person: z.string().trim().max(64).optional().catch(undefined),
  action: z
    .string()
    .regex(/^[a-z-]+\.[a-z-]+$/)
    .max(64)
    .optional()
    .catch(undefined),
  from: day,
  to: day,
})
export type AuditSearch = z.infer<typeof auditSearch>

/** An export ends here; who needs more asks for fewer days at a time. */
export const auditExportRows = 50_000
