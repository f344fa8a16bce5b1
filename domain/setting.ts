import { z } from 'zod'
import { hash32 } from './random'

/** What an administrator sets in the web, a schema for each key. A row is stored only once something has been saved; until then the default holds. */

const text = (label: string, max: number) => z.string().trim().max(max, `${label}最多${max}字，没有保存。请缩短后再存。`)
const needed = (label: string, max: number) => text(label, max).min(1, `${label}还空着，请写上再存。`)

export const settingSchemas = {
  /** One line on top of every page; without text there is none. `until` is the last day it is shown. */
  announcement: z.strictObject({ text: text('公告', 60), until: z.iso.date('截止日期不对，请重新选择。').nullable() }),
  help: z.strictObject({ text: needed('帮助文字', 300) }),
  privacyContact: z.strictObject({ name: needed('联系人', 60), phone: text('电话', 60), mail: text('邮箱', 100) }),
  retention: z.strictObject({ text: needed('保留期限', 500) }),
} as const

export type SettingKey = keyof typeof settingSchemas
export type Settings = { [K in SettingKey]: z.infer<(typeof settingSchemas)[K]> }
export const settingKeys = Object.keys(settingSchemas) as SettingKey[]

const saving = <K extends SettingKey>(key: K) => z.strictObject({ key: z.literal(key), value: settingSchemas[key] })
export const saveSettingBody = z.discriminatedUnion('key', [saving('announcement'), saving('help'), saving('privacyContact'), saving('retention')])
export type SaveSettingBody = z.infer<typeof saveSettingBody>
export type SaveSettingResult = { saved: true }

/** What holds while nothing has been saved. */
export const defaultSettings = ({ helpText, issuer }: { helpText: string; issuer: string }): Settings => ({
  announcement: { text: '', until: null },
  help: { text: helpText },
  privacyContact: { name: issuer, phone: '', mail: '' },
  retention: { text: '在岗期间保留。离职后账户停用，培训记录、证书与审计日志按本单位规定留存。' },
})

/** Stored rows over the defaults. A row that no longer fits its schema counts as not saved. */
export function settingsOf(rows: { key: string; value: unknown }[], defaults: Settings): Settings {
  const settings: Settings = { ...defaults }
  const take = <K extends SettingKey>(key: K) => {
    const parsed = settingSchemas[key].safeParse(rows.find((row) => row.key === key)?.value)
    if (parsed.success) settings[key] = parsed.data as Settings[K]
  }
  for (const key of settingKeys) take(key)
  return settings
}

export type Announcement = { id: string; text: string }
/** The line to show on `today` (YYYY-MM-DD), or null. Its id changes with its text, so that a new line is seen by those who closed the last one. */
export function announcementOn({ text: line, until }: Settings['announcement'], today: string): Announcement | null {
  if (line === '' || (until !== null && today > until)) return null
  return { id: hash32(`${line}/${until ?? ''}`).toString(36), text: line }
}
