'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useRef, useState } from 'react'
import { v7 as uuid } from 'uuid'
import { call } from '@/components/api-client'

/** Says what is wrong with one's own data. The id is kept until the request is stored, so that a second press is no second request. */
export function CorrectionForm() {
  const router = useRouter()
  const id = useRef<string>(undefined)
  const [busy, setBusy] = useState(false)
  const [message, setMessage] = useState('')
  const [told, setTold] = useState(false)
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    id.current ??= uuid()
    setBusy(true)
    setMessage('')
    setTold(false)
    const answer = await call('requestCorrection', { params: {}, body: { id: id.current, says: String(new FormData(form).get('says') ?? '') } })
    setBusy(false)
    if (!answer.ok) return setMessage(answer.message)
    id.current = undefined
    form.reset()
    setTold(true)
    router.refresh()
  }
  return (
    <form onSubmit={submit}>
      <div className="field">
        <label htmlFor="says">哪一项有误，应当是什么</label>
        <textarea id="says" name="says" rows={3} maxLength={300} required placeholder="例如：岗位写成了出单，应当是柜面客服" />
      </div>
      <p role="alert" className="v v-warn mt-2 empty:hidden">
        {message}
      </p>
      <p role="status" className="v v-ok mt-2 empty:hidden">
        {told && '已提交。答复会显示在下面。'}
      </p>
      <button type="submit" className="btn btn-2 btn-s mt-3" disabled={busy} aria-busy={busy}>
        {busy ? '正在提交' : '提交更正申请'}
      </button>
    </form>
  )
}
