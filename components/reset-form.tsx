'use client'
import Link from 'next/link'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { passwordHolds, readCredentialFragment } from '@/domain/credential'
import { call } from './api-client'
import { NewPassword } from './new-password'
import { signInAndGo } from './sign-in-form'

/** A link by mail leads here: login name and code are in the address, behind the `#`, and are taken out of it at once. */
export function ResetForm() {
  const [link, setLink] = useState<{ loginName: string; code: string } | null>(null)
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [message, setMessage] = useState('')
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    const read = () => {
      const found = readCredentialFragment(window.location.hash)
      // Nobody who looks at the address bar or the history afterwards finds it there.
      if (found.code) window.history.replaceState(null, '', window.location.pathname)
      setLink((held) => (found.code || !held ? found : held))
    }
    read()
    setPassword(String(new FormData(form.current ?? undefined).get('password') ?? ''))
    // A second link opened in the same tab changes the fragment only.
    window.addEventListener('hashchange', read)
    return () => window.removeEventListener('hashchange', read)
  }, [])
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (!link) return
    if (!passwordHolds(password, link.loginName)) return setMessage('密码还不符合要求，请看下面没有打勾的一条。')
    setBusy(true)
    setMessage('')
    const answer = await call('firstSignIn', { params: {}, body: { ...link, password } })
    const refused = answer.ok
      ? await signInAndGo(link.loginName, password, false, '/')
      : answer.reason === 'wrong'
        ? '这个链接已用过或已过期，请重新申请一封。'
        : answer.message
    if (refused === null) return
    setBusy(false)
    setMessage(refused)
  }
  if (link && !(link.loginName && link.code))
    return (
      <>
        <p className="sub">请从邮件里再点一次链接。链接60分钟内有效，只能用一次。</p>
        <Link className="btn btn-1 wide" href="/forgot" prefetch={false}>
          重新申请一封
        </Link>
      </>
    )
  return (
    <form ref={form} method="post" onSubmit={submit}>
      <input type="text" name="username" autoComplete="username" value={link?.loginName ?? ''} readOnly hidden />
      <p className="sub mb-3">
        登录名<span className="num ml-2">{link?.loginName}</span>
      </p>
      <NewPassword label="新密码" password={password} loginNames={[link?.loginName ?? '']} onType={setPassword} />
      <p role="alert" className="v v-warn mt-2 empty:hidden">
        {message}
      </p>
      <button type="submit" className="btn btn-1 wide" disabled={busy || !link} aria-busy={busy}>
        {busy ? '正在设置' : '设好密码并登录'}
      </button>
      <p className="aux mt-3">设好以后，其他设备上的登录会退出。</p>
      <p className="ways">
        <Link className="link" href="/sign-in" prefetch={false}>
          想起密码，去登录
        </Link>
        <Link className="link" href="/forgot" prefetch={false}>
          重新申请一封
        </Link>
      </p>
    </form>
  )
}
