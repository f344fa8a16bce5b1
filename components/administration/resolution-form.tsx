'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { call } from '@/components/api-client'

/** Answers a request for correction. */
export function ResolutionForm({ correctionId, name }: { correctionId: string; name: string }) {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [message, setMessage] = useState('')
  async function resolve(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const outcome = String(new FormData(event.currentTarget).get('outcome') ?? '')
    setBusy(true)
    setMessage('')
    const answer = await call('resolveCorrection', { params: { correctionId }, body: { outcome } })
    setBusy(false)
    if (!answer.ok) return setMessage(answer.message)
    router.refresh()
  }
  return (
    <form onSubmit={resolve}>
      <div className="field">
        <label htmlFor={`outcome-${correctionId}`}>给{name}的答复</label>
        <textarea id={`outcome-${correctionId}`} name="outcome" rows={2} maxLength={300} required />
      </div>
      <p role="alert" className="v v-warn mt-2 empty:hidden">
        {message}
      </p>
      <button type="submit" className="btn btn-2 btn-s mt-3" disabled={busy} aria-busy={busy}>
        {busy ? '正在保存' : '答复并办结'}
      </button>
    </form>
  )
}
