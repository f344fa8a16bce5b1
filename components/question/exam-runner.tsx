'use client'
import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'
import { v7 as uuid } from 'uuid'
import type { AttemptView } from '@/domain/attempt'
import { type Answer, creditNotes, isComplete } from '@/domain/grading'
import { kindWords } from '@/domain/question'
import { call } from '../api-client'
import { loadPending, type Pending, storePending } from './answer-queue'
import { answerByDigit, isWriting, QuestionForm } from './question-form'

const minutesUntilSeconds = 5

/** Minutes while there is time, seconds in the last five minutes. */
export function timeLeft(seconds: number): string {
  if (seconds > minutesUntilSeconds * 60) return `剩余${Math.ceil(seconds / 60)}分`
  return `剩余${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** The exam: any order, each answer saved at once, time by the server's clock. What cannot be sent waits in the browser. */
export function ExamRunner({ attempt }: { attempt: AttemptView }) {
  const router = useRouter()
  const total = attempt.questions.length
  const [index, setIndex] = useState(() => {
    const open = attempt.questions.findIndex((question) => !attempt.answers[question.id])
    return open === -1 ? 0 : open
  })
  const [answers, setAnswers] = useState<Record<string, Answer>>(attempt.answers)
  const [flags, setFlags] = useState<string[]>([])
  const [waiting, setWaiting] = useState(0)
  const [refused, setRefused] = useState<string[]>([])
  const [seconds, setSeconds] = useState(attempt.remainingSeconds ?? 0)
  const [offline, setOffline] = useState(false)
  const [busy, setBusy] = useState(false)
  const [message, setMessage] = useState('')
  const [announced, setAnnounced] = useState('')
  const pending = useRef<Pending>({})
  const sequence = useRef(attempt.lastSequence)
  const sending = useRef<Promise<boolean> | null>(null)
  const over = useRef(false)
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)
  const deadline = useRef(0)
  const sheet = useRef<HTMLDialogElement>(null)
  const channel = useRef<BroadcastChannel | null>(null)

  /** Sends what waits, oldest first, one at a time; stops at the first that cannot be sent. Returns whether all is saved. */
  const send = useCallback(async (): Promise<boolean> => {
    for (;;) {
      const [itemId, response] = Object.entries(pending.current).sort(([, a], [, b]) => a.sequence - b.sequence)[0] ?? []
      if (!itemId || !response) return true
      const saved = await call('saveResponse', { params: { attemptId: attempt.id, itemId }, body: response })
      if (!saved.ok && ['offline', 'unavailable', 'internal', 'rate-limited'].includes(saved.code)) {
        setOffline(true)
        return false
      }
      setOffline(false)
      // A newer answer to the same question may have come while this one was on its way.
      if (pending.current[itemId]?.id === response.id) delete pending.current[itemId]
      storePending(attempt.id, pending.current)
      setWaiting(Object.keys(pending.current).length)
      setRefused((current) => [...current.filter((id) => id !== itemId), ...(saved.ok ? [] : [itemId])])
      if (!saved.ok) {
        setMessage(saved.message)
        if (saved.code === 'refused') router.refresh()
      } else if (saved.data.remainingSeconds !== null) deadline.current = performance.now() + saved.data.remainingSeconds * 1000
    }
  }, [attempt.id, router])
  const flush = useCallback((): Promise<boolean> => {
    sending.current ??= send().finally(() => {
      sending.current = null
    })
    return sending.current
  }, [send])

  const finish = useCallback(async () => {
    setBusy(true)
    setMessage('')
    if (!(await flush())) {
      setBusy(false)
      return setMessage('网络中断，答案已在本机保存。恢复后再交卷，计时以服务器为准。')
    }
    const finished = await call('finishAttempt', { params: { attemptId: attempt.id }, body: {} })
    if (finished.ok) {
      storePending(attempt.id, {})
      return router.refresh()
    }
    setBusy(false)
    setMessage(finished.message)
  }, [attempt.id, flush, router])

  // What an earlier page could not send; another tab's answers; a steady retry.
  useEffect(() => {
    deadline.current = performance.now() + (attempt.remainingSeconds ?? 0) * 1000
    const kept = loadPending(attempt.id)
    if (Object.keys(kept).length > 0) {
      pending.current = kept
      sequence.current = Math.max(sequence.current, ...Object.values(kept).map((response) => response.sequence))
      setAnswers((current) => ({ ...current, ...Object.fromEntries(Object.entries(kept).map(([itemId, { answer }]) => [itemId, answer])) }))
      setWaiting(Object.keys(kept).length)
      void flush()
    }
    const tabs = new BroadcastChannel(`liangchuang/${attempt.id}`)
    tabs.onmessage = ({ data }: MessageEvent<{ itemId: string; answer: Answer; sequence: number }>) => {
      sequence.current = Math.max(sequence.current, data.sequence)
      setAnswers((current) => ({ ...current, [data.itemId]: data.answer }))
    }
    channel.current = tabs
    const retry = setInterval(() => void flush(), 3_000)
    const online = () => void flush()
    window.addEventListener('online', online)
    return () => {
      tabs.close()
      clearInterval(retry)
      window.removeEventListener('online', online)
    }
  }, [attempt.id, attempt.remainingSeconds, flush])

  useEffect(() => {
    const tick = setInterval(() => {
      const left = Math.max(0, Math.round((deadline.current - performance.now()) / 1000))
      setSeconds(left)
      if ([300, 60, 10].includes(left)) setAnnounced(left === 300 ? '还剩5分钟' : left === 60 ? '还剩1分钟' : '还剩10秒')
      if (left === 0 && !over.current) {
        over.current = true
        void finish()
      }
    }, 1_000)
    return () => clearInterval(tick)
  }, [finish])

  const question = attempt.questions[index]
  const answerWith = useCallback(
    (answer: Answer) => {
      if (!question) return
      setAnswers((current) => ({ ...current, [question.id]: answer }))
      sequence.current += 1
      pending.current[question.id] = { id: uuid(), sequence: sequence.current, answer }
      storePending(attempt.id, pending.current)
      setWaiting(Object.keys(pending.current).length)
      channel.current?.postMessage({ itemId: question.id, answer, sequence: sequence.current })
      // What is typed is sent when the fingers rest: it is kept in the browser already.
      clearTimeout(pause.current)
      pause.current = setTimeout(() => void flush(), answer.kind === 'cloze' ? 600 : 0)
    },
    [attempt.id, flush, question],
  )
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!question || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || sheet.current?.open) return
      if (isWriting(event.target)) return
      const next = /^[1-6]$/.test(event.key) ? answerByDigit(question, answers[question.id] ?? null, Number(event.key)) : null
      if (next) answerWith(next)
      if (event.key === 'f' || event.key === 'F') toggleFlag(question.id)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  })

  if (!question) return null
  const toggleFlag = (id: string) => setFlags((current) => (current.includes(id) ? current.filter((other) => other !== id) : [...current, id]))
  const done = new Set(attempt.questions.filter((entry) => !refused.includes(entry.id) && isComplete(entry, answers[entry.id] ?? null)).map(({ id }) => id))
  const answered = done.size
  const flagged = flags.includes(question.id)
  const chosen = answers[question.id]
  const openSheet = () => sheet.current?.showModal()
  const goTo = (place: number) => {
    setIndex(place)
    sheet.current?.close()
    window.scrollTo(0, 0)
  }
  return (
    <main className="phone runner exam">
      <h1 className="vh">{attempt.title}</h1>
      <header className="gut exam-head">
        <div className="xb">
          <span className={`t ${seconds < 60 ? 'v-warn' : ''}`} role="timer">
            <svg className="ic ic-s" viewBox="0 0 24 24" aria-hidden="true">
              <path d="M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17M12 7.5V12l3 2" />
            </svg>
            {timeLeft(seconds)}
          </span>
          <span className={(offline && waiting > 0) || refused.length > 0 ? 's v-warn' : 's'} role="status">
            {waiting === 0 && refused.length > 0 ? (
              `${refused.length}题没有保存`
            ) : waiting === 0 ? (
              <>
                <svg className="ic" viewBox="0 0 24 24" aria-hidden="true">
                  <path d="m5 12.5 4.5 4.5L19 7.5" />
                </svg>
                已保存
              </>
            ) : offline ? (
              `待提交${waiting}题`
            ) : (
              '正在保存'
            )}
          </span>
          <button type="button" className="sheet-link" onClick={openSheet} aria-label={`答题卡，已答${answered}题，共${total}题`}>
            <svg className="ic ic-s" viewBox="0 0 24 24" aria-hidden="true">
              <path d="M4 4h16v16H4zM4 9.3h16M4 14.7h16M9.3 4v16M14.7 4v16" />
            </svg>
            {index + 1}/{total}
          </button>
        </div>
        <div className="strip" role="img" aria-label={`已答${answered}题，标记${flags.length}题，当前第${index + 1}题`}>
          {attempt.questions.map(({ id }, place) => (
            <i key={id} className={place === index ? 'n' : flags.includes(id) ? 'f' : done.has(id) ? 'a' : ''} />
          ))}
        </div>
        <p className="vh" aria-live="assertive">
          {announced}
        </p>
      </header>
      <section className="gut runner-body">
        <p className="no">
          <b>{index + 1}</b>
          <span className="ty">{kindWords[question.kind]}</span>
          <span>{creditNotes[question.kind]}</span>
        </p>
        <QuestionForm key={question.id} question={question} answer={chosen ?? null} feedback={null} onAnswer={answerWith} />
        <p className="aux note">
          {question.kind === 'multiple' && chosen?.kind === 'choice' ? `已选${chosen.options.length}项。` : ''}改选随时生效，答案逐题保存。
        </p>
        <p role="alert" className="v v-warn empty:hidden">
          {message}
        </p>
      </section>
      <footer className="foot gut">
        <button
          type="button"
          className={flagged ? 'btn btn-2 flag on' : 'btn btn-2 flag'}
          aria-pressed={flagged}
          aria-label="标记本题"
          onClick={() => toggleFlag(question.id)}
        >
          <svg className="ic" viewBox="0 0 24 24" aria-hidden="true">
            <path d="M6 21V4M6 5h11l-2.5 4L17 13H6" />
          </svg>
        </button>
        <button type="button" className="btn btn-2" disabled={index === 0} onClick={() => goTo(index - 1)}>
          上一题
        </button>
        {index === total - 1 ? (
          <button type="button" className="btn btn-1" onClick={openSheet}>
            检查交卷
          </button>
        ) : (
          <button type="button" className="btn btn-1" onClick={() => goTo(index + 1)}>
            下一题
          </button>
        )}
      </footer>
      <dialog ref={sheet} className="answer-sheet" aria-label="答题卡">
        <h2>答题卡</h2>
        <p className="sub">
          {answered === total ? `${total}题都答了。` : `还有${total - answered}题没有答。`}
          {flags.length > 0 ? `标记了${flags.length}题。` : ''}
        </p>
        <ol className="cells">
          {attempt.questions.map(({ id }, place) => {
            const state = flags.includes(id) ? '标记' : done.has(id) ? '已答' : '未答'
            return (
              <li key={id}>
                <button type="button" className={`cell ${done.has(id) ? 'a' : ''} ${place === index ? 'n' : ''}`} onClick={() => goTo(place)}>
                  {place + 1}
                  <small>{state === '标记' ? '⚑' : state === '已答' ? '✓' : '○'}</small>
                  <span className="vh">{state}</span>
                </button>
              </li>
            )
          })}
        </ol>
        <p role="alert" className="v v-warn empty:hidden">
          {message}
        </p>
        <div className="pair">
          <button type="button" className="btn btn-2" onClick={() => sheet.current?.close()}>
            继续答题
          </button>
          <button type="button" className="btn btn-1" disabled={busy} aria-busy={busy} onClick={() => void finish()}>
            交卷
          </button>
        </div>
      </dialog>
    </main>
  )
}
