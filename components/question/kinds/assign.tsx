import { useState } from 'react'
import type { Part } from '@/domain/question'
import { Cross, Tick } from '../marks'
import { DragArea, DragButton, DropPlace } from './drag'

/**
 * Matching and classifying: a place for every item. Press an item, then a target; without an item chosen the target goes to the first that
 * has none; or drag a target to its item. `exclusive` targets are used once.
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
  function assign(target: string, item: string | null) {
    if (!item) return
    const others = Object.entries(value).filter(([other, given]) => other !== item && !(exclusive && given === target))
    onChange({ ...Object.fromEntries(others), [item]: target })
    setChosen(null)
  }
  return (
    <DragArea onDrop={assign}>
      <ul className="assign">
        {items.map(({ id, text }) => {
          const given = textOf(value[id])
          const right = wanted ? wanted[id] === value[id] : null
          const look = right === null ? (waiting === id ? 'now' : given ? 'full' : '') : right ? 'good' : 'bad'
          return (
            <DropPlace key={id} as="li" place={id}>
              <button type="button" className={`pairing ${look}`} data-part={id} aria-pressed={waiting === id} onClick={() => setChosen(id)}>
                <span>{text}</span>
                <span className="pairing-to">
                  {right !== null && (right ? <Tick /> : <Cross />)}
                  <span>
                    {given ?? (wanted ? '（没有放）' : waiting === id ? '选下面一项' : '还没有选')}
                    {right === false && <em className="tag v-ok">应是：{textOf(wanted?.[id])}</em>}
                  </span>
                </span>
              </button>
            </DropPlace>
          )
        })}
      </ul>
      {!wanted && (
        <fieldset className="chips bare" aria-label="可选的归处">
          {targets.map(({ id, text }) => (
            <DragButton
              key={id}
              part={id}
              className={exclusive && Object.values(value).includes(id) ? 'used' : ''}
              data-part={id}
              onClick={() => assign(id, waiting)}
            >
              {text}
            </DragButton>
          ))}
        </fieldset>
      )}
    </DragArea>
  )
}
