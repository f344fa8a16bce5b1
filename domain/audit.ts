import { z } from 'zod'
import { fullDate, fullDayAndTime } from './time'

/**
 * The audit in words. A verb that records an action adds its label here (a test asks for it); what has no label is shown as it is stored, so that a line
 * is never hidden. Fields and values are named by their key, wherever it stands.
 */

export const actionLabels: Record<string, string> = {
  'account.unlocked': '解除锁定',
  'assignment.ended': '结束任务',
  'assignment.followed': '按规则更新任务人员',
  'assignment.published': '发布任务',
  'audit.exported': '导出审计日志',
  'certificate.reissued': '补发证书',
  'certificate.revoked': '撤销证书',
  'code.issued': '发登录码',
  'correction.requested': '申请更正',
  'correction.resolved': '答复更正申请',
  'exam-time.changed': '改考试用时',
  'login-name.added': '加登录名',
  'login-name.removed': '去登录名',
  'manager.appointed': '指派经理',
  'manager.dismissed': '取消经理',
  'member.extended': '延期',
  'member.waived': '免训',
  'member.waiver-withdrawn': '取消免训',
  'notice.acknowledged': '看过隐私说明',
  'occurrence.due-date-changed': '改截止日期',
  'occurrence.opened': '开始新一轮任务',
  'own-data.exported': '导出自己的数据',
  'password.changed': '修改密码',
  'password.set': '设密码',
  'person.added': '添加人员',
  'person.changed': '改档案',
  'person.renamed': '更名',
  'person.status-changed': '改在岗状态',
  'question.reinstated': '恢复题目',
  'question.suspended': '停用题目',
  'report.exported': '导出看板',
  'reset.mailed': '发重设密码邮件',
  'role.granted': '授予角色',
  'role.revoked': '收回角色',
  'roster.confirmed': '确认花名册',
  'roster.exported': '导出花名册预检',
  'roster.imported': '导入花名册',
  'roster.undo-asked': '要求撤销导入',
  'roster.undone': '撤销导入',
  'roster.uploaded': '上传花名册',
  'sessions.revoked': '退出登录设备',
  'setting.saved': '改平台设置',
  'sitting.granted': '批准加考',
  'slips.issued': '打印登录条',
  'unit.absorbed': '并入机构',
  'unit.changed': '改机构',
  'unit.closed': '停用机构',
  'unit.created': '新建机构',
  'unit.merged': '合并机构',
  'unit.moved': '移动机构',
  'unit.reopened': '恢复机构',
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
  active: '使用中',
  assignmentId: '任务',
  bytes: '字节',
  changed: '更新',
  dueOn: '截止日期',
  ended: '退出任务',
  expiresAt: '有效至',
  fileName: '文件',
  format: '格式',
  from: '起',
  fromId: '来自',
  fromName: '来自',
  full: '全员名单',
  graceDays: '宽限天数',
  hiredOn: '入职日期',
  hiredSince: '入职不早于',
  holderName: '持证人',
  intoId: '并入',
  intoName: '并入',
  joined: '加入任务',
  leaving: '离职',
  lockedUntil: '锁定至',
  loginNames: '登录名',
  mail: '邮箱',
  managerIds: '经理',
  manages: '管理机构',
  minutes: '分钟',
  moved: '随改人数',
  name: '名称',
  new: '新增',
  newPeople: '新增人员',
  newUnits: '新增机构',
  number: '编号',
  occurrenceId: '任务',
  opensOn: '开始日期',
  outcome: '答复',
  parentId: '上级机构',
  parentName: '上级机构',
  people: '人数',
  percent: '考试用时（%）',
  person: '人员',
  personId: '人员',
  personIds: '人员',
  phone: '电话',
  position: '岗位',
  positions: '岗位',
  presentBefore: '原有在岗',
  programmeId: '项目',
  reason: '原因',
  revoked: '退出设备',
  role: '角色',
  roles: '角色',
  round: '任务',
  rule: '对象',
  says: '说明',
  serviceStage: '服务环节',
  serviceStages: '服务环节',
  show: '内容',
  sort: '次序',
  staffKind: '人员类别',
  status: '状态',
  text: '文字',
  title: '任务',
  to: '止',
  type: '类型',
  unchanged: '不变',
  unitId: '机构',
  unitIds: '机构',
  unitName: '机构',
  units: '机构数',
  until: '截止日期',
  version: '版本',
  warned: '提醒',
  wrong: '有误',
  yearly: '每年一轮',
}

/** Words for stored values, by field; of a line's own id, by its subject. */
const valueLabels: Record<string, Record<string, string>> = {
  action: actionLabels,
  audit: { all: '全部' },
  role: { manager: '经理', content_owner: '内容负责人', administrator: '管理员' },
  setting: { announcement: '公告', help: '帮助', privacyContact: '隐私联系人', retention: '保留期限' },
  staffKind: { staff: '员工', agent: '个人代理' },
  status: { active: '在岗', on_leave: '休假', left: '已离职', valid: '有效', expired: '已过期', revoked: '已撤销' },
  type: { province: '省分公司', city: '市分公司', county: '支公司', sales_office: '营业部', service_office: '营销服务部', department: '部门' },
}
/** These say what a line is about: told also when nothing changed in them. */
const told = new Set(['round', 'title', 'occurrenceId'])
/** Longer lists are counted. */
const listAtMost = 8

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
  if (Array.isArray(value)) {
    if (value.length === 0) return '空'
    const words = value.slice(0, listAtMost).map((entry) => valueInWords(field, entry, nameOf))
    return `${words.join('、')}${value.length > listAtMost ? `等${value.length}项` : ''}`
  }
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

/** `key` is the field as it is stored, `field` in words. */
export type Change = { key: string; field: string; before: string | null; after: string | null }

/**
 * Before and after of a line, field by field; a side that was not recorded is null. What is the same on both sides is left out, and so is an id whose
 * name was recorded beside it.
 */
export function changesOf(before: unknown, after: unknown, nameOf: NameOf): Change[] {
  const side = (value: unknown) => (value && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : {})
  const [old, now] = [side(before), side(after)]
  const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])]
  const named = (key: string) =>
    (key.endsWith('Id') && keys.includes(key.replace(/Id$/, 'Name'))) || (key === 'occurrenceId' && (keys.includes('round') || keys.includes('title')))
  return keys.flatMap((key): Change[] => {
    if (named(key)) return []
    const words = (from: Record<string, unknown>) => (Object.hasOwn(from, key) ? valueInWords(key, from[key], nameOf) : null)
    const change = { key, field: fieldLabel(key), before: words(old), after: words(now) }
    if (change.before !== change.after) return [change]
    return told.has(key) ? [{ ...change, before: null }] : []
  })
}

/** A change as one line of text: 状态：有效 → 已撤销. */
export const changeText = ({ field, before, after }: Change): string => `${field}：${before === null ? after : `${before} → ${after ?? '空'}`}`

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
