'use client'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { v7 as uuid } from 'uuid'
import type { AttemptView, Feedback } from '@/domain/attempt'
import type { RuleText } from '@/domain/curriculum'
import { type Answer, creditNotes, isComplete } from '@/domain/grading'
import { kindWords } from '@/domain/question'
import { call } from '../api-client'
import { answerByDigit, isWriting, QuestionForm } from './question-form'
import { verdictWord } from './question-review'
import { RuleBasis } from './rule-basis'

/** Closing check, quiz and daily practice: one question at a time, graded by the server, explained at once. */
export function PracticeRunner({ attempt, rules }: { attempt: AttemptView; rules: Record<string, RuleText> }) {
  const router = useRouter()
  const firstOpen = attempt.questions.findIndex((question) => !attempt.feedback[question.id])
  const [index, setIndex] = useState(firstOpen === -1 ? attempt.questions.length - 1 : firstOpen)
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [known, setKnown] = useState<Record<string, { answer: Answer; feedback: Feedback }>>(() =>
    Object.fromEntries(
      Object.entries(attempt.feedback).flatMap(([id, feedback]) => (attempt.answers[id] ? [[id, { answer: attempt.answers[id], feedback }]] : [])),
    ),
  )
  const [busy, setBusy] = useState(false)
  const [message, setMessage] = useState('')
  const action = useRef<HTMLButtonElement>(null)
  // One id for one answer: pressing again after a lost reply is the same answer, not a second one.
  const responseId = useRef(uuid())

  const question = attempt.questions[index]
  const graded = question ? known[question.id] : undefined
  const last = index === attempt.questions.length - 1

  async function confirm() {
    if (!question || !isComplete(question, answer) || busy) return
    setBusy(true)
    setMessage('')
    const saved = await call('saveResponse', {
      params: { attemptId: attempt.id, itemId: question.id },
      body: { id: responseId.current, sequence: index + 1, answer: answer as Answer },
    })
    setBusy(false)
    if (!saved.ok) return setMessage(saved.message)
    const { feedback } = saved.data
    if (feedback) setKnown({ ...known, [question.id]: { answer: answer as Answer, feedback } })
  }
  /** How one judges one's own line: told beside the model line, after the line itself was saved. */
  async function judge(judged: Answer) {
    if (!question || !graded || judged.kind !== 'rewrite') return
    setMessage('')
    const saved = await call('saveResponse', {
      params: { attemptId: attempt.id, itemId: question.id },
      body: { id: uuid(), sequence: index + 1, answer: judged },
    })
    if (!saved.ok) return setMessage(saved.message)
    setKnown({ ...known, [question.id]: { ...graded, answer: judged } })
  }
  async function onward() {
    if (!last) {
      responseId.current = uuid()
      setAnswer(null)
      setIndex(index + 1)
      return
    }
    setBusy(true)
    setMessage('')
    const finished = await call('finishAttempt', { params: { attemptId: attempt.id }, body: {} })
    if (finished.ok) return router.refresh()
    setBusy(false)
    setMessage(finished.message)
  }

  useEffect(() => {
    if (graded) action.current?.focus()
  }, [graded])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!question || graded || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
      if (/^[1-6]$/.test(event.key) && !isWriting(event.target)) setAnswer((current) => answerByDigit(question, current, Number(event.key)) ?? current)
      if (event.key === 'Enter' && event.target instanceof HTMLInputElement) action.current?.click()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [question, graded])

  if (!question) return null
  const rule = rules[question.rule]
  const fine = graded?.feedback.correct || graded?.feedback.credit === null
  return (
    <main className="phone runner">
      <header className="bar">
        <Link className="ib" href={attempt.backTo} prefetch={false} aria-label="退出，已答的都保存了">
          <svg className="ic" viewBox="0 0 24 24" aria-hidden="true">
            <path d="m6 6 12 12M18 6 6 18" />
          </svg>
        </Link>
        <div className="mid">
          <h1 className="vh">{attempt.title}</h1>
          <div className="panes" role="img" aria-label={`第${index + 1}题，共${attempt.questions.length}题`}>
            {attempt.questions.map(({ id }, place) => (
              <i key={id} className={place === index ? 'now' : known[id] ? 'on' : ''} />
            ))}
          </div>
        </div>
        <span className="aux">
          {index + 1}/{attempt.questions.length}
        </span>
      </header>
      <div className="gut runner-body">
        <p className="no">
          <span className="ty">{kindWords[question.kind]}</span>
          <span>{creditNotes[question.kind]}</span>
        </p>
        <QuestionForm
          key={question.id}
          question={question}
          answer={graded?.answer ?? answer}
          feedback={graded?.feedback ?? null}
          onAnswer={graded ? judge : setAnswer}
        />
      </div>
      <section className={graded ? 'sheet slid' : 'sheet sheet-bare'}>
        <div aria-live="polite">
          {graded && (
            <>
              <h2 className="verdict">
                <span className={fine ? 'm m-ok' : 'm'}>
                  <svg className="ic" viewBox="0 0 24 24" aria-hidden="true">
                    <path d={fine ? 'm5 12.5 4.5 4.5L19 7.5' : 'm6 6 12 12M18 6 6 18'} />
                  </svg>
                </span>
                {verdictWord(graded.feedback)}
              </h2>
              {graded.feedback.misconception && <p className="say sub">容易想成：{graded.feedback.misconception}</p>}
              <p className="say">{graded.feedback.key.explanation}</p>
            </>
          )}
        </div>
        {graded && rule && <RuleBasis rule={rule} />}
        <p role="alert" className="v v-warn empty:hidden">
          {message}
        </p>
        {graded ? (
          <button key="next" ref={action} type="button" className="btn btn-1 wide" disabled={busy} onClick={onward}>
            {last ? '看结果' : '下一题'}
          </button>
        ) : (
          <button
            key="confirm"
            ref={action}
            type="button"
            className="btn btn-1 wide"
            disabled={!isComplete(question, answer) || busy}
            aria-busy={busy}
            onClick={confirm}
          >
            确定
          </button>
        )}
      </section>
    </main>
  )
}
