'use client'
import { useState } from 'react'
import { Icon } from '@/components/report/icon'

export type PickedUnit = { id: string; name: string; path: string }

/** Units of the tree to tick, with a search. A ticked unit takes in all below it, which are then shown as taken in. */
export function UnitPicker({ units, onChange }: { units: PickedUnit[]; onChange: () => void }) {
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const top = Math.min(...units.map((unit) => unit.path.split('/').length))
  const within = (unit: PickedUnit) => unit.path.split('/').some((id) => id !== unit.id && chosen.has(id))
  const names = new Map(units.map((unit) => [unit.id, unit.name]))
  const above = (unit: PickedUnit) =>
    unit.path
      .split('/')
      .filter((id) => id !== unit.id && names.has(id))
      .map((id) => names.get(id))
      .join('，')
  const typed = search.trim()
  const shown = typed ? units.filter((unit) => unit.name.includes(typed)) : units
  const picked = units.filter((unit) => chosen.has(unit.id) && !within(unit))
  function toggle(id: string) {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setChosen(next)
    onChange()
  }
  return (
    <fieldset className="choice">
      <legend>机构</legend>
      <p className="aux">{picked.length === 0 ? '不选就是全部机构。' : `选了${picked.length}个机构，含它们的下级。`}</p>
      {picked.length > 0 && (
        <ul className="picked">
          {picked.map((unit) => (
            <li key={unit.id}>
              <input type="hidden" name="unitIds" value={unit.id} />
              <button type="button" className="chip" aria-label={`移除${unit.name}`} onClick={() => toggle(unit.id)}>
                {unit.name}
                <Icon name="cross" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="field">
        <label className="vh" htmlFor="unit-search">
          查找机构
        </label>
        <input
          id="unit-search"
          type="search"
          placeholder="查找机构"
          autoComplete="off"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          onKeyDown={(event) => {
            // Enter would send the form while one is still looking.
            if (event.key === 'Enter') event.preventDefault()
          }}
        />
      </div>
      <ul className="unit-list">
        {shown.map((unit) => {
          const inside = within(unit)
          return (
            <li key={unit.id}>
              <label className="check" style={typed ? undefined : { paddingInlineStart: `${(unit.path.split('/').length - top) * 1.25}rem` }}>
                <input type="checkbox" checked={inside || chosen.has(unit.id)} disabled={inside} onChange={() => toggle(unit.id)} />
                <span>
                  {unit.name}
                  {typed && <small>{above(unit)}</small>}
                </span>
                {inside && <small>已包含</small>}
              </label>
            </li>
          )
        })}
        {shown.length === 0 && <li className="sub py-3">没有名称含“{typed}”的机构，换个词再找。</li>}
      </ul>
    </fieldset>
  )
}
