'use client'
import { useRouter } from 'next/navigation'
import { type ReactNode, useState } from 'react'
import { v7 as uuid } from 'uuid'
import type { AttemptKind } from '@/domain/attempt'
import { call } from './api-client'

/** Starts an attempt, or goes on with the open one, and opens it. A refusal is told under the button. */
export function StartAttemptButton({
  kind,
  subjectId,
  children,
  className = 'btn btn-1',
}: {
  kind: AttemptKind
  subjectId: string
  children: ReactNode
  className?: string
}) {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [message, setMessage] = useState('')
  async function start() {
    setBusy(true)
    setMessage('')
    const answer = await call('startAttempt', { params: {}, body: { id: uuid(), kind, subjectId } })
    if (answer.ok) return router.push(`/attempts/${answer.data.attemptId}`)
    setBusy(false)
    setMessage(answer.message)
  }
  return (
    <>
      <button type="button" className={className} disabled={busy} aria-busy={busy} onClick={start}>
        {busy ? '正在打开' : children}
      </button>
      <p role="alert" className="v v-warn mt-2 empty:hidden">
        {message}
      </p>
    </>
  )
}
