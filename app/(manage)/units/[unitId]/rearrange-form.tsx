'use client'
import { useId, useRef, useState } from 'react'
import { Fold } from '@/components/administration/fold'
import type { Rearranged } from '@/domain/unit'
import { Said } from './said'
import { useCall } from './use-call'

type Option = { id: string; name: string; place: string }
const mostOptions = 12

/** One unit of many, found by part of its name. */
function UnitPicker({ legend, options, chosen, choose }: { legend: string; options: Option[]; chosen: Option | null; choose: (option: Option) => void }) {
  const [query, setQuery] = useState('')
  const id = useId()
  const wanted = query.trim().toLowerCase()
  const fitting = options.filter((option) => `${option.place} ${option.name}`.toLowerCase().includes(wanted))
  const listed = fitting.slice(0, mostOptions)
  const shown = chosen && !listed.some((option) => option.id === chosen.id) ? [chosen, ...listed] : listed
  return (
    <fieldset className="picker">
      <legend>{legend}</legend>
      {options.length > mostOptions && (
        <div className="field">
          <label className="vh" htmlFor={id}>
            找机构
          </label>
          <input id={id} type="search" placeholder="机构名称" autoComplete="off" value={query} onChange={(event) => setQuery(event.target.value)} />
        </div>
      )}
      {shown.map((option) => (
        <label key={option.id} className="pick">
          <input type="radio" name={`${id}-unit`} checked={option.id === chosen?.id} onChange={() => choose(option)} />
          <span>
            {option.name}
            <small>{option.place}</small>
          </span>
        </label>
      ))}
      {fitting.length === 0 && <p className="sub">没有这个名称。换几个字再找。</p>}
      {fitting.length > mostOptions && <p className="aux">还有{fitting.length - mostOptions}个，请输几个字来找。</p>}
    </fieldset>
  )
}

const words = {
  move: { title: '移到别的上级', legend: '移到哪个机构下面', confirm: '确认移动', done: '已移动。', none: '没有可以移去的上级。' },
  merge: { title: '并入别的机构', legend: '并入哪个机构', confirm: '确认合并', done: '已合并。', none: '没有可以并入的机构。' },
} as const

/** What would happen, in sentences. */
function consequences(kind: keyof typeof words, unit: string, to: string, told: Rearranged): string[] {
  const units = told.units > 0 ? `和下级机构${told.units}个` : ''
  return [
    kind === 'move' ? `“${unit}”${units}，共${told.people}人，归“${to}”。` : `${told.people}人${units}，归“${to}”。`,
    kind === 'move' ? `学习记录和成绩不变，报表从现在起计入“${to}”。` : `“${unit}”停用，此前的学习记录和成绩计入“${to}”。`,
    ...(told.managers.length > 0 ? [`${told.managers.join('、')}不再是“${unit}”的经理。`] : []),
    told.joined + told.ended === 0 ? '学习任务不变。' : `按任务的适用范围，加入${told.joined}人次，退出${told.ended}人次。`,
  ]
}

/** Moves or merges in two steps: choose, see what would happen, confirm. `targets` holds only what the rules allow. */
export function RearrangeForm({ kind, unit, targets }: { kind: 'move' | 'merge'; unit: { id: string; name: string }; targets: Option[] }) {
  const moving = useCall('moveUnit', { unitId: unit.id })
  const merging = useCall('mergeUnit', { unitId: unit.id })
  const { busy, message } = kind === 'move' ? moving : merging
  const [chosen, setChosen] = useState<Option | null>(null)
  const [told, setTold] = useState<Rearranged | null>(null)
  const [done, setDone] = useState('')
  const [missing, setMissing] = useState('')
  const confirm = useRef<HTMLButtonElement>(null)
  const word = words[kind]
  async function ask(rehearsal: boolean) {
    setDone('')
    if (!chosen) return setMissing('请先选一个机构。')
    const outcome =
      kind === 'move'
        ? await moving.send({ toId: chosen.id, rehearsal }, { changes: !rehearsal })
        : await merging.send({ intoId: chosen.id, rehearsal }, { changes: !rehearsal })
    if (!outcome) return
    setTold(rehearsal ? outcome : null)
    if (rehearsal) return setTimeout(() => confirm.current?.focus())
    setChosen(null)
    setDone(word.done)
  }
  return (
    <Fold title={word.title}>
      {targets.length === 0 && !done ? (
        <p className="sub">{word.none}</p>
      ) : told && chosen ? (
        <section aria-label="预览">
          <ul className="outcome">
            {consequences(kind, unit.name, chosen.name, told).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <div className="form-acts">
            <button ref={confirm} type="button" className="btn btn-1 btn-s" disabled={busy} aria-busy={busy} onClick={() => void ask(false)}>
              {word.confirm}
            </button>
            <button type="button" className="btn btn-2 btn-s" disabled={busy} onClick={() => setTold(null)}>
              另选
            </button>
          </div>
        </section>
      ) : (
        <>
          <UnitPicker
            legend={word.legend}
            options={targets}
            chosen={chosen}
            choose={(option) => {
              setChosen(option)
              setMissing('')
            }}
          />
          <div className="form-acts">
            <button type="button" className="btn btn-2 btn-s" disabled={busy} aria-busy={busy} onClick={() => void ask(true)}>
              先看结果
            </button>
          </div>
        </>
      )}
      <Said message={missing || message} done={done} />
    </Fold>
  )
}
