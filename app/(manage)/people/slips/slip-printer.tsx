'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { call } from '@/components/api-client'
import type { IssueSlipsResult } from '@/domain/credential'
import { SlipSheet } from './slip-sheet'

export type Waiting = { id: string; name: string; position: string; unitName: string; loginName: string; codeUntil: string | null }

const leaving = '登录码离开本页就看不到了。已经打印好，再离开。'

/** Warns before a page with slips is left: by closing or reloading, and by a link. */
function useLeaveWarning(active: boolean) {
  useEffect(() => {
    if (!active) return
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault()
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null
      if (link && !window.confirm(leaving)) {
        event.preventDefault()
        event.stopPropagation()
      }
    }
    window.addEventListener('beforeunload', onUnload)
    document.addEventListener('click', onClick, true)
    return () => {
      window.removeEventListener('beforeunload', onUnload)
      document.removeEventListener('click', onClick, true)
    }
  }, [active])
}

/** Chooses people, issues codes for them, and shows the sheet to print, once. */
export function SlipPrinter({ unitId, origin, days, people }: { unitId: string; origin: string; days: number; people: Waiting[] }) {
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const [chosen, setChosen] = useState(people.filter((person) => !person.codeUntil).length)
  const [issued, setIssued] = useState<IssueSlipsResult | null>(null)
  const [busy, setBusy] = useState(false)
  const [message, setMessage] = useState('')
  useLeaveWarning(issued !== null)
  const boxes = () => [...(form.current?.querySelectorAll<HTMLInputElement>('input[name=person]') ?? [])]
  const count = () => setChosen(boxes().filter((box) => box.checked).length)
  // What was ticked before the scripts arrived.
  useEffect(() => {
    setChosen([...(form.current?.querySelectorAll('input[name=person]:checked') ?? [])].length)
  }, [])
  function choose(wanted: (person: Waiting) => boolean) {
    for (const [n, box] of boxes().entries()) box.checked = wanted(people[n] as Waiting)
    count()
  }
  async function issue(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const personIds = new FormData(event.currentTarget).getAll('person').map(String)
    if (personIds.length === 0) return setMessage('请先勾选要发登录码的人。')
    setBusy(true)
    setMessage('')
    const answer = await call('issueSlips', { params: { unitId }, body: { personIds } })
    setBusy(false)
    if (answer.ok) setIssued(answer.data)
    else setMessage(answer.message)
  }
  function finish() {
    setIssued(null)
    router.refresh()
  }
  if (issued)
    return (
      <>
        <div className="no-print" role="status">
          <p className="v v-ok">已发{issued.slips.length}个登录码</p>
          {issued.leftOut > 0 && <p className="sub">另有{issued.leftOut}人不用再发，已略过。</p>}
          <p className="sub">只显示这一次，请现在打印。交给本人，不要拍照转发。</p>
        </div>
        <div className="form-acts no-print pb-5">
          <button type="button" className="btn btn-1 btn-s" onClick={() => window.print()}>
            打印登录条
          </button>
          <button type="button" className="btn btn-2 btn-s" onClick={() => window.confirm(leaving) && finish()}>
            打印好了
          </button>
        </div>
        <SlipSheet slips={issued.slips} expiresAt={issued.expiresAt} origin={origin} />
      </>
    )
  return (
    <form ref={form} onSubmit={issue} onChange={count}>
      <p className="sub">登录码{days}天内有效，只能用一次，只显示一次：打印前不要离开页面。再发时，原来的登录码作废。</p>
      <div className="tools">
        <button type="submit" className="btn btn-1 btn-s" disabled={busy} aria-busy={busy}>
          {busy ? '正在发' : chosen > 0 ? `发登录码（${chosen}人）` : '发登录码'}
        </button>
        <button type="button" className="btn btn-2 btn-s" onClick={() => choose(() => true)}>
          全选
        </button>
        <button type="button" className="btn btn-2 btn-s" onClick={() => choose(() => false)}>
          全不选
        </button>
      </div>
      <p role="alert" className="v v-warn empty:hidden">
        {message}
      </p>
      <table className="data slip-people">
        <thead>
          <tr>
            <th>姓名</th>
            <th>岗位</th>
            <th>机构</th>
            <th>登录名</th>
            <th>已发的登录码</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <th>
                <label className="check">
                  <input type="checkbox" name="person" value={person.id} defaultChecked={!person.codeUntil} />
                  {person.name}
                </label>
              </th>
              <td data-label="岗位">{person.position}</td>
              <td data-label="机构">{person.unitName}</td>
              <td data-label="登录名">
                <span className="num">{person.loginName}</span>
              </td>
              <td data-label="已发">{person.codeUntil ? `有效至${person.codeUntil}` : '还没有'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </form>
  )
}
