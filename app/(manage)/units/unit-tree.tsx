'use client'
import Link from 'next/link'
import { type CSSProperties, useEffect, useMemo, useState } from 'react'
import { type TreeUnit, unitTypeWord } from '@/domain/unit'

type Shown = TreeUnit & { depth: number; people: number; managers: string[] }

/** Which branches are open is remembered while the tab is, so that one comes back to the place one left. */
function useOpened(first: string[]): [ReadonlySet<string>, (ids: ReadonlySet<string>) => void] {
  const stored = 'liangchuang/units-open'
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set(first))
  useEffect(() => {
    try {
      const ids = sessionStorage.getItem(stored)
      if (ids) setOpened(new Set(ids.split(' ')))
    } catch {
      // A browser without storage begins at the top each time.
    }
  }, [])
  return [
    opened,
    (ids) => {
      setOpened(ids)
      try {
        sessionStorage.setItem(stored, [...ids].join(' '))
      } catch {
        // As above.
      }
    },
  ]
}

function Facts({ unit }: { unit: Shown }) {
  return (
    <>
      <span className="tree-type">{unit.active ? unitTypeWord[unit.type] : '已停用'}</span>
      <span className="tree-people">{unit.people}人</span>
      <span className="tree-managers">
        {unit.managers.length > 0 ? (
          <>
            <span className="tree-label">经理</span>
            {unit.managers.slice(0, 3).join('、')}
            {unit.managers.length > 3 && `等${unit.managers.length}人`}
          </>
        ) : (
          unit.active && <span className="tree-none">未设经理</span>
        )}
      </span>
    </>
  )
}

/** The tree: a list in lists whose branches open and close. While something is searched, what fits stands alone with its place. */
export function UnitTree({ units }: { units: Shown[] }) {
  const [query, setQuery] = useState('')
  const [closedToo, setClosedToo] = useState(false)
  const [opened, setOpened] = useOpened(units.filter((unit) => unit.depth === 0).map((unit) => unit.id))
  const wanted = query.trim().toLowerCase()
  const shown = useMemo(() => units.filter((unit) => closedToo || unit.active), [units, closedToo])
  const { below, names } = useMemo(() => {
    const below = new Map<string | null, Shown[]>()
    for (const unit of shown) below.set(unit.parentId, [...(below.get(unit.parentId) ?? []), unit])
    return { below, names: new Map(units.map((unit) => [unit.id, unit])) }
  }, [shown, units])
  const placeOf = (unit: Shown): string => {
    const parent = unit.parentId === null ? undefined : names.get(unit.parentId)
    return parent ? [placeOf(parent), parent.name].filter(Boolean).join(' / ') : ''
  }
  const closedCount = units.filter((unit) => !unit.active).length
  const allOpen = shown.every((unit) => opened.has(unit.id) || !below.has(unit.id))
  const toggle = (id: string) => {
    const next = new Set(opened)
    if (!next.delete(id)) next.add(id)
    setOpened(next)
  }

  const branch = (parentId: string | null) => (
    <ul className="tree" id={parentId === null ? undefined : `below-${parentId}`}>
      {(below.get(parentId) ?? []).map((unit) => {
        const branches = below.get(unit.id)?.length ?? 0
        const open = opened.has(unit.id)
        return (
          <li key={unit.id}>
            <div className={`tree-row ${unit.active ? '' : 'off'} ${branches > 0 ? '' : 'leaf'}`} style={{ '--depth': unit.depth } as CSSProperties}>
              <span className="tree-name">
                {branches > 0 ? (
                  <button
                    type="button"
                    className="tree-turn"
                    aria-expanded={open}
                    aria-controls={`below-${unit.id}`}
                    aria-label={`${unit.name}的下级`}
                    onClick={() => toggle(unit.id)}
                  >
                    <svg className="ic ic-s" viewBox="0 0 24 24" aria-hidden="true">
                      <path d="m9.500 5.500 6.500 6.500-6.500 6.500" />
                    </svg>
                  </button>
                ) : (
                  <i className="tree-turn" aria-hidden="true" />
                )}
                <Link href={`/units/${unit.id}`} prefetch={false}>
                  {unit.name}
                </Link>
              </span>
              <Facts unit={unit} />
            </div>
            {branches > 0 && open && branch(unit.id)}
          </li>
        )
      })}
    </ul>
  )

  const found = wanted === '' ? [] : shown.filter((unit) => unit.name.toLowerCase().includes(wanted))
  return (
    <>
      <div className="tools">
        <div className="field grow">
          <label htmlFor="query">找机构</label>
          <input id="query" type="search" value={query} onChange={(event) => setQuery(event.target.value)} placeholder="机构名称" autoComplete="off" />
        </div>
        {wanted === '' && (
          <button type="button" className="btn btn-2 btn-s" onClick={() => setOpened(new Set(allOpen ? [] : units.map((unit) => unit.id)))}>
            {allOpen ? '全部收起' : '全部展开'}
          </button>
        )}
        {closedCount > 0 && (
          <label className="tick">
            <input type="checkbox" checked={closedToo} onChange={(event) => setClosedToo(event.target.checked)} />
            含已停用{closedCount}个
          </label>
        )}
      </div>
      <div className="tree-head aux" aria-hidden="true">
        <span>机构</span>
        <span>类型</span>
        <span>在册（含下级）</span>
        <span>经理</span>
      </div>
      {wanted === '' ? (
        branch(null)
      ) : (
        <>
          <p className="vh" role="status">
            找到{found.length}个机构
          </p>
          {found.length === 0 ? (
            <p className="nothing">没有名称含“{query.trim()}”的机构。换几个字再找，或清空看整棵树。</p>
          ) : (
            <ul className="tree">
              {found.slice(0, 50).map((unit) => (
                <li key={unit.id}>
                  <div className={unit.active ? 'tree-row' : 'tree-row off'}>
                    <span className="tree-name found">
                      <Link href={`/units/${unit.id}`} prefetch={false}>
                        {unit.name}
                        <small>{placeOf(unit)}</small>
                      </Link>
                    </span>
                    <Facts unit={unit} />
                  </div>
                </li>
              ))}
            </ul>
          )}
          {found.length > 50 && <p className="nothing">还有{found.length - 50}个，请再输几个字。</p>}
        </>
      )}
    </>
  )
}
