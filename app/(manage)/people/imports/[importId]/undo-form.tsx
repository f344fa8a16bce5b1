'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { call } from '@/components/api-client'

/** Closed until asked for; says beforehand what an undo does not touch. */
export function UndoForm({ importId, until, hours }: { importId: string; until: string; hours: number }) {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [message, setMessage] = useState('')
  async function undo() {
    setBusy(true)
    setMessage('')
    const answer = await call('undoRoster', { params: { importId }, body: {} })
    setBusy(false)
    if (answer.ok) router.refresh()
    else setMessage(answer.message)
  }
  return (
    <details className="sec mt-7">
      <summary className="flex min-h-12 cursor-pointer items-center justify-between text-sub">
        <span>
          撤销这次导入<span className="aux ml-2">{until}前可撤销</span>
        </span>
        <svg className="ic ic-s" viewBox="0 0 24 24" aria-hidden="true">
          <path d="m6 9.500 6 6 6-6" />
        </svg>
      </summary>
      <div className="notice pb-4">
        <p className="sub">写入后{hours}小时内，新增的人撤回，更新和离职的人恢复原样，空出来的新机构去掉。</p>
        <p className="sub">已登录、已有学习记录或之后又改过的人保留，逐人列出。</p>
        <p role="alert" className="v v-warn empty:hidden">
          {message}
        </p>
        <button type="button" className="btn btn-2 btn-s" onClick={undo} disabled={busy} aria-busy={busy}>
          {busy ? '正在提交' : '撤销这次导入'}
        </button>
      </div>
    </details>
  )
}
