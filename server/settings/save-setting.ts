import { defaultSettings, type SettingKey, saveSettingBody, settingsOf } from '@/domain/setting'
import { recordAudit } from '../audit/queries'
import { publishedSettings } from '../content/store'
import { endpoint } from '../endpoint'
import { lockSetting, storeSetting } from './queries'

/** Stores one setting for the whole platform, with what it was before in the audit. Saving what is there already changes nothing. */
export const saveSetting = endpoint('saveSetting', {
  kind: 'json',
  body: saveSettingBody,
  db: 'transaction',
  run: async ({ actor, scope, body, db, requestId }) => {
    const key: SettingKey = body.key
    const defaults = defaultSettings(await publishedSettings())
    const stored = await lockSetting(db, scope, key)
    const before = settingsOf(stored ? [{ key, value: stored.value }] : [], defaults)[key]
    const after = body.value
    if (JSON.stringify(before) === JSON.stringify(after)) return { saved: true as const }
    await storeSetting(db, scope, key, after, actor.personId)
    await recordAudit(db, scope, { actorId: actor.personId, action: 'setting.saved', subject: 'setting', subjectId: key, before, after, requestId })
    return { saved: true as const }
  },
})
