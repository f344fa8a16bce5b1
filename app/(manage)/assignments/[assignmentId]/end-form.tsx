'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { call } from '@/components/api-client'
import { Icon } from '@/components/report/icon'

/** Ends an assignment, after a tick that one means it. Closed until asked for. */
export function EndForm({ assignmentId, outstanding }: { assignmentId: string; outstanding: number }) {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [message, setMessage] = useState('')
  async function end(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    setBusy(true)
    setMessage('')
    const answer = await call('endAssignment', { params: { assignmentId }, body: {} })
    setBusy(false)
    if (answer.ok) router.refresh()
    else setMessage(answer.message)
  }
  return (
    <details className="sec">
      <summary className="flex min-h-12 cursor-pointer items-center justify-between text-sub">
        结束任务
        <Icon name="down" />
      </summary>
      <form onSubmit={end} className="pt-1 pb-4">
        <p className="sub">结束后不再有人加入，没完成的不用再学。已完成的和证书都保留。</p>
        <label className="check mt-2">
          <input type="checkbox" required />
          {outstanding > 0 ? `还有${outstanding}人没完成，仍要结束。结束后不能恢复` : '确定结束。结束后不能恢复'}
        </label>
        <p role="alert" className="v v-warn mt-3 empty:hidden">
          {message}
        </p>
        <div className="form-acts">
          <button type="submit" className="btn btn-2" disabled={busy} aria-busy={busy}>
            {busy ? '正在结束' : '结束任务'}
          </button>
        </div>
      </form>
    </details>
  )
}
