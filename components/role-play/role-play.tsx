'use client'
import Link from 'next/link'
import { useEffect, useRef, useState } from 'react'
import { v7 as uuid } from 'uuid'
import type { RuleText } from '@/domain/curriculum'
import { type SelfJudgement, selfJudgement, selfJudgementWords } from '@/domain/grading'
import { judgementWords, moodWords, type RunView, type TurnView, type Verdict } from '@/domain/role-play'
import type { Judgement, Move, ScenarioHeading } from '@/domain/scenario'
import { call } from '../api-client'
import { FigureBoard } from '../question/figure-board'
import { RuleBasis } from '../question/rule-basis'
import { Bust } from './bust'
import { Panel } from './panels'
import { useRemembered } from './remembered'
import { unlockSound } from './ring-sound'
import { Scene } from './scene'
import { SoundButton } from './sound-button'
import './role-play.css'

const channels = { hall: '营业大厅', counter: '柜面', telephone: '电话', visit: '上门', inside: '内部' } as const
const look: Record<Judgement, { className: string; path: string }> = {
  best: { className: 'v v-ok', path: 'm5 12.5 4.5 4.5L19 7.5' },
  fair: { className: 'v v-info', path: 'M5 12h14' },
  weak: { className: 'v v-warn', path: 'M12 5v9M12 18.500v.100' },
  taboo: { className: 'v v-ink', path: 'm6 6 12 12M18 6 6 18' },
}

function JudgementMark({ judgement }: { judgement: Judgement }) {
  return (
    <span className={`${look[judgement].className} judged judged-${judgement}`}>
      <span className="dot">
        <svg className="ic" viewBox="0 0 24 24" aria-hidden="true">
          <path d={look[judgement].path} />
        </svg>
      </span>
      {judgementWords[judgement]}
    </span>
  )
}

function Mood({ mood }: { mood: number }) {
  const word = moodWords[mood - 1]
  return (
    <div className={`mood mood-${mood}`} role="img" aria-label={`客户情绪：${word}，5格里的第${mood}格`}>
      <p>情绪：{word}</p>
      {moodWords.map((name, step) => (
        <i key={name} className={step < mood ? 'on' : ''} />
      ))}
    </div>
  )
}

/** What stands before the learner at a turn: where it is, and what the other side says. */
function Before({ turn }: { turn: TurnView }) {
  const line = turn.kind === 'ring' || turn.kind === 'greet' ? turn.line : null
  const customer = turn.kind === 'ring' ? turn.desk?.customer : turn.kind === 'greet' || turn.kind === 'mirror' ? null : turn.customer
  return (
    <>
      {turn.narration && <p className="narration aux">{turn.narration}</p>}
      {line && (
        <p className="narration">
          <span className="plate">
            <b>来电</b>
            <span>{line}</span>
          </span>
        </p>
      )}
      {customer && <p className="c">{customer}</p>}
    </>
  )
}

/** The turn, one's own move with its judgement, and what came of it. */
function Exchange({
  verdict,
  rules,
  told,
  onRetry,
  onJudge,
}: {
  verdict: Verdict
  rules: Record<string, RuleText>
  /** Whether the judgement and its basis are shown; what came of the move always is. */
  told: boolean
  onRetry: (() => void) | null
  onJudge: ((self: SelfJudgement) => void) | null
}) {
  const own = verdict.judgement === null
  return (
    <div className="exchange">
      <Before turn={verdict.turn} />
      {verdict.figure && verdict.turn.kind === 'mirror' && (
        <FigureBoard figure={verdict.turn.figure} marked={verdict.figure.marked} told={verdict.figure} onToggle={() => {}} />
      )}
      <div className="m">
        <p className={told && verdict.judgement === 'taboo' ? 'struck' : ''}>{verdict.said}</p>
        <p className="consequence">{verdict.consequence}</p>
      </div>
      {told && (
        <div className="j">
          <div className="j-top">
            {verdict.judgement ? <JudgementMark judgement={verdict.judgement} /> : <span className="v v-info">自己对照</span>}
            {verdict.untimed && <span className="aux">不限时</span>}
            {!verdict.counted && <span className="aux">再试一次，不计分</span>}
          </div>
          <p>{own ? `看看有没有：${verdict.why}` : verdict.why}</p>
          {verdict.better && (
            <p className="bt">
              <small className="aux">{own ? '参考说法' : '可以说'}</small>
              {verdict.better}
            </p>
          )}
          {own && onJudge && (
            <fieldset className="chips bare self" aria-label="您自己看">
              {selfJudgement.options.map((self) => (
                <button key={self} type="button" aria-pressed={verdict.self === self} onClick={() => onJudge(self)}>
                  {selfJudgementWords[self]}
                </button>
              ))}
            </fieldset>
          )}
          {rules[verdict.rule] && <RuleBasis rule={rules[verdict.rule] as RuleText} />}
          {onRetry && (
            <button type="button" className="link" onClick={onRetry}>
              回到这一步
            </button>
          )}
        </div>
      )}
    </div>
  )
}

/** How the mood went, from the start to the end: five bars high, and in words for who cannot see it. */
function MoodCurve({ moods }: { moods: number[] }) {
  const step = 280 / Math.max(1, moods.length - 1)
  return (
    <svg className="mood-curve" viewBox="0 0 300 92" role="img" aria-label={`情绪变化：${moods.map((mood) => moodWords[mood - 1]).join('，')}`}>
      <path d="M10 82h280" stroke="var(--color-line)" />
      <polyline
        points={moods.map((mood, index) => `${10 + index * step},${82 - (mood - 1) * 18}`).join(' ')}
        fill="none"
        stroke="var(--color-ink-2)"
        strokeWidth="2"
      />
      {moods.map((mood, index) => (
        <circle
          key={`step-${index + 1}`}
          cx={10 + index * step}
          cy={82 - (mood - 1) * 18}
          r="4"
          fill={mood >= 4 ? 'var(--color-warn)' : 'var(--color-ink-2)'}
        />
      ))}
    </svg>
  )
}

export function RolePlay({
  heading,
  backTo,
  rules,
  runId,
  view,
  pastRuns,
  demo = false,
}: {
  heading: ScenarioHeading
  backTo: string
  rules: Record<string, RuleText>
  runId: string | null
  view: RunView | null
  pastRuns: { id: string; scorePercent: number; endedAt: string }[]
  /** Played by the product, to be looked at: nothing in it can be changed. */
  demo?: boolean
}) {
  const [state, setState] = useState<RunView | null>(view)
  const [retry, setRetry] = useState<number | null>(null)
  const [busy, setBusy] = useState(false)
  const [message, setMessage] = useState('')
  const turnId = useRef(uuid())
  const [sound, setSound] = useRemembered('sound')
  const [basisLast, setBasisLast] = useRemembered('basis-last')
  const shownAt = useRef(0)
  const bottom = useRef<HTMLDivElement>(null)
  const steps = state?.history.length ?? 0
  const turn = state?.turn ?? null
  const step = retry ?? steps
  useEffect(() => {
    shownAt.current = performance.now()
    if (steps > 0) bottom.current?.scrollIntoView({ block: 'end' })
  }, [steps])

  function toggleSound() {
    unlockSound()
    setSound(!sound)
  }
  async function begin() {
    setBusy(true)
    setMessage('')
    const started = await call('startRun', { params: {}, body: { id: uuid(), scenarioId: heading.id } })
    // The page knows the run's first turn; a full load also brings back what another device has done.
    if (started.ok) return window.location.assign(`/role-play/${heading.id}`)
    setBusy(false)
    setMessage(started.message)
  }
  async function make(move: Move, at: number, tookMs = Math.round(performance.now() - shownAt.current)) {
    if (!runId) return
    setBusy(true)
    setMessage('')
    const answer = await call('takeTurn', { params: { runId }, body: { id: turnId.current, step: at, move, tookMs: Math.min(3_600_000, tookMs) } })
    setBusy(false)
    if (!answer.ok) return setMessage(answer.message)
    turnId.current = uuid()
    setRetry(null)
    setState(answer.data)
  }

  if (!state || !runId)
    return (
      <main className="phone play">
        <header className="bar">
          <Link className="ib" href={backTo} prefetch={false} aria-label="返回章节">
            <svg className="ic" viewBox="0 0 24 24" aria-hidden="true">
              <path d="m6 6 12 12M18 6 6 18" />
            </svg>
          </Link>
          <p className="mid sub">情景演练</p>
          <span />
        </header>
        <section className="cust gut">
          <Bust figure={heading.persona.figure} mood={heading.mood} />
          <div className="nm">
            <b>{heading.persona.name}</b>
            <p className="aux">{heading.persona.line}</p>
          </div>
          <Mood mood={heading.mood} />
        </section>
        <div className="line" />
        <section className="gut intro">
          <h1>{heading.title}</h1>
          <Scene channel={heading.channel} form={heading.form} />
          <p>{heading.setting}</p>
          <dl>
            <div>
              <dt>目标</dt>
              <dd>{heading.goal}</dd>
            </div>
            <div>
              <dt>场合</dt>
              <dd>{channels[heading.channel]}</dd>
            </div>
            <div>
              <dt>通过</dt>
              <dd>70分，没有触犯红线</dd>
            </div>
          </dl>
          <p className="aux">
            {heading.form === 'telephone' ? '按真实的节拍接听和挂断；不方便计时，可以改为选择。声音默认关。' : '每一步选一句整话，选了以后先看客户的反应。'}
          </p>
          <fieldset className="chips bare">
            <legend className="sub">判定与依据</legend>
            <button type="button" aria-pressed={!basisLast} onClick={() => setBasisLast(false)}>
              每一步之后看
            </button>
            <button type="button" aria-pressed={basisLast} onClick={() => setBasisLast(true)}>
              演完一起看
            </button>
          </fieldset>
          <p role="alert" className="v v-warn empty:hidden">
            {message}
          </p>
          <button type="button" className="btn btn-1 wide" disabled={busy} aria-busy={busy} onClick={begin}>
            开始演练
          </button>
          {pastRuns.length > 0 && (
            <div className="sec">
              <div className="sec-h">
                <h2>以前的演练</h2>
              </div>
              <ul className="path">
                {pastRuns.map((run) => (
                  <li key={run.id}>
                    <span>{run.scorePercent}分</span>
                    <span className="aux">{run.endedAt}</span>
                    <Link className="link" href={`/role-play/${heading.id}?run=${run.id}`} prefetch={false}>
                      回看
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          )}
        </section>
      </main>
    )

  const open = retry === null ? turn : (state.history[retry]?.turn ?? null)
  const mood = state.moods.at(-1) ?? heading.mood
  const hidden = basisLast && !state.end && !demo
  const shown = retry === null ? state.history : state.history.slice(0, retry)
  return (
    <main className="phone play">
      <header className="bar">
        <Link className="ib" href={backTo} prefetch={false} aria-label="退出演练，下次接着来">
          <svg className="ic" viewBox="0 0 24 24" aria-hidden="true">
            <path d="m6 6 12 12M18 6 6 18" />
          </svg>
        </Link>
        <h1 className="mid play-title">
          {heading.title}
          {turn && <small>第{turn.step + 1}回合</small>}
        </h1>
        {heading.form === 'telephone' ? <SoundButton on={sound} onToggle={toggleSound} /> : <span />}
      </header>
      <section className="cust gut">
        <Bust figure={heading.persona.figure} mood={mood} />
        <div className="nm">
          <b>{heading.persona.name}</b>
          <p className="aux">{heading.persona.line}</p>
        </div>
        <Mood mood={mood} />
      </section>
      <div className="line" />
      <section className="talk gut" aria-live="polite">
        {steps === 0 && <p className="narration aux">{heading.setting}</p>}
        {shown.map((verdict, step) => (
          <Exchange
            key={`${verdict.step}-${verdict.said}`}
            verdict={verdict}
            rules={rules}
            told={!hidden || verdict.judgement === null}
            onJudge={demo ? null : (self) => void make({ kind: 'self', self }, verdict.step)}
            onRetry={
              hidden || state.end || step !== shown.length - 1 || verdict.judgement === 'best' || verdict.judgement === null ? null : () => setRetry(step)
            }
          />
        ))}
        {(open || state.end) && (
          <div className="exchange">
            {open && <Before turn={open} />}
            {!state.end && (
              <aside className="j goal">
                <b>目标</b>
                <p>{heading.goal}</p>
                <p className="aux">{hidden ? '演完以后，每一步的判定与依据都在这一侧。' : '选定以后，判定与依据在这一侧。'}</p>
              </aside>
            )}
          </div>
        )}
        <div ref={bottom} />
      </section>
      {state.end && (
        <section className="gut run-end">
          <h2>{state.end.title}</h2>
          <p>{state.end.text}</p>
          <p className={state.end.passed ? 'v v-ok big' : 'v v-warn big'}>
            {state.end.scorePercent}分，{state.end.passed ? '通过' : state.end.redLine ? '触犯红线，未通过' : '未通过'}
          </p>
          <div className="sec">
            <div className="sec-h">
              <h2>走过的路</h2>
            </div>
            <ol className="path">
              {state.history.map((verdict) => (
                <li key={`${verdict.step}-${verdict.rule}`}>
                  {verdict.judgement ? <JudgementMark judgement={verdict.judgement} /> : <span className="v v-info">自己对照</span>}
                  <span>{verdict.said}</span>
                  <span className="aux">{moodWords[verdict.mood - 1]}</span>
                </li>
              ))}
            </ol>
            <MoodCurve moods={state.moods} />
          </div>
          {state.end.colleague.length > 0 && (
            <div className="sec">
              <div className="sec-h">
                <h2>同事会这样做</h2>
              </div>
              <ul className="path">
                {state.end.colleague.map(({ step: at, line }) => (
                  <li key={at}>
                    <span className="aux">第{at + 1}回合</span>
                    <span>{line}</span>
                  </li>
                ))}
              </ul>
            </div>
          )}
          <div className="sec">
            <div className="sec-h">
              <h2>各条款得分</h2>
            </div>
            <ul className="path">
              {state.end.rules.map(({ rule, percent }) => (
                <li key={rule}>
                  <span className="plate">
                    <b>{rule}</b>
                    <span>{rules[rule]?.title}</span>
                  </span>
                  <span />
                  <span className={percent === 100 ? 'v v-ok' : 'v v-warn'}>{percent}</span>
                </li>
              ))}
            </ul>
          </div>
          <div className="pair">
            {demo ? (
              <span />
            ) : (
              <button type="button" className="btn btn-2" disabled={busy} onClick={begin}>
                换个角度再来
              </button>
            )}
            <Link className="btn btn-1" href={backTo} prefetch={false}>
              {demo ? '回到样张' : '回到章节'}
            </Link>
          </div>
        </section>
      )}
      {!state.end && (
        <section className="sheet reply">
          <h2>
            {retry === null ? '您怎么做' : '换一个试试，首次的选择计分'}
            {retry !== null && (
              <button
                type="button"
                className="link"
                onClick={() => {
                  setRetry(null)
                }}
              >
                不换了
              </button>
            )}
          </h2>
          {open && (
            <Panel key={`${open.turnId}-${step}-${retry}`} turn={open} busy={busy} sound={sound} onMove={(move, tookMs) => void make(move, step, tookMs)} />
          )}
          <p role="alert" className="v v-warn empty:hidden">
            {message}
          </p>
        </section>
      )}
    </main>
  )
}
