'use client'
import { type FormEvent, useState } from 'react'
import { type UnitType, unitTypes, unitTypeWord } from '@/domain/unit'
import { Fold, Said } from './fold'
import { useCall } from './use-call'

export function ChangeForm({ unit }: { unit: { id: string; name: string; type: UnitType; sort: number } }) {
  const { busy, message, send } = useCall('changeUnit', { unitId: unit.id })
  const [done, setDone] = useState('')
  async function change(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    setDone('')
    if (await send({ name: String(given.get('name')), type: given.get('type') as UnitType, sort: Number(given.get('sort')) })) setDone('已保存。')
  }
  return (
    <Fold title="修改名称、类型、顺序">
      <form onSubmit={change} className="fold-in">
        <div className="fields">
          <div className="field">
            <label htmlFor="name">名称</label>
            <input id="name" name="name" required maxLength={60} defaultValue={unit.name} autoComplete="off" />
          </div>
          <div className="field">
            <label htmlFor="type">类型</label>
            <select id="type" name="type" defaultValue={unit.type}>
              {unitTypes.map((type) => (
                <option key={type} value={type}>
                  {unitTypeWord[type]}
                </option>
              ))}
            </select>
          </div>
          <div className="field">
            <label htmlFor="sort">顺序（小的排前面）</label>
            <input id="sort" name="sort" type="number" inputMode="numeric" required min={0} max={99_999} step={1} defaultValue={unit.sort} />
          </div>
        </div>
        <Said message={message} done={done} />
        <div className="form-acts">
          <button type="submit" className="btn btn-1 btn-s" disabled={busy} aria-busy={busy}>
            保存
          </button>
        </div>
      </form>
    </Fold>
  )
}
