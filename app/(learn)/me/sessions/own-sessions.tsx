'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { call } from '@/components/api-client'

type Shown = { id: string; device: string; here: boolean; signedInAt: string; lastSeenAt: string }

/** This device, then the others, each with a way to end it. */
export function OwnSessions({ sessions }: { sessions: Shown[] }) {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [message, setMessage] = useState('')
  const others = sessions.filter((session) => !session.here)
  async function end(only: string | null) {
    setBusy(true)
    setMessage('')
    const answer = only ? await call('revokeSession', { params: { sessionId: only }, body: {} }) : await call('revokeOtherSessions', { params: {}, body: {} })
    setBusy(false)
    if (!answer.ok) return setMessage(answer.message)
    setMessage('已退出。那台设备下一次操作就要重新登录。')
    router.refresh()
  }
  return (
    <>
      <section className="sec mt-5">
        <div className="sec-h">
          <h2>这台设备</h2>
        </div>
        {sessions
          .filter((session) => session.here)
          .map((session) => (
            <div key={session.id} className="row">
              <span className="n">{session.device}</span>
              <span className="aux">{session.signedInAt}登录</span>
            </div>
          ))}
      </section>
      <section className="sec mt-6">
        <div className="sec-h">
          <h2>其他设备</h2>
          <span className="aux">{others.length > 0 && `${others.length}台`}</span>
        </div>
        {others.length === 0 ? (
          <p className="sub">没有在别处登录。</p>
        ) : (
          <ul>
            {others.map((session) => (
              <li key={session.id} className="row">
                <div>
                  <p className="n">{session.device}</p>
                  <p className="aux">最近使用{session.lastSeenAt}</p>
                </div>
                <button
                  type="button"
                  className="btn btn-2 btn-s"
                  onClick={() => end(session.id)}
                  disabled={busy}
                  aria-label={`退出${session.device}，${session.signedInAt}登录的`}
                >
                  退出
                </button>
              </li>
            ))}
          </ul>
        )}
        <p role="status" className="sub empty:hidden">
          {message}
        </p>
        {others.length > 1 && (
          <button type="button" className="btn btn-2 wide mt-3" onClick={() => end(null)} disabled={busy} aria-busy={busy}>
            退出其他全部设备
          </button>
        )}
      </section>
    </>
  )
}
