'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useRef, useState } from 'react'
import { v7 as uuid } from 'uuid'
import { call } from '@/components/api-client'
import { Icon } from '@/components/report/icon'
import { type AssignmentRule, mostGraceDays, type PreviewAssignmentResult, type PublishAssignmentBody } from '@/domain/assignment'
import { monthAndDay } from '@/domain/time'
import { type PickedUnit, UnitPicker } from './unit-picker'

/** The rule that the form describes; a group without a tick is no condition. */
function readRule(form: FormData): AssignmentRule {
  const ticked = (name: string) => form.getAll(name).map(String)
  const kind = form.get('staffKind')
  const positions = ticked('positions')
  const serviceStages = ticked('serviceStages')
  const unitIds = ticked('unitIds')
  const hiredFrom = String(form.get('hiredFrom') ?? '')
  return {
    ...(kind === 'staff' || kind === 'agent' ? { staffKinds: [kind] } : {}),
    ...(positions.length > 0 ? { positions } : {}),
    ...(serviceStages.length > 0 ? { serviceStages } : {}),
    ...(unitIds.length > 0 ? { unitIds } : {}),
    ...(hiredFrom ? { hiredFrom } : {}),
  }
}

function Ticks({ legend, name, values }: { legend: string; name: string; values: string[] }) {
  return (
    <fieldset className="choice">
      <legend>{legend}</legend>
      <p className="aux">不选就是全部{legend}。</p>
      <div className="ticks">
        {values.map((value) => (
          <label key={value} className="check">
            <input type="checkbox" name={name} value={value} />
            {value}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function Preview({ preview, opensOn, today }: { preview: PreviewAssignmentResult; opensOn: string; today: string }) {
  const { count, units, examples, elsewhere, onLeave } = preview
  return (
    <>
      <dl className="figures">
        <div>
          <dt>{opensOn > today ? '按今天的人员' : '发布后加入'}</dt>
          <dd>{count}人</dd>
        </div>
      </dl>
      <ul className="sub grid gap-1">
        {units.length > 0 && (
          <li className="facts-line">
            {units.map((unit) => (
              <span key={unit.name}>
                {unit.name}
                {unit.count}人
              </span>
            ))}
          </li>
        )}
        {count === 0 && <li>现在没有人符合。以后符合的人会自动加入。</li>}
        {examples.length > 0 && (
          <li>
            例如：
            {examples.map(({ name, position, unitName }) => `${name}（${unitName}，${position}）`).join('、')}
            {count > examples.length && '等'}。
          </li>
        )}
        {elsewhere > 0 && (
          <li className="v v-warn">
            <Icon name="alert" />有{elsewhere}人已在同一培训的其他任务里，发布后要各考一次。
          </li>
        )}
        {onLeave > 0 && <li>休假的{onLeave}人没有算进去，回岗后自动加入。</li>}
        {opensOn > today && <li>{monthAndDay(opensOn)}开始，名单以当天的人员为准。</li>}
      </ul>
    </>
  )
}

/** A new assignment: what, whom, when; the number of people is looked at before it can be published. */
export function AssignmentForm({
  programmes,
  units,
  positions,
  serviceStages,
  today,
  dueOn,
}: {
  programmes: { id: string; title: string }[]
  units: PickedUnit[]
  positions: string[]
  serviceStages: string[]
  today: string
  dueOn: string
}) {
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  /** Made once, so that a second press after a lost answer is the same assignment. */
  const [id] = useState(() => uuid())
  const [preview, setPreview] = useState<(PreviewAssignmentResult & { opensOn: string }) | null>(null)
  const [busy, setBusy] = useState<'preview' | 'publish' | null>(null)
  const [message, setMessage] = useState('')

  const read = (): PublishAssignmentBody => {
    const data = new FormData(form.current ?? undefined)
    const text = (name: string) => String(data.get(name) ?? '')
    return {
      id,
      programmeId: text('programmeId'),
      title: text('title'),
      rule: readRule(data),
      opensOn: text('opensOn'),
      dueOn: text('dueOn'),
      graceDays: Number(text('graceDays')),
      yearly: data.get('yearly') !== null,
    }
  }
  /** What was previewed is no longer what would be published. */
  const forget = () => {
    setPreview(null)
    setMessage('')
  }
  async function look(event: FormEvent) {
    event.preventDefault()
    const { programmeId, rule, opensOn } = read()
    setBusy('preview')
    setMessage('')
    const answer = await call('previewAssignment', { params: {}, body: { programmeId, rule } })
    setBusy(null)
    if (answer.ok) setPreview({ ...answer.data, opensOn })
    else setMessage(answer.message)
  }
  async function publish() {
    setBusy('publish')
    setMessage('')
    const answer = await call('publishAssignment', { params: {}, body: read() })
    if (answer.ok) {
      router.push(`/assignments/${answer.data.assignmentId}`)
      return
    }
    setBusy(null)
    setMessage(answer.message)
  }
  const [only] = programmes
  return (
    <form ref={form} onSubmit={look} onChange={forget}>
      <section className="sec">
        <div className="sec-h">
          <h2>学什么</h2>
        </div>
        <div className="fields">
          <div className="field">
            <label htmlFor="programmeId">培训</label>
            <select id="programmeId" name="programmeId" required defaultValue={only?.id}>
              {programmes.map((programme) => (
                <option key={programme.id} value={programme.id}>
                  {programme.title}
                </option>
              ))}
            </select>
          </div>
          <div className="field">
            <label htmlFor="title">任务名称（前面自动加年份）</label>
            <input id="title" name="title" required minLength={2} maxLength={20} defaultValue={only?.title} autoComplete="off" />
          </div>
        </div>
      </section>
      <section className="sec">
        <div className="sec-h">
          <h2>给谁</h2>
          <span className="aux">各项都符合的人才加入</span>
        </div>
        <div className="whom">
          <UnitPicker units={units} onChange={forget} />
          <div>
            <fieldset className="choice">
              <legend>人员类别</legend>
              <div className="ticks">
                {[
                  ['', '全部'],
                  ['staff', '员工'],
                  ['agent', '个人代理营销员'],
                ].map(([value, word]) => (
                  <label key={value} className="check">
                    <input type="radio" name="staffKind" value={value} defaultChecked={value === ''} />
                    {word}
                  </label>
                ))}
              </div>
            </fieldset>
            <Ticks legend="服务环节" name="serviceStages" values={serviceStages} />
            <Ticks legend="岗位" name="positions" values={positions} />
            <div className="field choice">
              <label htmlFor="hiredFrom">入职不早于（可不填）</label>
              <input id="hiredFrom" name="hiredFrom" type="date" />
            </div>
          </div>
        </div>
      </section>
      <section className="sec">
        <div className="sec-h">
          <h2>什么时候</h2>
        </div>
        <div className="fields">
          <div className="field">
            <label htmlFor="opensOn">开始日期</label>
            <input id="opensOn" name="opensOn" type="date" required defaultValue={today} min={today} />
          </div>
          <div className="field">
            <label htmlFor="dueOn">截止日期</label>
            <input id="dueOn" name="dueOn" type="date" required defaultValue={dueOn} min={today} />
          </div>
          <div className="field">
            <label htmlFor="graceDays">开始后加入的人，至少有几天</label>
            <input id="graceDays" name="graceDays" type="number" inputMode="numeric" required min={0} max={mostGraceDays} step={1} defaultValue={14} />
          </div>
          <label className="check self-end">
            <input type="checkbox" name="yearly" />
            每年同一天开始新的一轮
          </label>
        </div>
      </section>
      <section className="sec" aria-live="polite">
        <div className="sec-h">
          <h2>预览</h2>
        </div>
        {preview ? <Preview preview={preview} opensOn={preview.opensOn} today={today} /> : <p className="sub">发布前，先看有多少人。</p>}
        <p role="alert" className="v v-warn mt-3 empty:hidden">
          {message}
        </p>
        <div className="form-acts">
          {preview && (
            <button type="button" className="btn btn-1" onClick={publish} disabled={busy !== null} aria-busy={busy === 'publish'}>
              {busy === 'publish' ? '正在发布' : '发布'}
            </button>
          )}
          <button type="submit" className={preview ? 'btn btn-2' : 'btn btn-1'} disabled={busy !== null} aria-busy={busy === 'preview'}>
            {busy === 'preview' ? '正在预览' : preview ? '再看一次' : '预览人数'}
          </button>
        </div>
      </section>
    </form>
  )
}
