'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { call } from '../api-client'

/** Takes a question out of use at once, with a reason, or puts it back. */
export function Suspension({ questionId, since, reason }: { questionId: string; since: string | null; reason: string | null }) {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [message, setMessage] = useState('')
  async function send(wanted: string | null) {
    setBusy(true)
    setMessage('')
    const answer = await call('suspendQuestion', { params: { questionId }, body: { reason: wanted } })
    setBusy(false)
    if (answer.ok) router.refresh()
    else setMessage(answer.message)
  }
  return (
    <section className="sec suspension" aria-label="停用">
      <div className="sec-h">
        <h2>{reason === null ? '使用中' : '已停用'}</h2>
        {since && <span className="aux">{since}</span>}
      </div>
      {reason === null ? (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void send(String(new FormData(event.currentTarget).get('reason') ?? ''))
          }}
        >
          <label className="own-words">
            <span className="sub">发现题有问题，写一句原因，立刻停用。</span>
            <input name="reason" required minLength={4} maxLength={100} placeholder="例如：两个选项都说得通" />
          </label>
          <p className="aux">新的卷子和练习不再出现；正在答的人这题算对。</p>
          <button type="submit" className="btn btn-2" disabled={busy} aria-busy={busy}>
            停用这道题
          </button>
        </form>
      ) : (
        <>
          <p>{reason}</p>
          <button type="button" className="btn btn-2" disabled={busy} aria-busy={busy} onClick={() => void send(null)}>
            恢复使用
          </button>
        </>
      )}
      <p role="alert" className="v v-warn empty:hidden">
        {message}
      </p>
    </section>
  )
}
