'use client'
import { useEffect, useRef, useState } from 'react'
import { v7 as uuid } from 'uuid'
import type { RuleText } from '@/domain/curriculum'
import { drawFigure, type Figure, faultsOf } from '@/domain/figure'
import { FigureBoard } from './figure-board'
import { RuleBasis } from './rule-basis'

/** One or three faults, or two: how many is told, so that a round has an end. */
const newRound = (round: number): Figure => drawFigure(uuid(), { faults: 1 + (round % 3) })

/** Round after round of finding what does not comply. The figure is drawn in the browser: its truth is in what it is made of. */
export function MirrorRounds({ rules }: { rules: Record<string, RuleText> }) {
  const [round, setRound] = useState(0)
  const [figure, setFigure] = useState<Figure | null>(null)
  const [marked, setMarked] = useState<string[]>([])
  const [told, setTold] = useState(false)
  const [found, setFound] = useState(0)
  const next = useRef<HTMLButtonElement>(null)
  // Drawn after the page is there: the server's dice would fall otherwise.
  useEffect(() => setFigure(newRound(0)), [])
  useEffect(() => {
    if (told) next.current?.focus()
  }, [told])
  if (!figure) return <div className="board-waiting" aria-busy="true" />
  const faults = faultsOf(figure)
  const key = faults.map(({ part }) => part)
  const right = key.length === marked.length && key.every((part) => marked.includes(part as string))
  return (
    <section aria-label={`第${round + 1}轮`}>
      <p className="round">
        <b>第{round + 1}轮</b>
        <span>有{faults.length}处不合标准</span>
        <span className="aux">全部找对{found}轮</span>
      </p>
      <FigureBoard
        figure={figure}
        marked={marked}
        told={told ? { key, notes: Object.fromEntries(faults.map(({ part, label, rule }) => [part, `${label}，见${rule}`])) } : null}
        onToggle={(part) => setMarked(marked.includes(part) ? marked.filter((other) => other !== part) : [...marked, part])}
      />
      <div aria-live="polite">
        {told && (
          <p className={right ? 'v v-ok big' : 'v v-warn big'}>
            {right ? '都找对了。' : `找对${marked.filter((part) => (key as string[]).includes(part)).length}处，对照下面的依据再看一眼。`}
          </p>
        )}
      </div>
      {told && [...new Set(faults.map(({ rule }) => rule))].map((id) => rules[id] && <RuleBasis key={id} rule={rules[id]} />)}
      {told ? (
        <button
          ref={next}
          key="next"
          type="button"
          className="btn btn-1 wide"
          onClick={() => {
            setRound(round + 1)
            setFigure(newRound(round + 1))
            setMarked([])
            setTold(false)
          }}
        >
          换一身再来
        </button>
      ) : (
        <button
          key="check"
          type="button"
          className="btn btn-1 wide"
          disabled={marked.length === 0}
          onClick={() => {
            setTold(true)
            if (right) setFound(found + 1)
          }}
        >
          {marked.length === 0 ? '先指出一处' : `就是这${marked.length}处`}
        </button>
      )}
    </section>
  )
}
