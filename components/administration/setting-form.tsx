'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, type ReactNode, useState } from 'react'
import { call } from '@/components/api-client'
import type { SaveSettingBody, SettingKey } from '@/domain/setting'

/** One group of settings, saved by itself. Its fields are its children; the one named `until` may stay empty. */
export function SettingForm({ settingKey, title, hint, children }: { settingKey: SettingKey; title: string; hint: string; children: ReactNode }) {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [message, setMessage] = useState('')
  const [saved, setSaved] = useState(false)
  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const typed = Object.fromEntries(
      [...new FormData(event.currentTarget)].map(([name, value]) => [name, name === 'until' && value === '' ? null : String(value)]),
    )
    setBusy(true)
    setMessage('')
    setSaved(false)
    // The server's schema of the key says what fits; the fields of this form are those of the key.
    const answer = await call('saveSetting', { params: {}, body: { key: settingKey, value: typed } as SaveSettingBody })
    setBusy(false)
    if (!answer.ok) return setMessage(answer.message)
    setSaved(true)
    router.refresh()
  }
  return (
    <section className="sec setting">
      <div className="sec-h">
        <h2>{title}</h2>
      </div>
      <form onSubmit={save} onInput={() => setSaved(false)}>
        <p className="sub">{hint}</p>
        <div className="fields mt-3">{children}</div>
        <p role="alert" className="v v-warn mt-2 empty:hidden">
          {message}
        </p>
        <div className="form-acts items-center">
          <button type="submit" className="btn btn-2 btn-s" disabled={busy} aria-busy={busy}>
            {busy ? '正在保存' : '保存'}
          </button>
          <p role="status" className="v v-ok empty:hidden">
            {saved && '已保存'}
          </p>
        </div>
      </form>
    </section>
  )
}
