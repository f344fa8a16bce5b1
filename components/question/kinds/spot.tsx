import { spotParts } from '@/domain/grading'
import { FigureBoard } from '../figure-board'
import { Cross, Tick } from '../marks'
import type { KindProps } from './kind'

/** Lines or parts to mark: real checkboxes in reading order. */
export function Spot({ question, answer, feedback, onAnswer }: KindProps<'spot', 'spot'>) {
  const marked = answer?.parts ?? []
  const toggle = (id: string) => onAnswer({ kind: 'spot', parts: marked.includes(id) ? marked.filter((other) => other !== id) : [...marked, id] })
  if (question.stimulus.form === 'figure')
    return (
      <FigureBoard
        figure={question.stimulus.figure}
        marked={marked}
        told={feedback && { key: feedback.key.key, notes: feedback.key.misconceptions }}
        onToggle={toggle}
      />
    )
  const speakers = new Map(question.stimulus.form === 'dialogue' ? question.stimulus.lines.map(({ id, who }) => [id, who]) : [])
  return (
    <div className="opts">
      {spotParts(question).map(({ id, text }) => {
        const selected = marked.includes(id)
        const faulty = feedback?.key.key.includes(id) ?? false
        const note = feedback?.key.misconceptions[id]
        const look = feedback ? (faulty ? (selected ? 'good' : 'bad') : selected ? 'bad' : 'dim') : selected ? 'sel' : ''
        const verdict = faulty ? (selected ? '找对了' : '漏了这一处') : selected ? '这一处没有问题' : null
        return (
          <label key={id} className={`opt sq ${look}`}>
            <input className="vh" type="checkbox" name={question.id} value={id} data-part={id} checked={selected} onChange={() => toggle(id)} />
            <span className="k" aria-hidden="true">
              {feedback ? faulty && selected ? <Tick /> : faulty || selected ? <Cross /> : null : selected ? <Cross /> : null}
            </span>
            <span>
              {speakers.has(id) && <b className="who">{speakers.get(id)}：</b>}
              {text}
              {verdict && <em className={`tag ${faulty && selected ? 'v-ok' : 'v-warn'}`}>{verdict}</em>}
              {note && <em className="tag sub">{note}</em>}
            </span>
          </label>
        )
      })}
    </div>
  )
}
