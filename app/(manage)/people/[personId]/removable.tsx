'use client'
import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import type { Called } from '@/components/api-client'

/** A list whose entries can be taken away one by one, after a second word. */
export function Removable<T>({
  entries,
  verb,
  remove,
}: {
  entries: { key: string; text: string; note?: string; removable: boolean; given: T }[]
  /** What the button says, "删去". */
  verb: string
  remove: (given: T) => Promise<Called<unknown>>
}) {
  const router = useRouter()
  const [asked, setAsked] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [refreshing, startRefresh] = useTransition()
  const [message, setMessage] = useState('')
  async function go(given: T) {
    setBusy(true)
    setMessage('')
    const answer = await remove(given)
    setBusy(false)
    setAsked(null)
    if (!answer.ok) setMessage(answer.message)
    startRefresh(() => router.refresh())
  }
  return (
    <>
      <ul className="removable">
        {entries.map(({ key, text, note, removable, given }) => (
          <li key={key}>
            <span>
              {text}
              {note && <small>{note}</small>}
            </span>
            {removable && (
              <button
                type="button"
                className="btn btn-2 btn-s"
                disabled={busy || refreshing}
                aria-label={`${asked === key ? '确认' : ''}${verb}${text}`}
                onClick={() => (asked === key ? void go(given) : setAsked(key))}
                onBlur={() => setAsked(null)}
              >
                {asked === key ? `确认${verb}` : verb}
              </button>
            )}
          </li>
        ))}
      </ul>
      <p role="alert" className="v v-warn py-2 empty:hidden">
        {message}
      </p>
    </>
  )
}
