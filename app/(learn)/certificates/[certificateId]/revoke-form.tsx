'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { call } from '@/components/api-client'
import { type RevokeCertificateBody, revocationReasons } from '@/domain/certificate'

/** Revokes after a reason is chosen and the number is typed. Closed until asked for. */
export function RevokeForm({ certificateId, number }: { certificateId: string; number: string }) {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [message, setMessage] = useState('')
  async function revoke(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => String(form.get(name) ?? '')
    setBusy(true)
    setMessage('')
    const answer = await call('revokeCertificate', {
      params: { certificateId },
      body: { reason: text('reason') as RevokeCertificateBody['reason'], note: text('note'), number: text('number') },
    })
    setBusy(false)
    if (answer.ok) router.refresh()
    else setMessage(answer.message)
  }
  return (
    <details className="sec mt-6">
      <summary className="flex min-h-12 cursor-pointer items-center justify-between text-sub">
        撤销证书
        <svg className="ic ic-s" viewBox="0 0 24 24" aria-hidden="true">
          <path d="m6 9.500 6 6 6-6" />
        </svg>
      </summary>
      <form onSubmit={revoke} className="pt-1 pb-4">
        <p className="sub">撤销立即生效。验真页只显示日期，不显示原因。撤销后不能恢复。</p>
        <div className="field mt-3">
          <label htmlFor="reason">撤销原因</label>
          <select id="reason" name="reason" required defaultValue="">
            <option value="" disabled>
              请选择
            </option>
            {revocationReasons.map((reason) => (
              <option key={reason}>{reason}</option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="note">说明（选“其他”时必填）</label>
          <textarea id="note" name="note" rows={2} maxLength={200} />
        </div>
        <div className="field">
          <label htmlFor="number">
            再输一遍编号<span className="num ml-1">{number}</span>
          </label>
          <input id="number" name="number" className="num" required maxLength={40} autoComplete="off" autoCapitalize="characters" spellCheck={false} />
        </div>
        <p role="alert" className="v v-warn mt-3 empty:hidden">
          {message}
        </p>
        <button type="submit" className="btn btn-2 wide mt-3" disabled={busy} aria-busy={busy}>
          {busy ? '正在撤销' : '撤销这张证书'}
        </button>
      </form>
    </details>
  )
}
