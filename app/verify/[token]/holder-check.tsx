'use client'
import { type FormEvent, useState } from 'react'
import { call } from '@/components/api-client'

/** Does a full name fit the certificate? Answers 一致 or 不一致, nothing more. */
export function HolderCheck({ token }: { token: string }) {
  const [busy, setBusy] = useState(false)
  const [matches, setMatches] = useState<boolean | null>(null)
  const [message, setMessage] = useState('')
  async function check(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const name = String(new FormData(event.currentTarget).get('name') ?? '').trim()
    setMatches(null)
    if (!name) return setMessage('请先输入持证人姓名。')
    setMessage('')
    setBusy(true)
    const answer = await call('checkHolder', { params: { token }, body: { name } })
    setBusy(false)
    if (answer.ok) setMatches(answer.data.matches)
    else setMessage(answer.message)
  }
  return (
    <form className="ck gut" onSubmit={check} noValidate>
      <div className="sec">
        <label htmlFor="holder">核对全名</label>
        <div className="in">
          <input id="holder" name="name" placeholder="输入持证人姓名" autoComplete="off" maxLength={30} onChange={() => setMatches(null)} />
          <button type="submit" className="btn btn-2" disabled={busy} aria-busy={busy}>
            核对
          </button>
        </div>
        <p role="status" className="mt-3 min-h-7">
          {matches !== null && (
            <span className={matches ? 'v v-ok' : 'v v-warn'}>
              <svg className="ic" viewBox="0 0 24 24" aria-hidden="true">
                <path d={matches ? 'm5 12.5 4.5 4.5L19 7.5' : 'M6.500 6.500l11 11M17.500 6.500l-11 11'} />
              </svg>
              {matches ? '一致' : '不一致'}
            </span>
          )}
          {message && <span className="v v-warn">{message}</span>}
        </p>
      </div>
    </form>
  )
}
