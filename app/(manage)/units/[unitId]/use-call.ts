import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { call } from '@/components/api-client'
import type { api, Bodies, JsonEndpoint, PathParams, Results } from '@/domain/api'

/** Sends to one endpoint: whether it is under way, and what it refused with. What is shown is read again once something has been done. */
export function useCall<K extends JsonEndpoint>(name: K, params: PathParams<(typeof api)[K]['path']>) {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [message, setMessage] = useState('')
  async function send(body: Bodies[K], { changes = true } = {}): Promise<Results[K] | null> {
    setBusy(true)
    setMessage('')
    const answer = await call(name, { params, body })
    setBusy(false)
    if (!answer.ok) {
      setMessage(answer.message)
      return null
    }
    if (changes) router.refresh()
    return answer.data
  }
  return { busy, message, send }
}
