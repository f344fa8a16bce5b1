'use client'
import type { ReactNode } from 'react'
import { call } from '@/components/api-client'
import type { SaveSettingBody, SettingKey } from '@/domain/setting'
import { ActionForm } from './action-form'

/** One group of settings, saved by itself. Its fields are its children; the one named `until` may stay empty. */
export function SettingForm({ settingKey, title, hint, children }: { settingKey: SettingKey; title: string; hint: string; children: ReactNode }) {
  return (
    <section className="sec setting">
      <div className="sec-h">
        <h2>{title}</h2>
      </div>
      <ActionForm
        send={(form) => {
          const value = Object.fromEntries([...form].map(([name, typed]) => [name, name === 'until' && typed === '' ? null : String(typed)]))
          // The server's schema of the key says what fits; the fields of this form are those of the key.
          return call('saveSetting', { params: {}, body: { key: settingKey, value } as SaveSettingBody })
        }}
        done={() => '已保存'}
        submit="保存"
        sending="正在保存"
      >
        <p className="sub">{hint}</p>
        <div className="fields mt-3">{children}</div>
      </ActionForm>
    </section>
  )
}
