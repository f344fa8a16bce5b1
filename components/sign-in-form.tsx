'use client'
import Link from 'next/link'
import { signIn } from 'next-auth/react'
import { type FormEvent, type KeyboardEvent, useEffect, useState } from 'react'

/** next-auth's error codes (see server/auth/next-auth.ts) as sentences. */
export function signInMessage(code: string): string {
  const [kind, number] = code.split(':')
  if (kind === 'wrong' && number) return `工号或密码不正确，还可以试${number}次。`
  if (kind === 'locked') return `输错次数多，请${number}分钟后再试。忘记密码，可请本机构经理补发登录码。`
  if (kind === 'unavailable') return '服务正在恢复，请几秒后再试。'
  return '工号或密码不正确，请核对后再试。'
}

/** An input method uses Enter to choose a word; that Enter must not send the form. */
export const ignoreComposing = (event: KeyboardEvent) => {
  if (event.key === 'Enter' && event.nativeEvent.isComposing) event.preventDefault()
}

export function LoginNameField({ onType }: { onType?: (value: string) => void }) {
  return (
    <div className="field">
      <label htmlFor="login-name">工号或手机号</label>
      <input
        id="login-name"
        name="loginName"
        autoComplete="username"
        autoCapitalize="off"
        spellCheck={false}
        onInput={(event) => onType?.(event.currentTarget.value)}
        onKeyDown={ignoreComposing}
        maxLength={64}
        required
      />
    </div>
  )
}

/** What is typed stays in the field itself, so that nothing typed before the scripts arrive is lost. */
export function PasswordField({
  id,
  label,
  name,
  autoComplete,
  onType,
}: {
  id: string
  label: string
  name: string
  autoComplete: string
  onType?: (value: string) => void
}) {
  const [shown, setShown] = useState(false)
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="in">
        <input
          id={id}
          name={name}
          type={shown ? 'text' : 'password'}
          autoComplete={autoComplete}
          onInput={(event) => onType?.(event.currentTarget.value)}
          onKeyDown={ignoreComposing}
          maxLength={256}
          required
        />
        <button type="button" aria-pressed={shown} aria-label={shown ? '隐藏密码' : '显示密码'} onClick={() => setShown(!shown)}>
          <svg className="ic" viewBox="0 0 24 24" aria-hidden="true">
            <path d="M2.5 12S6 5.500 12 5.500 21.500 12 21.500 12 18 18.500 12 18.500 2.500 12 2.500 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6" />
            {!shown && <path d="M4 20 20 4" />}
          </svg>
        </button>
      </div>
    </div>
  )
}

/** Signs in with next-auth and leaves by a hard navigation, so that nothing of a former session stays. */
export async function signInAndGo(loginName: string, password: string, remember: boolean, to: string): Promise<string | null> {
  try {
    // Without an address of its own next-auth takes that of this page, and an error in it for the answer's.
    const answer = await signIn('credentials', { redirect: false, callbackUrl: '/', loginName, password, remember: String(remember) })
    if (answer?.ok && !answer.error) {
      window.location.assign(to)
      return null
    }
    return signInMessage(answer?.error ?? '')
  } catch {
    return '网络中断，还没有登录。恢复后再试一次。'
  }
}

/** What comes back with next-auth from the identity provider, as a sentence; '' for nothing. */
function returnMessage(error: string | undefined, name: string | undefined): string {
  if (!error || !name) return ''
  if (error === 'AccessDenied') return '这个账号不在学习名单里。请用密码登录，或请本机构经理核对登录名。'
  return `${name}没有完成。请再试一次，或用密码登录。`
}

/** `oidcName`: the button of the organisation's identity provider, where there is one. `mails`: whether a link can be sent by mail. */
export function SignInForm({ from, oidcName, mails, error }: { from: string; oidcName?: string | undefined; mails: boolean; error?: string | undefined }) {
  const [remember, setRemember] = useState(false)
  const [busy, setBusy] = useState(false)
  const [message, setMessage] = useState(returnMessage(error, oidcName))
  const [offline, setOffline] = useState(false)
  const [ready, setReady] = useState(false)
  useEffect(() => {
    const tell = () => setOffline(!navigator.onLine)
    tell()
    setReady(true)
    window.addEventListener('online', tell)
    window.addEventListener('offline', tell)
    return () => {
      window.removeEventListener('online', tell)
      window.removeEventListener('offline', tell)
    }
  }, [])
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setBusy(true)
    setMessage('')
    const refused = await signInAndGo(String(form.get('loginName')), String(form.get('password')), remember, from)
    if (refused === null) return
    setBusy(false)
    setMessage(refused)
  }
  async function leaveForProvider() {
    setBusy(true)
    setMessage('')
    await signIn('oidc', { callbackUrl: from }).catch(() => setMessage('网络中断，还没有登录。恢复后再试一次。'))
    setBusy(false)
  }
  return (
    <form method="post" onSubmit={submit}>
      <LoginNameField />
      <PasswordField id="password" name="password" label="密码" autoComplete="current-password" />
      <p role="alert" className="v v-warn mt-2 empty:hidden">
        {message}
      </p>
      <label className="check">
        <input type="checkbox" checked={remember} onChange={(event) => setRemember(event.target.checked)} />
        这是我自己的设备，保持登录14天
      </label>
      {offline && <p className="aux">现在没有网络。连上以后就能登录。</p>}
      <button type="submit" className="btn btn-1 wide" disabled={busy || !ready} aria-busy={busy}>
        {busy ? '正在登录' : '登录'}
      </button>
      {oidcName && (
        <button type="button" className="btn btn-2 wide" disabled={busy || !ready} onClick={leaveForProvider}>
          {oidcName}
        </button>
      )}
      <p className="ways">
        <Link className="link" href="/first-sign-in" prefetch={false}>
          首次登录，用登录码
        </Link>
        <Link className="link" href={mails ? '/forgot' : '/first-sign-in'} prefetch={false}>
          忘记密码
        </Link>
      </p>
    </form>
  )
}
