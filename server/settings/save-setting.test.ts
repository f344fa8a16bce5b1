import { beforeEach, expect, it } from 'vitest'
import { testDatabase } from '@/tests/database'
import { grantRole, makePerson, makeUnit } from '@/tests/factories'
import { ask, told } from '@/tests/requests'
import { saveSetting } from './save-setting'
import { currentSettings } from './settings'

const db = testDatabase()
beforeEach(() => db.setting.deleteMany())

async function administrator() {
  const person = await makePerson(db, { unit: await makeUnit(db) })
  await grantRole(db, person.id, 'administrator')
  return person
}
const save = async (as: { id: string }, key: string, value: unknown) => told(await ask(db, saveSetting, { as, body: { key, value } }))
const lines = (actorId: string) => db.auditEntry.findMany({ where: { actorId, action: 'setting.saved' }, orderBy: { at: 'asc' } })

it('shows at the next look, with before and after in the audit; the same again changes nothing', async () => {
  const admin = await administrator()
  const before = (await currentSettings()).settings
  expect(before.announcement).toEqual({ text: '', until: null })
  const value = { text: '周六22点停机半小时', until: '2099-12-31' }
  expect(await save(admin, 'announcement', value)).toEqual({ status: 200, data: { saved: true } })
  expect(await save(admin, 'announcement', value)).toEqual({ status: 200, data: { saved: true } })
  expect((await currentSettings()).settings).toEqual({ ...before, announcement: value })
  expect(await lines(admin.id)).toMatchObject([{ subject: 'setting', subjectId: 'announcement', before: before.announcement, after: value }])
  // Saving the default is no change either.
  await save(admin, 'retention', before.retention)
  expect(await lines(admin.id)).toHaveLength(1)
})

it('of two at once each leaves a line that fits the other', async () => {
  const admin = await administrator()
  await Promise.all([save(admin, 'help', { text: '甲' }), save(admin, 'help', { text: '乙' })])
  const now = (await currentSettings()).settings.help
  const told = await lines(admin.id)
  const last = told.find((line) => JSON.stringify(line.after) === JSON.stringify(now))
  expect(told).toHaveLength(2)
  expect(last?.before).toEqual(told.find((line) => line !== last)?.after)
})

it('is refused in words when it does not fit, and does not exist for others', async () => {
  const admin = await administrator()
  expect(await save(admin, 'help', { text: '' })).toMatchObject({ status: 400, error: { message: '帮助文字还空着，请写上再存。' } })
  expect((await save(admin, 'colour', { text: '红' })).status).toBe(400)
  const manager = await makePerson(db, { unit: await makeUnit(db) })
  await grantRole(db, manager.id, 'manager', manager.unitId)
  expect((await save(manager, 'help', { text: '我的' })).status).toBe(404)
  expect((await told(await ask(db, saveSetting, { body: { key: 'help', value: { text: '我的' } } }))).status).toBe(401)
  expect(await db.setting.count()).toBe(0)
})
