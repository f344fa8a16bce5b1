'use client'
import Link from 'next/link'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { passwordHolds, readCredentialFragment } from '@/domain/credential'
import { call } from './api-client'
import { NewPassword } from './new-password'
import { ignoreComposing, LoginNameField, signInAndGo } from './sign-in-form'

/** One-time code in, one's own password set, signed in. The login name may come along in the address, from the QR code of a slip. */
export function FirstSignInForm() {
  const [loginName, setLoginName] = useState('')
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [message, setMessage] = useState('')
  const form = useRef<HTMLFormElement>(null)
  const holds = passwordHolds(password, loginName)
  // What was typed before the scripts arrived, else what the QR code says.
  useEffect(() => {
    const field = form.current?.elements.namedItem('loginName')
    if (field instanceof HTMLInputElement && field.value === '') field.value = readCredentialFragment(window.location.hash).loginName
    const typed = new FormData(form.current ?? undefined)
    setLoginName(String(typed.get('loginName') ?? ''))
    setPassword(String(typed.get('password') ?? ''))
  }, [])
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const code = String(new FormData(event.currentTarget).get('code') ?? '')
    if (!holds) return setMessage('密码还不符合要求，请看下面没有打勾的一条。')
    setBusy(true)
    setMessage('')
    const answer = await call('firstSignIn', { params: {}, body: { loginName, code, password } })
    const refused = answer.ok ? await signInAndGo(loginName, password, false, '/') : answer.message
    if (refused === null) return
    setBusy(false)
    setMessage(refused)
  }
  return (
    <form ref={form} method="post" onSubmit={submit}>
      <LoginNameField onType={setLoginName} />
      <div className="field">
        <label htmlFor="code">一次性登录码</label>
        <input
          id="code"
          name="code"
          className="num"
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          onKeyDown={ignoreComposing}
          maxLength={64}
          required
        />
      </div>
      <NewPassword label="设一个自己的密码" password={password} loginNames={[loginName]} onType={setPassword} />
      <p role="alert" className="v v-warn mt-2 empty:hidden">
        {message}
      </p>
      <button type="submit" className="btn btn-1 wide" disabled={busy} aria-busy={busy}>
        {busy ? '正在设置' : '设好密码并登录'}
      </button>
      <p className="aux mt-3">登录码由本机构经理发放，14天内有效，只能用一次。忘记密码也用它重设。</p>
      <p className="ways">
        <Link className="link" href="/sign-in" prefetch={false}>
          已有密码，去登录
        </Link>
      </p>
    </form>
  )
}
