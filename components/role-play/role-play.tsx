'use client'
import Link from 'next/link'
import { useEffect, useRef, useState } from 'react'
import { v7 as uuid } from 'uuid'
import type { RuleText } from '@/domain/curriculum'
import { judgementWords, moodWords, type RunView, type ScenarioHeading, type Verdict } from '@/domain/role-play'
import type { Judgement } from '@/domain/scenario'
import { call } from '../api-client'
import { RuleBasis } from '../question/rule-basis'
import { Bust } from './bust'
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

/** The customer's line, one's own reply with its judgement, and what came of it. */
function Exchange({ verdict, rules, onRetry }: { verdict: Verdict; rules: Record<string, RuleText>; onRetry: (() => void) | null }) {
  return (
    <>
      {verdict.narration && <p className="narration aux">{verdict.narration}</p>}
      <p className="c">{verdict.customer}</p>
      <div className="m">
        <p className={verdict.judgement === 'taboo' ? 'struck' : ''}>{verdict.replyText}</p>
        <p className="consequence">{verdict.consequence}</p>
        <div className="j">
          <div className="j-top">
            <JudgementMark judgement={verdict.judgement} />
            {!verdict.counted && <span className="aux">再试一次，不计分</span>}
          </div>
          <p>{verdict.why}</p>
          {verdict.better && (
            <p className="bt">
              <small className="aux">可以说</small>
              {verdict.better}
            </p>
          )}
          {rules[verdict.rule] && <RuleBasis rule={rules[verdict.rule] as RuleText} />}
          {onRetry && (
            <button type="button" className="link" onClick={onRetry}>
              回到这一步
            </button>
          )}
        </div>
      </div>
    </>
  )
}

export function RolePlay({
  heading,
  backTo,
  rules,
  runId,
  view,
  lastScore,
}: {
  heading: ScenarioHeading
  backTo: string
  rules: Record<string, RuleText>
  runId: string | null
  view: RunView | null
  lastScore: number | null
}) {
  const [state, setState] = useState<RunView | null>(view)
  const [retry, setRetry] = useState<number | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [message, setMessage] = useState('')
  const turnId = useRef(uuid())
  const shownAt = useRef(0)
  const bottom = useRef<HTMLDivElement>(null)
  const steps = state?.history.length ?? 0
  const turn = state?.turn ?? null
  const step = retry ?? steps
  useEffect(() => {
    shownAt.current = performance.now()
    if (steps > 0) bottom.current?.scrollIntoView({ block: 'end' })
  }, [steps])

  async function begin() {
    setBusy(true)
    setMessage('')
    const started = await call('startRun', { params: {}, body: { id: uuid(), scenarioId: heading.id } })
    // The page knows the run's first turn; a full load also brings back what another device has done.
    if (started.ok) return window.location.assign(`/role-play/${heading.id}`)
    setBusy(false)
    setMessage(started.message)
  }
  async function say() {
    if (!runId || !chosen) return
    setBusy(true)
    setMessage('')
    const answer = await call('takeTurn', {
      params: { runId },
      body: { id: turnId.current, step, replyId: chosen, tookMs: Math.min(3_600_000, Math.round(performance.now() - shownAt.current)) },
    })
    setBusy(false)
    if (!answer.ok) return setMessage(answer.message)
    turnId.current = uuid()
    setChosen(null)
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
              <dd>70分，且没有触犯红线</dd>
            </div>
            {lastScore !== null && (
              <div>
                <dt>上次</dt>
                <dd>
                  {lastScore}分
                  <Link className="link ml-3" href={`/role-play/${heading.id}?last`} prefetch={false}>
                    回看
                  </Link>
                </dd>
              </div>
            )}
          </dl>
          <p className="aux">每一步选一句整话。选了以后先看客户的反应，再看判定与依据。</p>
          <p role="alert" className="v v-warn empty:hidden">
            {message}
          </p>
          <button type="button" className="btn btn-1 wide" disabled={busy} aria-busy={busy} onClick={begin}>
            开始演练
          </button>
        </section>
      </main>
    )

  const cards = retry === null ? (turn?.replies ?? []) : (state.history[retry]?.replies ?? [])
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
        <span />
      </header>
      <section className="cust gut">
        <Bust figure={heading.persona.figure} mood={state.mood} />
        <div className="nm">
          <b>{heading.persona.name}</b>
          <p className="aux">{heading.persona.line}</p>
        </div>
        <Mood mood={state.mood} />
      </section>
      <div className="line" />
      <section className="talk gut" aria-live="polite">
        {steps === 0 && <p className="narration aux">{heading.setting}</p>}
        {shown.map((verdict, step) => (
          <Exchange
            key={`${verdict.step}-${verdict.replyText}`}
            verdict={verdict}
            rules={rules}
            onRetry={state.end || step !== shown.length - 1 || verdict.judgement === 'best' ? null : () => setRetry(step)}
          />
        ))}
        {turn && retry === null && (
          <>
            {turn.narration && <p className="narration aux">{turn.narration}</p>}
            <p className="c">{turn.customer}</p>
          </>
        )}
        {retry !== null && <p className="c">{state.history[retry]?.customer}</p>}
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
                  <JudgementMark judgement={verdict.judgement} />
                  <span>{verdict.replyText}</span>
                  <span className="aux">{moodWords[verdict.mood - 1]}</span>
                </li>
              ))}
            </ol>
          </div>
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
            <button type="button" className="btn btn-2" disabled={busy} onClick={begin}>
              换个角度再来
            </button>
            <Link className="btn btn-1" href={backTo} prefetch={false}>
              回到章节
            </Link>
          </div>
        </section>
      )}
      {!state.end && (
        <section className="sheet reply">
          <h2>
            {retry === null ? '您怎么说' : '换一句试试，首次的选择计分'}
            {retry !== null && (
              <button
                type="button"
                className="link"
                onClick={() => {
                  setRetry(null)
                  setChosen(null)
                }}
              >
                不换了
              </button>
            )}
          </h2>
          <div className="cards">
            {cards.map(({ id, text }) => (
              <button key={id} type="button" className={chosen === id ? 'card sel' : 'card'} aria-pressed={chosen === id} onClick={() => setChosen(id)}>
                {text}
              </button>
            ))}
          </div>
          <p role="alert" className="v v-warn empty:hidden">
            {message}
          </p>
          <button type="button" className="btn btn-1 wide" disabled={!chosen || busy} aria-busy={busy} onClick={say}>
            就这样说
          </button>
        </section>
      )}
    </main>
  )
}
