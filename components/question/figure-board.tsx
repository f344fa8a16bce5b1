'use client'
import { type Figure, partsOf } from '@/domain/figure'
import { FigureDrawing } from '../drawings/figure'
import { Cross, Tick } from './marks'
import './figure-board.css'

/** A figure to mark: hot spots over the drawing, and the same parts as a list in words. `key` and `notes` are told after grading. */
export function FigureBoard({
  figure,
  marked,
  told,
  onToggle,
}: {
  figure: Figure
  marked: string[]
  told: { key: string[]; notes: Record<string, string> } | null
  onToggle: (part: string) => void
}) {
  const parts = partsOf(figure)
  return (
    <div className="board">
      <div className="board-figure">
        <FigureDrawing figure={figure} />
        <svg className="board-lines" viewBox="0 0 360 640" aria-hidden="true">
          {parts.map(({ id, at, to }) => (
            <path key={id} d={`M${at.x} ${at.y}L${to.x} ${to.y}`} />
          ))}
        </svg>
        {parts.map(({ id, name, at }, index) => (
          <button
            key={id}
            type="button"
            className="hot"
            style={{ left: `${at.x / 3.6}%`, top: `${at.y / 6.4}%` }}
            disabled={told !== null}
            aria-label={name}
            aria-pressed={marked.includes(id)}
            tabIndex={-1}
            onClick={() => onToggle(id)}
          >
            {marked.includes(id) ? <Cross /> : index + 1}
          </button>
        ))}
      </div>
      <div className="opts">
        {parts.map(({ id, name, seen }, index) => {
          const selected = marked.includes(id)
          const faulty = told?.key.includes(id) ?? false
          const look = told ? (faulty ? (selected ? 'good' : 'bad') : selected ? 'bad' : 'dim') : selected ? 'sel' : ''
          const verdict = told ? (faulty ? (selected ? '找对了' : '漏了这一处') : selected ? '这一处符合标准' : null) : null
          return (
            <label key={id} className={`opt sq ${look}`}>
              <input className="vh" type="checkbox" value={id} data-part={id} checked={selected} disabled={told !== null} onChange={() => onToggle(id)} />
              <span className="k" aria-hidden="true">
                {told ? faulty && selected ? <Tick /> : faulty || selected ? <Cross /> : index + 1 : selected ? <Cross /> : index + 1}
              </span>
              <span>
                <b>{name}</b>：{seen}
                {verdict && <em className={`tag ${faulty && selected ? 'v-ok' : 'v-warn'}`}>{verdict}</em>}
                {told?.notes[id] && <em className="tag sub">{told.notes[id]}</em>}
              </span>
            </label>
          )
        })}
      </div>
    </div>
  )
}
