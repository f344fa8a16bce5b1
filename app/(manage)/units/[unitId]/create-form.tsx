'use client'
import { type FormEvent, useRef, useState } from 'react'
import { v7 as uuid } from 'uuid'
import { type UnitType, unitTypeWord } from '@/domain/unit'
import { Fold, Said } from './fold'
import { useCall } from './use-call'

/** A new unit below this one. `types`: what may stand here. */
export function CreateForm({ parentId, types }: { parentId: string; types: UnitType[] }) {
  const { busy, message, send } = useCall('createUnit', {})
  const [done, setDone] = useState('')
  /** Of the unit that is being made: a repeat after a lost answer makes no second one. */
  const id = useRef('')
  async function create(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    const given = new FormData(form)
    id.current ||= uuid()
    setDone('')
    const name = String(given.get('name'))
    if (!(await send({ id: id.current, parentId, type: given.get('type') as UnitType, name }))) return
    id.current = ''
    form.reset()
    setDone(`已新增“${name.trim()}”。`)
  }
  return (
    <Fold title="新增下级机构">
      <form onSubmit={create} className="fold-in">
        <div className="fields">
          <div className="field">
            <label htmlFor="new-name">名称</label>
            <input id="new-name" name="name" required maxLength={60} autoComplete="off" />
          </div>
          <div className="field">
            <label htmlFor="new-type">类型</label>
            <select id="new-type" name="type" required defaultValue="">
              <option value="" disabled>
                请选择
              </option>
              {types.map((type) => (
                <option key={type} value={type}>
                  {unitTypeWord[type]}
                </option>
              ))}
            </select>
          </div>
        </div>
        <Said message={message} done={done} />
        <div className="form-acts">
          <button type="submit" className="btn btn-1 btn-s" disabled={busy} aria-busy={busy}>
            新增
          </button>
        </div>
      </form>
    </Fold>
  )
}
