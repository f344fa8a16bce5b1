'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { call } from '@/components/api-client'
import { Icon } from '@/components/report/icon'

/** Changes the due date of a round. Closed until asked for. */
export function DueDateForm({ occurrenceId, dueOn, today, yearlyFirst }: { occurrenceId: string; dueOn: string; today: string; yearlyFirst: boolean }) {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [message, setMessage] = useState('')
  const [done, setDone] = useState('')
  async function change(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setBusy(true)
    setMessage('')
    setDone('')
    const answer = await call('changeDueDate', { params: { occurrenceId }, body: { dueOn: String(form.get('dueOn') ?? '') } })
    setBusy(false)
    if (!answer.ok) return setMessage(answer.message)
    setDone(answer.data.moved > 0 ? `已改，${answer.data.moved}人随之调整。` : '已是这一天，没有人的截止日期变动。')
    router.refresh()
  }
  return (
    <details className="sec">
      <summary className="flex min-h-12 cursor-pointer items-center justify-between text-sub">
        改截止日期
        <Icon name="down" />
      </summary>
      <form onSubmit={change} className="pt-1 pb-4">
        <p className="sub">未完成的人随之调整。单独延过期的，以较晚的为准。</p>
        {yearlyFirst && <p className="sub">以后每年的截止日期，也从这一轮推算。</p>}
        <div className="field mt-3 max-w-80">
          <label htmlFor="round-due-on">截止日期</label>
          <input id="round-due-on" name="dueOn" type="date" required defaultValue={dueOn} min={today} />
        </div>
        <p role="alert" className="v v-warn mt-3 empty:hidden">
          {message}
        </p>
        <p role="status" className="v v-ok mt-3 empty:hidden">
          {done}
        </p>
        <div className="form-acts">
          <button type="submit" className="btn btn-2" disabled={busy} aria-busy={busy}>
            {busy ? '正在保存' : '保存'}
          </button>
        </div>
      </form>
    </details>
  )
}
