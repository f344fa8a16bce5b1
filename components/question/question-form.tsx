'use client'
import type { Feedback } from '@/domain/attempt'
import type { Answer } from '@/domain/grading'
import type { LearnerQuestion } from '@/domain/question'

const letters = ['A', 'B', 'C', 'D', 'E', 'F']
export const kindWord = { single: '单选', multiple: '多选', 'true-false': '判断' } as const
export const kindHint = { single: '', multiple: '全部选对得分', 'true-false': '' } as const

/** A question's choices in the order of the paper; true-false has two of its own. */
function choicesOf(question: LearnerQuestion): { id: string; text: string }[] {
  return question.kind === 'true-false'
    ? [
        { id: 'true', text: '对' },
        { id: 'false', text: '错' },
      ]
    : question.options
}
const chosenIds = (answer: Answer | null): string[] => (answer === null ? [] : answer.kind === 'choice' ? answer.options : [String(answer.value)])
const isKey = (feedback: Feedback, id: string) => (Array.isArray(feedback.key) ? feedback.key.includes(id) : String(feedback.key) === id)

/** The answer after choosing `id`: one of several, or one more or less. */
export function choose(question: LearnerQuestion, answer: Answer | null, id: string): Answer {
  if (question.kind === 'true-false') return { kind: 'true-false', value: id === 'true' }
  if (question.kind === 'single') return { kind: 'choice', options: [id] }
  const chosen = chosenIds(answer)
  return { kind: 'choice', options: chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id] }
}
export const isEmpty = (answer: Answer | null): boolean => answer === null || (answer.kind === 'choice' && answer.options.length === 0)
/** The id behind a number key, 1 for the first choice. */
export const choiceAt = (question: LearnerQuestion, digit: number): string | undefined => choicesOf(question)[digit - 1]?.id

const Cross = () => (
  <svg className="ic" viewBox="0 0 24 24" aria-hidden="true">
    <path d="m6 6 12 12M18 6 6 18" />
  </svg>
)
const Tick = () => (
  <svg className="ic" viewBox="0 0 24 24" aria-hidden="true">
    <path d="m5 12.5 4.5 4.5L19 7.5" />
  </svg>
)

/** Stem and choices. Real radio buttons and checkboxes, so that keyboard and screen reader need nothing more. */
export function QuestionForm({
  question,
  answer,
  feedback,
  onAnswer,
}: {
  question: LearnerQuestion
  answer: Answer | null
  feedback: Feedback | null
  onAnswer: (answer: Answer) => void
}) {
  const chosen = chosenIds(answer)
  const several = question.kind === 'multiple'
  return (
    <fieldset className="question" disabled={feedback !== null}>
      <legend className="stem">
        {question.situation && <span className="situation">{question.situation}</span>}
        {question.stem}
      </legend>
      <div className={question.kind === 'true-false' ? 'opts opts-two' : 'opts'}>
        {choicesOf(question).map(({ id, text }, index) => {
          const selected = chosen.includes(id)
          const right = feedback ? isKey(feedback, id) : false
          const look = feedback ? (right ? 'good' : selected ? 'bad' : 'dim') : selected ? 'sel' : ''
          return (
            <label key={id} className={`opt ${several ? 'sq' : ''} ${look}`}>
              <input
                className="vh"
                type={several ? 'checkbox' : 'radio'}
                name={question.id}
                value={id}
                checked={selected}
                onChange={() => onAnswer(choose(question, answer, id))}
              />
              <span className="k" aria-hidden="true">
                {feedback && right ? <Tick /> : feedback && selected ? <Cross /> : several && selected ? <Tick /> : letters[index]}
              </span>
              <span>
                {text}
                {feedback && (right || selected) && (
                  <em className={`tag ${right ? 'v-ok' : 'v-warn'}`}>{right ? (selected ? '您选的，规范做法' : '规范做法') : '您选的'}</em>
                )}
              </span>
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}
