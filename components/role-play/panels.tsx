'use client'
import { useEffect, useRef, useState } from 'react'
import type { TurnView } from '@/domain/role-play'
import type { Move } from '@/domain/scenario'
import { cadenceMs, lastRing, ringAt, ringMs, ringsAllowed } from '@/domain/telephone'
import { DeskPhone } from '../drawings/desk-phone'
import { FigureBoard } from '../question/figure-board'
import { soundLineClosed, soundRing, unlockSound } from './ring-sound'

/** How a turn is answered: one panel for each kind. `onMove` gets the move, and the milliseconds where the clock of the turn is its own. */

type PanelProps<K extends TurnView['kind']> = {
  turn: Extract<TurnView, { kind: K }>
  busy: boolean
  sound: boolean
  onMove: (move: Move, tookMs?: number) => void
}

function Cards<T extends string>({ cards, chosen, onChoose }: { cards: { id: T; text: string }[]; chosen: T | null; onChoose: (id: T) => void }) {
  return (
    <div className="cards">
      {cards.map(({ id, text }) => (
        <button key={id} type="button" className={chosen === id ? 'card sel' : 'card'} aria-pressed={chosen === id} onClick={() => onChoose(id)}>
          {text}
        </button>
      ))}
    </div>
  )
}
const Say = ({ disabled, busy, onClick }: { disabled: boolean; busy: boolean; onClick: () => void }) => (
  <button type="button" className="btn btn-1 wide" disabled={disabled || busy} aria-busy={busy} onClick={onClick}>
    就这样说
  </button>
)

function SayPanel({ turn, busy, onMove }: PanelProps<'say'>) {
  const [chosen, setChosen] = useState<string | null>(null)
  return (
    <>
      <Cards cards={turn.replies} chosen={chosen} onChoose={setChosen} />
      <Say disabled={!chosen} busy={busy} onClick={() => chosen && onMove({ kind: 'reply', replyId: chosen })} />
    </>
  )
}

function WritePanel({ busy, onMove }: PanelProps<'write'>) {
  const [text, setText] = useState('')
  return (
    <>
      <label className="own-words">
        <span className="aux">写下您会说的话，再与参考说法对照，不计分</span>
        <textarea rows={3} maxLength={200} value={text} onChange={(event) => setText(event.target.value)} />
      </label>
      <Say disabled={text.trim() === ''} busy={busy} onClick={() => onMove({ kind: 'text', text })} />
    </>
  )
}

function GreetPanel({ turn, busy, onMove }: PanelProps<'greet'>) {
  const [chosen, setChosen] = useState<(typeof turn.cards)[number]['id'] | null>(null)
  const [typing, setTyping] = useState(false)
  const [text, setText] = useState('')
  return (
    <>
      {typing ? (
        <label className="own-words">
          <span className="aux">这部电话的应答语</span>
          <input maxLength={60} autoComplete="off" value={text} onChange={(event) => setText(event.target.value)} />
        </label>
      ) : (
        <Cards cards={turn.cards} chosen={chosen} onChoose={setChosen} />
      )}
      <Say
        disabled={typing ? text.trim() === '' : !chosen}
        busy={busy}
        onClick={() => {
          if (typing) onMove({ kind: 'greet-text', text })
          else if (chosen) onMove({ kind: 'greet', line: chosen })
        }}
      />
      <button type="button" className="link" onClick={() => setTyping(!typing)}>
        {typing ? '改为选一句' : '自己输入'}
      </button>
    </>
  )
}

const receiver = 'M4.5 5.500C4 12 12 20 18.5 19.500l1-3.8-4.2-1.9-1.8 1.900c-2-.900-3.9-2.8-4.8-4.800l1.9-1.8-1.9-4.200z'

/** Rings at the real cadence from the moment one is ready; the ring counts, not the second. */
function RingPanel({ turn, busy, sound, onMove }: PanelProps<'ring'>) {
  const [began, setBegan] = useState<number | null>(null)
  const [elapsed, setElapsed] = useState(0)
  const [untimed, setUntimed] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  const done = useRef(false)
  const rung = useRef(0)
  const ring = ringAt(elapsed)
  const ringing = began !== null && elapsed % cadenceMs < ringMs
  function pickUp(untimedRing: number | null) {
    if (done.current) return
    done.current = true
    onMove({ kind: 'pick-up', untimedRing, said }, began === null ? 0 : Math.round(performance.now() - began))
  }
  const giveUp = useRef(pickUp)
  giveUp.current = pickUp
  useEffect(() => {
    if (began === null || untimed) return
    const tick = setInterval(() => {
      const now = performance.now() - began
      setElapsed(now)
      if (now >= lastRing * cadenceMs) giveUp.current(null)
    }, 100)
    return () => clearInterval(tick)
  }, [began, untimed])
  useEffect(() => {
    if (sound && ringing && rung.current !== ring) {
      rung.current = ring
      soundRing()
    }
  }, [sound, ringing, ring])
  // A move that was not taken (the line was down) can be made again.
  useEffect(() => {
    if (!busy) done.current = false
  }, [busy])
  return (
    <div className="ring-panel">
      {turn.desk && (
        <>
          <p className="aux">对面前的客户说一句：</p>
          <Cards cards={turn.desk.replies} chosen={said} onChoose={setSaid} />
        </>
      )}
      {untimed ? (
        <fieldset className="chips bare">
          <legend className="aux">不限时：您会在第几声接起？</legend>
          {[1, 2, 3, 4].map((number) => (
            <button key={number} type="button" disabled={busy} onClick={() => pickUp(number)}>
              第{number}声
            </button>
          ))}
        </fieldset>
      ) : began === null ? (
        <button
          type="button"
          className="btn btn-1 wide"
          onClick={() => {
            if (sound) unlockSound()
            setBegan(performance.now())
          }}
        >
          准备好了，电话响起
        </button>
      ) : (
        <>
          <div className="ringing">
            <DeskPhone rings={Math.min(ring, ringsAllowed)} ringing={ringing} lifted={false} />
            <div>
              <p className="ring-count" aria-live="polite">
                <small>第</small>
                {ring}
                <small>声</small>
              </p>
              <div className="beats" aria-hidden="true">
                {[1, 2, 3].map((beat) => (
                  <span key={beat} className={beat < ring ? 'on' : beat === ring ? 'now' : ''}>
                    <i />第{beat}声
                  </span>
                ))}
              </div>
            </div>
          </div>
          <p className="sub">{ring > ringsAllowed ? '过了三声，先接起来。' : '三声之内接起，再说应答语。'}</p>
          <button type="button" className="pick-up" disabled={busy} aria-label="接听" onClick={() => pickUp(null)}>
            <svg className="ic" viewBox="0 0 24 24" aria-hidden="true">
              <path d={receiver} />
            </svg>
          </button>
          <b>接听</b>
        </>
      )}
      <button type="button" className="link" onClick={() => setUntimed(!untimed)}>
        {untimed ? '改回按铃声接' : '不限时：改为选择第几声'}
      </button>
    </div>
  )
}

/** After the farewell: the customer hangs up in a few seconds, and whoever is faster has hung up first. */
function HangUpPanel({ turn, busy, sound, onMove }: PanelProps<'hang-up'>) {
  const [closed, setClosed] = useState(false)
  const [untimed, setUntimed] = useState(false)
  const began = useRef(0)
  useEffect(() => {
    began.current = performance.now()
    if (untimed) return
    const timer = setTimeout(() => setClosed(true), turn.hangsUpAfterMs)
    return () => clearTimeout(timer)
  }, [turn.hangsUpAfterMs, untimed])
  useEffect(() => {
    if (closed && sound) soundLineClosed()
  }, [closed, sound])
  return (
    <div className="ring-panel">
      <p className="sub" role="status">
        {untimed ? '不限时：道别以后，您怎么做？' : closed ? '嘟……对方已挂断。' : '通话还没有断。'}
      </p>
      {untimed ? (
        <div className="chips">
          <button type="button" disabled={busy} onClick={() => onMove({ kind: 'hang-up', untimed: 'early' })}>
            说完就挂断
          </button>
          <button type="button" disabled={busy} onClick={() => onMove({ kind: 'hang-up', untimed: 'waited' })}>
            等对方先挂断
          </button>
        </div>
      ) : (
        <>
          <DeskPhone rings={0} ringing={false} lifted />
          <button
            type="button"
            className="pick-up hang"
            disabled={busy}
            aria-label="挂断"
            onClick={() => onMove({ kind: 'hang-up', untimed: null }, Math.round(performance.now() - began.current))}
          >
            <svg className="ic" viewBox="0 0 24 24" aria-hidden="true">
              <path d={receiver} transform="rotate(135 12 12)" />
            </svg>
          </button>
          <b>挂断</b>
        </>
      )}
      <button type="button" className="link" onClick={() => setUntimed(!untimed)}>
        {untimed ? '改回实际通话' : '不限时：改为选择做法'}
      </button>
    </div>
  )
}

function MirrorPanel({ turn, busy, onMove }: PanelProps<'mirror'>) {
  const [marked, setMarked] = useState<string[]>([])
  return (
    <>
      <FigureBoard
        figure={turn.figure}
        marked={marked}
        told={null}
        onToggle={(part) => setMarked(marked.includes(part) ? marked.filter((other) => other !== part) : [...marked, part])}
      />
      <button
        type="button"
        className="btn btn-1 wide"
        disabled={marked.length === 0 || busy}
        aria-busy={busy}
        onClick={() => onMove({ kind: 'mirror', parts: marked })}
      >
        {marked.length === 0 ? '先指出一处' : `就是这${marked.length}处`}
      </button>
    </>
  )
}

export function Panel({ turn, ...rest }: Omit<PanelProps<TurnView['kind']>, 'turn'> & { turn: TurnView }) {
  switch (turn.kind) {
    case 'say':
      return <SayPanel turn={turn} {...rest} />
    case 'write':
      return <WritePanel turn={turn} {...rest} />
    case 'ring':
      return <RingPanel turn={turn} {...rest} />
    case 'greet':
      return <GreetPanel turn={turn} {...rest} />
    case 'hang-up':
      return <HangUpPanel turn={turn} {...rest} />
    case 'mirror':
      return <MirrorPanel turn={turn} {...rest} />
    default:
      return turn satisfies never
  }
}
