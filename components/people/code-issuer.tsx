'use client'
import { useState } from 'react'
import { call } from '@/components/api-client'
import type { IssueCodeResult } from '@/domain/credential'
import { businessDay, fullDate } from '@/domain/time'

/** A new one-time code for a colleague: shown once, as a slip to print or read out. */
export function CodeIssuer({
  personId,
  name,
  unitName,
  loginName,
  signedIn,
}: {
  personId: string
  name: string
  unitName: string
  loginName: string
  signedIn: boolean
}) {
  const [issued, setIssued] = useState<IssueCodeResult | null>(null)
  const [busy, setBusy] = useState(false)
  const [message, setMessage] = useState('')
  async function issue() {
    setBusy(true)
    setMessage('')
    const answer = await call('issueCode', { params: { personId }, body: {} })
    setBusy(false)
    if (answer.ok) setIssued(answer.data)
    else setMessage(answer.message)
  }
  return (
    <section className="sec">
      <div className="sec-h">
        <h2>登录码</h2>
      </div>
      <p className="sub">{signedIn ? '忘记密码时补发。用它重设后，原密码失效。' : '还没有登录过。发一个登录码，让本人设密码。'}</p>
      <div aria-live="polite">
        {issued && (
          <>
            <div className="code-slip">
              <dl>
                <dt>姓名</dt>
                <dd>{name}</dd>
                <dt>机构</dt>
                <dd>{unitName}</dd>
                <dt>登录名</dt>
                <dd className="num">{loginName}</dd>
                <dt>登录码</dt>
                <dd className="code">{issued.code}</dd>
                <dt>有效期至</dt>
                <dd>{fullDate(businessDay(new Date(issued.expiresAt)))}</dd>
                <dt>网址</dt>
                <dd className="num">{`${window.location.origin}/first-sign-in`}</dd>
              </dl>
              <p className="aux">只能用一次。设好密码后，这张条就作废。</p>
            </div>
            <p className="aux">登录码只显示这一次，离开本页后看不到。</p>
          </>
        )}
      </div>
      <p role="alert" className="v v-warn empty:hidden">
        {message}
      </p>
      <div className="code-tools mt-3">
        {issued && (
          <button type="button" className="btn btn-1 btn-s" onClick={() => window.print()}>
            打印登录条
          </button>
        )}
        <button type="button" className="btn btn-2 btn-s" onClick={issue} disabled={busy} aria-busy={busy}>
          {issued ? '再发一个' : '发登录码'}
        </button>
      </div>
    </section>
  )
}
