'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, type ReactNode, useState, useTransition } from 'react'
import type { Called } from '@/components/api-client'

/**
 * A form that sends one request and says how it went, in place. What is typed stays; `clears` empties the fields once it is done. The page
 * is read again afterwards, also after a refusal: what stood in the way may be news.
 */
export function ActionForm<T>({
  send,
  done,
  submit,
  sending,
  primary = false,
  clears = false,
  children,
}: {
  send: (form: FormData) => Promise<Called<T>>
  /** What to say once it is done; null to say nothing. */
  done: (result: T) => ReactNode
  submit: string
  sending: string
  primary?: boolean
  clears?: boolean
  children?: ReactNode
}) {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [refreshing, startRefresh] = useTransition()
  const [refusal, setRefusal] = useState('')
  const [outcome, setOutcome] = useState<ReactNode>(null)
  const [round, setRound] = useState(0)
  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setBusy(true)
    setRefusal('')
    setOutcome(null)
    const answer = await send(form)
    setBusy(false)
    if (answer.ok) {
      setOutcome(done(answer.data))
      if (clears) setRound(round + 1)
    } else setRefusal(answer.message)
    if (answer.ok || answer.code === 'refused') startRefresh(() => router.refresh())
  }
  return (
    <form onSubmit={onSubmit} onInput={() => setOutcome(null)}>
      <div key={round}>{children}</div>
      <p role="alert" className="v v-warn mt-3 empty:hidden">
        {refusal}
      </p>
      <div role="status" className="v v-ok mt-3 empty:hidden">
        {outcome}
      </div>
      <div className="form-acts">
        <button type="submit" className={`btn ${primary ? 'btn-1' : 'btn-2'} btn-s`} disabled={busy || refreshing} aria-busy={busy}>
          {busy ? sending : submit}
        </button>
      </div>
    </form>
  )
}
