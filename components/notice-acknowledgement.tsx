'use client'
import { useState } from 'react'
import { call } from './api-client'

/** Says that one has read the notice, and goes on to where one was going. */
export function NoticeAcknowledgement({ version, to }: { version: string; to: string }) {
  const [busy, setBusy] = useState(false)
  const [message, setMessage] = useState('')
  async function acknowledge() {
    setBusy(true)
    setMessage('')
    const answer = await call('acknowledgeNotice', { params: {}, body: { version } })
    if (answer.ok) return window.location.assign(to)
    setBusy(false)
    setMessage(answer.message)
  }
  return (
    <>
      <p role="alert" className="v v-warn empty:hidden">
        {message}
      </p>
      <button type="button" className="btn btn-1 wide" onClick={acknowledge} disabled={busy} aria-busy={busy}>
        {busy ? '正在记录' : '我已看过，继续'}
      </button>
    </>
  )
}
