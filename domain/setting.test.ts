import { expect, test } from 'vitest'
import { announcementOn, defaultSettings, saveSettingBody, settingsOf } from './setting'

const defaults = defaultSettings({ helpText: '找经理。', issuer: '服务部' })

test('what is stored stands over the default; what no longer fits does not', () => {
  const rows = [
    { key: 'help', value: { text: '打内线。' } },
    { key: 'retention', value: { years: 3 } },
    { key: 'unknown', value: 1 },
  ]
  expect(settingsOf(rows, defaults)).toEqual({ ...defaults, help: { text: '打内线。' } })
})

test('an announcement is shown through its last day, by another id once its words change', () => {
  const until = '2026-12-05'
  expect(announcementOn({ text: '', until: null }, until)).toBeNull()
  expect(announcementOn({ text: '停机半小时', until }, until)?.text).toBe('停机半小时')
  expect(announcementOn({ text: '停机半小时', until }, '2026-12-06')).toBeNull()
  const id = announcementOn({ text: '停机半小时', until: null }, until)?.id
  expect(announcementOn({ text: '停机半小时', until: null }, '2030-01-01')?.id).toBe(id)
  expect(announcementOn({ text: '停机一小时', until: null }, until)?.id).not.toBe(id)
})

test('a setting takes the fields of its key and no others; what does not fit is told in Chinese', () => {
  expect(saveSettingBody.parse({ key: 'help', value: { text: ' 打内线。 ' } })).toEqual({ key: 'help', value: { text: '打内线。' } })
  const refused = (body: unknown) => saveSettingBody.safeParse(body).error?.issues[0]?.message
  expect(refused({ key: 'help', value: { text: '  ' } })).toBe('帮助文字还空着，请写上再存。')
  expect(refused({ key: 'announcement', value: { text: '字'.repeat(61), until: null } })).toMatch('最多60字')
  expect(refused({ key: 'announcement', value: { text: '', until: '2026-02-30' } })).toMatch('截止日期')
  expect(refused({ key: 'help', value: { text: '好', until: null } })).toBeDefined()
  expect(refused({ key: 'colour', value: { text: '好' } })).toBeDefined()
})
