'use client'
import Link from 'next/link'
import { type FormEvent, useState } from 'react'
import { call } from './api-client'
import { LoginNameField } from './sign-in-form'

/** Login name in; the same sentence comes back whatever exists. */
export function ForgotForm() {
  const [busy, setBusy] = useState(false)
  const [asked, setAsked] = useState(false)
  const [message, setMessage] = useState('')
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const loginName = String(new FormData(event.currentTarget).get('loginName') ?? '')
    setBusy(true)
    setMessage('')
    const answer = await call('askReset', { params: {}, body: { loginName } })
    setBusy(false)
    setAsked(answer.ok)
    if (!answer.ok) setMessage(answer.message)
  }
  return (
    <form method="post" onSubmit={submit}>
      <p className="sub mb-3">留过邮箱的，可以用邮件里的链接重设。</p>
      <LoginNameField />
      <p role="alert" className="v v-warn mt-2 empty:hidden">
        {message}
      </p>
      <button type="submit" className={`btn wide ${asked ? 'btn-2' : 'btn-1'}`} disabled={busy} aria-busy={busy}>
        {busy ? '正在提交' : asked ? '再发一封' : '发送邮件'}
      </button>
      <div aria-live="polite">
        {asked && (
          <div className="mt-4">
            <p className="v v-ok">已提交</p>
            <p className="sub mt-1">这个登录名如果留有邮箱，几分钟内会收到邮件。链接60分钟内有效，一小时最多3封。</p>
          </div>
        )}
      </div>
      <p className="aux mt-4">没有留邮箱，或没有收到，可请本机构经理补发登录码。</p>
      <p className="ways">
        <Link className="link" href="/sign-in" prefetch={false}>
          返回登录
        </Link>
        <Link className="link" href="/first-sign-in" prefetch={false}>
          有登录码，去重设
        </Link>
      </p>
    </form>
  )
}
