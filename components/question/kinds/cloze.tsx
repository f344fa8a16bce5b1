import { useState } from 'react'
import { foldText } from '@/domain/grading'
import { Cross, Tick } from '../marks'
import { DragArea, DragButton, DropPlace } from './drag'
import type { KindProps } from './kind'

/** Blanks in a sentence: typed, or filled from candidates. A candidate goes into the blank that is chosen, else into the first empty one, or where it is dragged. */
export function Cloze({ question, answer, feedback, onAnswer }: KindProps<'cloze', 'cloze'>) {
  const [chosen, setChosen] = useState<string | null>(null)
  const blanks = answer?.blanks ?? {}
  const typed = question.candidates.length === 0
  const set = (blank: string, text: string) => onAnswer({ kind: 'cloze', blanks: { ...blanks, [blank]: text } })
  const waiting = chosen ?? question.blanks.find((blank) => !blanks[blank]) ?? null
  function fill(text: string, blank: string | null) {
    if (!blank) return
    set(blank, text)
    setChosen(null)
  }
  const blankOf = (blank: string) => {
    const place = question.blanks.indexOf(blank) + 1
    const text = blanks[blank] ?? ''
    if (feedback) {
      const accept = feedback.key.key[blank] ?? []
      const right = accept.map(foldText).includes(foldText(text))
      return (
        <span key={blank} className={right ? 'blank v-ok' : 'blank v-warn'}>
          {right ? <Tick /> : <Cross />}
          {text || '（没有填）'}
          {!right && <em className="tag v-ok">应填：{accept[0]}</em>}
        </span>
      )
    }
    if (typed)
      return (
        <input
          key={blank}
          className="blank"
          name={`${question.id}-${blank}`}
          data-part={blank}
          aria-label={`第${place}空`}
          autoComplete="off"
          maxLength={60}
          value={text}
          onChange={(event) => set(blank, event.target.value)}
        />
      )
    return (
      <DropPlace key={blank} as="span" place={blank}>
        <button
          type="button"
          className={`blank ${waiting === blank ? 'now' : ''} ${text ? 'full' : ''}`}
          aria-label={`第${place}空${text ? `，填了“${text}”，按一下取回` : '，还空着'}`}
          onClick={() => {
            if (text) set(blank, '')
            setChosen(blank)
          }}
        >
          {text || `第${place}空`}
        </button>
      </DropPlace>
    )
  }
  return (
    <DragArea onDrop={(candidate, blank) => fill(question.candidates.find(({ id }) => id === candidate)?.text ?? '', blank)}>
      <p className="cloze">{question.text.split(/\[([a-d])\]/).map((piece, index) => (index % 2 === 0 ? piece : blankOf(piece)))}</p>
      {!feedback && !typed && (
        <fieldset className="chips bare" aria-label="候选">
          {question.candidates.map(({ id, text }) => (
            <DragButton key={id} part={id} data-part={id} disabled={Object.values(blanks).includes(text)} onClick={() => fill(text, waiting)}>
              {text}
            </DragButton>
          ))}
        </fieldset>
      )}
    </DragArea>
  )
}
