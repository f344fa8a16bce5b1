'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { call } from '@/components/api-client'

/** On how many devices somebody is signed in, and the way to end that: a phone is lost, a PC was left open. */
export function PersonSessions({ personId, count }: { personId: string; count: number }) {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [message, setMessage] = useState('')
  async function end() {
    setBusy(true)
    setMessage('')
    const answer = await call('revokePersonSessions', { params: { personId }, body: {} })
    setBusy(false)
    if (!answer.ok) return setMessage(answer.message)
    setMessage('已全部退出。本人要重新登录，已保存的内容都在。')
    router.refresh()
  }
  return (
    <section className="sec">
      <div className="sec-h">
        <h2>登录设备</h2>
        <span className="aux">{count > 0 && `${count}台`}</span>
      </div>
      <p className="sub">{count > 0 ? '设备丢失或忘了退出时，可以全部退出。' : '目前没有在任何设备上登录。'}</p>
      <p role="status" className="sub mt-1 empty:hidden">
        {message}
      </p>
      {count > 0 && (
        <button type="button" className="btn btn-2 btn-s mt-3" onClick={end} disabled={busy} aria-busy={busy}>
          全部退出
        </button>
      )}
    </section>
  )
}
