'use client'
import { type FormEvent, useState } from 'react'
import { call } from '@/components/api-client'
import { CertificateStatusWord } from '@/components/certificate/certificate-status'
import { isCertificateNumber, type LookUpCertificateResult } from '@/domain/certificate'
import { VerifyWindow } from './window'

const explanation: Record<LookUpCertificateResult['status'], string> = {
  valid: '编号与姓名一致，证书在有效期内。',
  expired: '编号与姓名一致，证书已过有效期。',
  revoked: '编号与姓名一致，证书已撤销。',
  unknown: '没有编号与姓名都相符的证书，请核对后再查。',
}

/** Number and name in, status out. A misprinted number is told before anything is asked. */
export function LookUpForm() {
  const [busy, setBusy] = useState(false)
  const [status, setStatus] = useState<LookUpCertificateResult['status'] | null>(null)
  const [message, setMessage] = useState('')
  async function lookUp(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const [number, name] = [String(form.get('number') ?? '').trim(), String(form.get('name') ?? '').trim()]
    setStatus(null)
    if (!number || !name) return setMessage('编号与姓名都要填。')
    if (!isCertificateNumber(number)) return setMessage('编号有误，请对照证书再输一遍。')
    setMessage('')
    setBusy(true)
    const answer = await call('lookUpCertificate', { params: {}, body: { number, name } })
    setBusy(false)
    if (answer.ok) setStatus(answer.data.status)
    else setMessage(answer.message)
  }
  return (
    <>
      <section className="st">
        <VerifyWindow key={status} lit={status === 'valid'} />
        <h1 className={status ? 'vh' : undefined}>证书验真</h1>
        <div role="status">
          {status && (
            <>
              <p className="pt-4 text-h2">
                <CertificateStatusWord status={status} className="big" />
              </p>
              <p className="sub">{explanation[status]}</p>
            </>
          )}
        </div>
        {!status && <p className="sub">请输入证书上的编号与姓名。</p>}
      </section>
      <form className="d gut" onSubmit={lookUp} noValidate onChange={() => setMessage('')}>
        <div className="sec pt-4">
          <div className="field">
            <label htmlFor="number">证书编号</label>
            <input
              id="number"
              name="number"
              className="num"
              placeholder="JR-HEB-2026-000000-0"
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              maxLength={40}
            />
          </div>
          <div className="field">
            <label htmlFor="name">持证人姓名</label>
            <input id="name" name="name" autoComplete="off" maxLength={30} />
          </div>
          <p role="alert" className="v v-warn mt-3 empty:hidden">
            {message}
          </p>
          <button type="submit" className="btn btn-1 wide mt-4" disabled={busy} aria-busy={busy}>
            {busy ? '正在查询' : '查询'}
          </button>
        </div>
      </form>
    </>
  )
}
