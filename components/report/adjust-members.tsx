'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { call } from '../api-client'

type Kind = 'extend' | 'waive' | 'restore'
const kindWord: Record<Kind, string> = { extend: '延期', waive: '免训', restore: '取消免训' }

/**
 * Extends or waives, with a reason. For one person, or for those whose boxes (`name="personIds"`, `form={formId}`) are ticked elsewhere on the
 * page. Closed until asked for.
 */
export function AdjustMembers({
  occurrenceId,
  personId,
  formId,
  label,
  waived,
  today,
}: {
  occurrenceId: string
  personId?: string
  formId?: string
  label: string
  waived: boolean
  today: string
}) {
  const router = useRouter()
  const own = useId()
  const kinds: Kind[] = waived ? ['restore'] : ['extend', 'waive']
  const [kind, setKind] = useState<Kind>(kinds[0] as Kind)
  const [busy, setBusy] = useState(false)
  const [message, setMessage] = useState('')
  const [done, setDone] = useState('')
  const chosen = kinds.includes(kind) ? kind : (kinds[0] as Kind)
  async function adjust(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    const data = new FormData(form)
    const text = (name: string) => String(data.get(name) ?? '')
    const personIds = personId ? [personId] : data.getAll('personIds').map(String)
    const params = { occurrenceId }
    setMessage('')
    setDone('')
    setBusy(true)
    const answer =
      chosen === 'extend'
        ? await call('extendMembers', { params, body: { personIds, dueOn: text('dueOn'), reason: text('reason') } })
        : await call('waiveMembers', { params, body: { personIds, reason: chosen === 'waive' ? text('reason') : null } })
    setBusy(false)
    if (!answer.ok) return setMessage(answer.message)
    const { changed, unchanged } = answer.data
    setDone(
      changed === 0
        ? '没有变动，原来就是这样。'
        : `${kindWord[chosen]}已办好${personId ? '' : `，共${changed}人`}。${unchanged > 0 ? `另有${unchanged}人不用调整。` : ''}`,
    )
    form.reset()
    setKind(kinds[0] as Kind)
    router.refresh()
  }
  return (
    <details className="adjust">
      <summary>{label}</summary>
      <form id={formId} onSubmit={adjust}>
        {!personId && <p className="sub">先在下面的名单里勾选，再填写。</p>}
        {kinds.length > 1 && (
          <fieldset className="ticks">
            <legend className="vh">办理</legend>
            {kinds.map((name) => (
              <label key={name} className="check">
                <input type="radio" name="kind" value={name} checked={chosen === name} onChange={() => setKind(name)} />
                {kindWord[name]}
              </label>
            ))}
          </fieldset>
        )}
        {chosen === 'extend' && (
          <div className="field">
            <label htmlFor={`${own}-due`}>新的截止日期</label>
            <input id={`${own}-due`} name="dueOn" type="date" required min={today} />
          </div>
        )}
        {chosen === 'restore' ? (
          <p className="sub">取消后重新计入应训，截止日期不变。</p>
        ) : (
          <div className="field">
            <label htmlFor={`${own}-reason`}>原因</label>
            <input id={`${own}-reason`} name="reason" required minLength={2} maxLength={100} autoComplete="off" placeholder="例如：产假、外派" />
          </div>
        )}
        <p role="alert" className="v v-warn empty:hidden">
          {message}
        </p>
        <button type="submit" className="btn btn-2 btn-s" disabled={busy} aria-busy={busy}>
          {busy ? '正在办理' : kindWord[chosen]}
        </button>
      </form>
      <p role="status" className="v v-ok empty:hidden">
        {done}
      </p>
    </details>
  )
}
