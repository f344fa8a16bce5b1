'use client'
import Link from 'next/link'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { LessonCard, Run } from '@/domain/lesson'
import { shuffled } from '@/domain/random'
import { call } from '../api-client'
import { StartAttemptButton } from '../start-attempt-button'

export type LessonView = {
  id: string
  title: string
  chapterId: string
  chapterTitle: string
  backTo: string
  cards: LessonCard[]
  rules: Record<string, { id: string; title: string; text: string }>
  start: number
  done: boolean
}

const labels: Record<LessonCard['kind'], string> = {
  situation: '情境',
  rule: '规则',
  models: '对照',
  choose: '动手',
  order: '动手',
  find: '动手',
  why: '为什么',
  pitfall: '易错',
  summary: '小结',
}

const Text = ({ runs }: { runs: Run[] }): ReactNode =>
  runs.map((run, index) => (run.strong ? <strong key={`${index}-${run.text}`}>{run.text}</strong> : <span key={`${index}-${run.text}`}>{run.text}</span>))
const Paragraphs = ({ paragraphs, className }: { paragraphs: Run[][]; className?: string }) =>
  paragraphs.map((runs, index) => (
    <p key={`${index}-${runs[0]?.text}`} className={className}>
      <Text runs={runs} />
    </p>
  ))
const Tick = () => (
  <svg className="ic ic-s" viewBox="0 0 24 24" aria-hidden="true">
    <path d="m5 12.5 4.5 4.5L19 7.5" />
  </svg>
)
const Cross = () => (
  <svg className="ic ic-s" viewBox="0 0 24 24" aria-hidden="true">
    <path d="m6 6 12 12M18 6 6 18" />
  </svg>
)

function Dialogue({ lines, good }: { lines: { who: string; text: string; note?: string }[]; good: boolean }) {
  return (
    <section className={good ? 'model' : 'model model-poor'}>
      <h3 className={good ? 'v v-ok' : 'v v-warn'}>
        {good ? <Tick /> : <Cross />}
        {good ? '这样说' : '差在这里'}
      </h3>
      {lines.map(({ who, text, note }, index) => (
        <div key={`${index}-${text}`} className={who === '您' ? 'said said-own' : 'said'}>
          <p className="who">{who}</p>
          <p className="bub">{text}</p>
          {note && <p className="sub note">{note}</p>}
        </div>
      ))}
    </section>
  )
}

/** Choose one: the note of what was chosen, and one may choose again. */
function Choose({ card, onDone }: { card: Extract<LessonCard, { kind: 'choose' }>; onDone: () => void }) {
  const [chosen, setChosen] = useState<number | null>(null)
  return (
    <>
      <Paragraphs paragraphs={card.prompt} className="prompt" />
      <div className="opts">
        {card.options.map((option, index) => {
          const look = chosen !== index ? '' : option.right ? 'good' : 'bad'
          return (
            <button
              key={option.text}
              type="button"
              className={`opt ${look}`}
              aria-pressed={chosen === index}
              onClick={() => {
                setChosen(index)
                if (option.right) onDone()
              }}
            >
              <span className="k" aria-hidden="true">
                {chosen === index ? option.right ? <Tick /> : <Cross /> : 'ABCD'[index]}
              </span>
              <span>{option.text}</span>
            </button>
          )
        })}
      </div>
      <p aria-live="polite" className="feedback">
        {chosen !== null && <span className={card.options[chosen]?.right ? 'v v-ok' : 'v v-warn'}>{card.options[chosen]?.right ? '正确' : '欠妥'}</span>}
        {chosen !== null && card.options[chosen]?.note}
      </p>
    </>
  )
}

/** Put the steps into order: tap to place, tap again to take back. */
function Order({ card, seed, onDone }: { card: Extract<LessonCard, { kind: 'order' }>; seed: string; onDone: () => void }) {
  const offered = shuffled(
    card.steps.map((_, index) => index),
    seed,
  )
  const [placed, setPlaced] = useState<number[]>([])
  const full = placed.length === card.steps.length
  const right = full && placed.every((step, place) => step === place)
  function place(step: number) {
    const next = [...placed, step]
    setPlaced(next)
    if (next.length === card.steps.length && next.every((entry, at) => entry === at)) onDone()
  }
  return (
    <>
      <Paragraphs paragraphs={card.prompt} className="prompt" />
      <ol className="steps">
        {card.steps.map((_, at) => {
          const step = placed[at]
          return (
            <li key={`slot-${card.steps[at]}`}>
              {step === undefined ? (
                <div className="slot e">
                  <b>{at + 1}</b>
                  <span>{at === placed.length ? '选一步放进来' : '空着'}</span>
                </div>
              ) : (
                <button
                  type="button"
                  className={full && step !== at ? 'slot miss' : 'slot'}
                  onClick={() => setPlaced(placed.filter((entry) => entry !== step))}
                >
                  <b>{at + 1}</b>
                  <span>
                    {card.steps[step]}
                    {full && step !== at && <em className="tag v-warn">位置不对，点一下取回</em>}
                  </span>
                </button>
              )}
            </li>
          )
        })}
      </ol>
      <div className="chips">
        {offered
          .filter((step) => !placed.includes(step))
          .map((step) => (
            <button key={card.steps[step]} type="button" onClick={() => place(step)}>
              {card.steps[step]}
            </button>
          ))}
      </div>
      <p aria-live="polite" className="feedback">
        {full && <span className={right ? 'v v-ok' : 'v v-warn'}>{right ? '次序对了' : '次序还要调'}</span>}
        {right && card.note}
      </p>
    </>
  )
}

/** Find what does not comply: every wrong line has to be found; a right one only says so. */
function Find({ card, onDone }: { card: Extract<LessonCard, { kind: 'find' }>; onDone: () => void }) {
  const [opened, setOpened] = useState<number[]>([])
  const wrong = card.lines.filter((line) => line.wrong).length
  const found = card.lines.filter((line, index) => line.wrong && opened.includes(index)).length
  return (
    <>
      <Paragraphs paragraphs={card.prompt} className="prompt" />
      <p className="aux">
        要找{wrong}句，已找到{found}句
      </p>
      <ol className="found">
        {card.lines.map((line, index) => {
          const open = opened.includes(index)
          return (
            <li key={`${index}-${line.text}`}>
              <button
                type="button"
                className={`opt ${open ? (line.wrong ? 'bad' : 'dim') : ''}`}
                aria-pressed={open}
                onClick={() => {
                  if (open) return
                  setOpened([...opened, index])
                  if (line.wrong && found + 1 === wrong) onDone()
                }}
              >
                <span className="k" aria-hidden="true">
                  {open ? line.wrong ? <Cross /> : <Tick /> : index + 1}
                </span>
                <span>
                  <small className="who">{line.who}</small>
                  {line.text}
                  {open && <em className={`tag ${line.wrong ? 'v-warn' : ''}`}>{line.wrong ? line.note : `这一句符合标准。${line.note}`}</em>}
                </span>
              </button>
            </li>
          )
        })}
      </ol>
      <p aria-live="polite" className="vh">
        {found === wrong ? '都找到了' : ''}
      </p>
    </>
  )
}

function Card({ card, lesson, onDone }: { card: LessonCard; lesson: LessonView; onDone: () => void }) {
  switch (card.kind) {
    case 'situation':
      return (
        <div className="scene">
          <Paragraphs paragraphs={card.paragraphs} className="prose" />
        </div>
      )
    case 'why':
    case 'pitfall':
      return <Paragraphs paragraphs={card.paragraphs} className="prose" />
    case 'rule':
      return (
        <>
          <blockquote className="q std">
            <Paragraphs paragraphs={card.paragraphs} />
          </blockquote>
          <ul className="plates">
            {card.rules.map((id) => (
              <li key={id}>
                <span className="plate">
                  <b>{id}</b>
                  <span>{lesson.rules[id]?.title}</span>
                </span>
                <p className="sub">{lesson.rules[id]?.text}</p>
              </li>
            ))}
          </ul>
        </>
      )
    case 'models':
      return (
        <div className="models">
          <Dialogue lines={card.good} good />
          <Dialogue lines={card.poor} good={false} />
        </div>
      )
    case 'choose':
      return <Choose card={card} onDone={onDone} />
    case 'order':
      return <Order card={card} seed={lesson.id} onDone={onDone} />
    case 'find':
      return <Find card={card} onDone={onDone} />
    case 'summary':
      return (
        <ul className="pocket">
          {card.points.map((runs) => (
            <li key={runs[0]?.text}>
              <Text runs={runs} />
            </li>
          ))}
        </ul>
      )
    default:
      return card satisfies never
  }
}

const isStep = (card: LessonCard) => card.kind === 'choose' || card.kind === 'order' || card.kind === 'find'

/** A lesson, card by card; the place is kept on the server. No dwell timer: one goes on when one likes. */
export function LessonPlayer({ lesson }: { lesson: LessonView }) {
  const [index, setIndex] = useState(Math.min(lesson.start, lesson.cards.length - 1))
  const [doneSteps, setDoneSteps] = useState<number[]>([])
  const heading = useRef<HTMLHeadingElement>(null)
  const moved = useRef(false)
  const card = lesson.cards[index]
  const last = index === lesson.cards.length - 1

  function go(to: number) {
    if (to < 0 || to >= lesson.cards.length) return
    moved.current = true
    setIndex(to)
    window.scrollTo(0, 0)
    // A place that could not be saved is saved with the next card; nothing of the lesson depends on it.
    void call('saveLessonPosition', { params: { lessonId: lesson.id }, body: { cardIndex: to } })
  }
  useEffect(() => {
    void call('saveLessonPosition', { params: { lessonId: lesson.id }, body: { cardIndex: lesson.start } })
  }, [lesson.id, lesson.start])
  useEffect(() => {
    if (moved.current) heading.current?.focus({ preventScroll: true })
  }, [index])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return
      if (event.key === 'ArrowRight') go(index + 1)
      if (event.key === 'ArrowLeft') go(index - 1)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  })

  if (!card) return null
  const waits = isStep(card) && !doneSteps.includes(index)
  const plate = card.kind === 'rule' ? lesson.rules[card.rules[0] ?? ''] : undefined
  return (
    <main className="phone lesson">
      <header className="bar">
        <Link className="ib" href={lesson.backTo} prefetch={false} aria-label="退出，下次从这一张接着学">
          <svg className="ic" viewBox="0 0 24 24" aria-hidden="true">
            <path d="m6 6 12 12M18 6 6 18" />
          </svg>
        </Link>
        <div className="mid">
          <h1 className="vh">
            {lesson.chapterTitle}：{lesson.title}
          </h1>
          <div className="panes" role="img" aria-label={`第${index + 1}张，共${lesson.cards.length}张`}>
            {lesson.cards.map((entry, place) => (
              <i key={`${entry.kind}-${entry.title}`} className={place === index ? 'now' : place < index ? 'on' : ''} />
            ))}
          </div>
        </div>
        <span className="aux">
          {index + 1}/{lesson.cards.length}
        </span>
      </header>
      <article className="body gut" key={index}>
        <p className="k-line">
          {plate ? (
            <span className="plate">
              <b>{plate.id}</b>
              <span>{plate.title}</span>
            </span>
          ) : (
            <span className="label">{labels[card.kind]}</span>
          )}
          <span className="aux">{lesson.title}</span>
        </p>
        <h2 ref={heading} tabIndex={-1} className="card-title">
          {card.title}
        </h2>
        <Card card={card} lesson={lesson} onDone={() => setDoneSteps([...doneSteps, index])} />
      </article>
      <nav className="nav gut" aria-label="卡片">
        <button type="button" className="btn btn-2" disabled={index === 0} onClick={() => go(index - 1)}>
          上一张
        </button>
        {last ? (
          <StartAttemptButton kind="check" subjectId={lesson.id}>
            随堂三题
          </StartAttemptButton>
        ) : (
          <button type="button" className={waits ? 'btn btn-2' : 'btn btn-1'} onClick={() => go(index + 1)}>
            {waits ? '先跳过' : '下一张'}
          </button>
        )}
      </nav>
    </main>
  )
}
