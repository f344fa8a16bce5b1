import { useState } from 'react'
import type { Part } from '@/domain/question'
import { Cross, Tick } from '../marks'

/**
 * Matching and classifying: a place for every item. Press an item, then a target; without an item chosen the target goes to the first that
 * has none. `exclusive` targets are used once.
 */
export function Assign({
  items,
  targets,
  value,
  wanted,
  exclusive,
  onChange,
}: {
  items: Part[]
  targets: Part[]
  value: Record<string, string>
  wanted: Record<string, string> | null
  exclusive: boolean
  onChange: (value: Record<string, string>) => void
}) {
  const [chosen, setChosen] = useState<string | null>(null)
  const textOf = (id: string | undefined) => targets.find((target) => target.id === id)?.text
  const waiting = chosen ?? items.find(({ id }) => !value[id])?.id ?? null
  function assign(target: string) {
    if (!waiting) return
    const others = Object.entries(value).filter(([item, given]) => item !== waiting && !(exclusive && given === target))
    onChange({ ...Object.fromEntries(others), [waiting]: target })
    setChosen(null)
  }
  return (
    <>
      <ul className="assign">
        {items.map(({ id, text }) => {
          const given = textOf(value[id])
          const right = wanted ? wanted[id] === value[id] : null
          const look = right === null ? (waiting === id ? 'now' : given ? 'full' : '') : right ? 'good' : 'bad'
          return (
            <li key={id}>
              <button type="button" className={`pairing ${look}`} data-part={id} aria-pressed={waiting === id} onClick={() => setChosen(id)}>
                <span>{text}</span>
                <span className="pairing-to">
                  {right !== null && (right ? <Tick /> : <Cross />)}
                  {given ?? (wanted ? '（没有放）' : waiting === id ? '选下面一项' : '还没有选')}
                  {right === false && <em className="tag v-ok">应是：{textOf(wanted?.[id])}</em>}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
      {!wanted && (
        <fieldset className="chips bare" aria-label="可选的归处">
          {targets.map(({ id, text }) => (
            <button key={id} type="button" className={exclusive && Object.values(value).includes(id) ? 'used' : ''} data-part={id} onClick={() => assign(id)}>
              {text}
            </button>
          ))}
        </fieldset>
      )}
    </>
  )
}
