'use client'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { call } from '@/components/api-client'
import { NewPassword } from '@/components/new-password'
import { PasswordField } from '@/components/sign-in-form'
import { passwordHolds } from '@/domain/credential'

/** The password one has, and a new one. Nothing typed is lost when it is refused. */
export function PasswordForm({ loginNames }: { loginNames: string[] }) {
  const form = useRef<HTMLFormElement>(null)
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [done, setDone] = useState(false)
  const [message, setMessage] = useState('')
  // What was typed before the scripts arrived.
  useEffect(() => setPassword(String(new FormData(form.current ?? undefined).get('password') ?? '')), [])
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const current = String(new FormData(event.currentTarget).get('current') ?? '')
    setDone(false)
    if (!loginNames.every((loginName) => passwordHolds(password, loginName))) return setMessage('新密码还不符合要求，请看没有打勾的一条。')
    setBusy(true)
    setMessage('')
    const answer = await call('changePassword', { params: {}, body: { current, password } })
    setBusy(false)
    if (!answer.ok) return setMessage(answer.message)
    form.current?.reset()
    setPassword('')
    setDone(true)
  }
  return (
    <form ref={form} method="post" onSubmit={submit} className="mt-4">
      <input type="text" name="username" autoComplete="username" value={loginNames[0] ?? ''} readOnly hidden />
      <PasswordField id="current" name="current" label="现在的密码" autoComplete="current-password" />
      <div className="mt-3">
        <NewPassword label="新密码" password={password} loginNames={loginNames} onType={setPassword} />
      </div>
      <p role="alert" className="v v-warn mt-3 empty:hidden">
        {message}
      </p>
      <p role="status" className="v v-ok mt-3 empty:hidden">
        {done && '密码已修改，其他设备已退出登录。'}
      </p>
      <button type="submit" className="btn btn-1 wide mt-4" disabled={busy} aria-busy={busy}>
        {busy ? '正在修改' : '修改密码'}
      </button>
    </form>
  )
}
