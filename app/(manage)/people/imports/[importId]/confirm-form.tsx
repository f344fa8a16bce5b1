'use client'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { call } from '@/components/api-client'
import type { RosterCounts } from '@/domain/roster'

/** The counts stand on the button; many leavers are typed in besides. */
export function ConfirmForm({ importId, counts, askNumber }: { importId: string; counts: RosterCounts; askNumber: boolean }) {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [message, setMessage] = useState('')
  async function confirm(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const typed = String(new FormData(event.currentTarget).get('leavers') ?? '').trim()
    if (askNumber && typed !== String(counts.leaving)) return setMessage(`请核对离职名单，再输入${counts.leaving}。`)
    setBusy(true)
    setMessage('')
    const answer = await call('confirmRoster', { params: { importId }, body: { leavers: askNumber ? Number(typed) : null } })
    setBusy(false)
    if (answer.ok) router.refresh()
    else setMessage(answer.message)
  }
  const parts = [
    counts.new > 0 && `新增${counts.new}人`,
    counts.changed > 0 && `更新${counts.changed}人`,
    counts.leaving > 0 && `离职${counts.leaving}人`,
  ].filter(Boolean)
  return (
    <form onSubmit={confirm} className="notice">
      {counts.warned > 0 && <p className="sub">另有{counts.warned}条提醒，不影响写入。</p>}
      {askNumber && (
        <>
          <p className="v v-warn">
            离职{counts.leaving}人，占在册{counts.presentBefore}人的{Math.round((counts.leaving * 1000) / Math.max(1, counts.presentBefore)) / 10}%
          </p>
          <p className="sub">
            离职的人立即不能登录，学习记录保留。请先看
            <Link className="link" href={`/people/imports/${importId}?show=leaving`} prefetch={false} scroll={false}>
              离职名单
            </Link>
            。
          </p>
          <div className="field">
            <label htmlFor="leavers">输入离职人数，再次确认</label>
            <input id="leavers" name="leavers" inputMode="numeric" autoComplete="off" maxLength={7} className="num" />
          </div>
        </>
      )}
      <p role="alert" className="v v-warn empty:hidden">
        {message}
      </p>
      <button type="submit" className="btn btn-1 btn-s" disabled={busy} aria-busy={busy}>
        {busy ? '正在提交' : `确认写入：${parts.join('，')}`}
      </button>
      <p className="aux">写入后24小时内可以撤销。</p>
    </form>
  )
}
