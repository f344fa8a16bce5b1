'use client'
import type { ReactNode } from 'react'
import type { Feedback } from '@/domain/attempt'
import type { Answer } from '@/domain/grading'
import type { LearnerQuestion, QuestionKey, QuestionKind } from '@/domain/question'
import { Assign } from './kinds/assign'
import { Choice, choicesOf, choose } from './kinds/choice'
import { Cloze } from './kinds/cloze'
import { Order } from './kinds/order'
import { Rewrite } from './kinds/rewrite'
import { Spot } from './kinds/spot'

/** The answer after a number key, 1 for the first choice or step; null where numbers mean nothing. */
export function answerByDigit(question: LearnerQuestion, answer: Answer | null, digit: number): Answer | null {
  switch (question.kind) {
    case 'single':
    case 'multiple':
    case 'true-false': {
      const id = choicesOf(question)[digit - 1]?.id
      return id ? choose(question, answer, id) : null
    }
    case 'order': {
      const placed = answer?.kind === 'order' ? answer.steps : []
      const id = question.steps[digit - 1]?.id
      return id ? { kind: 'order', steps: placed.includes(id) ? placed.filter((other) => other !== id) : [...placed, id] } : null
    }
    default:
      return null
  }
}
/** Keys pressed while writing belong to the text. */
export const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'text')

type Given<K extends QuestionKind> = (Feedback & { key: Extract<QuestionKey, { kind: K }> }) | null
/** The feedback on a question is of the question's kind: it was graded by the key of the same item. */
const of = <K extends QuestionKind>(feedback: Feedback | null, ...kinds: K[]): Given<K> =>
  feedback && (kinds as string[]).includes(feedback.key.kind) ? (feedback as Given<K>) : null
const answerOf = <A extends Answer['kind']>(answer: Answer | null, ...kinds: A[]) =>
  answer && (kinds as string[]).includes(answer.kind) ? (answer as Extract<Answer, { kind: A }>) : null

/** Stem and the way to answer it: one renderer for each kind. With `feedback` nothing can be changed but one's own judgement. */
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
  const body = (): ReactNode => {
    switch (question.kind) {
      case 'single':
      case 'multiple':
      case 'true-false':
        return (
          <Choice
            question={question}
            answer={answerOf(answer, 'choice', 'true-false')}
            feedback={of(feedback, 'single', 'multiple', 'true-false')}
            onAnswer={onAnswer}
          />
        )
      case 'cloze':
        return <Cloze question={question} answer={answerOf(answer, 'cloze')} feedback={of(feedback, 'cloze')} onAnswer={onAnswer} />
      case 'order':
        return <Order question={question} answer={answerOf(answer, 'order')} feedback={of(feedback, 'order')} onAnswer={onAnswer} />
      case 'match':
        return (
          <Assign
            exclusive
            items={question.lefts}
            targets={question.rights}
            value={answerOf(answer, 'match')?.pairs ?? {}}
            wanted={of(feedback, 'match')?.key.key ?? null}
            onChange={(pairs) => onAnswer({ kind: 'match', pairs })}
          />
        )
      case 'classify':
        return (
          <Assign
            exclusive={false}
            items={question.cards}
            targets={question.groups}
            value={answerOf(answer, 'classify')?.groups ?? {}}
            wanted={of(feedback, 'classify')?.key.key ?? null}
            onChange={(groups) => onAnswer({ kind: 'classify', groups })}
          />
        )
      case 'spot':
        return <Spot question={question} answer={answerOf(answer, 'spot')} feedback={of(feedback, 'spot')} onAnswer={onAnswer} />
      case 'rewrite':
        return <Rewrite question={question} answer={answerOf(answer, 'rewrite')} feedback={of(feedback, 'rewrite')} onAnswer={onAnswer} />
      default:
        return question satisfies never
    }
  }
  return (
    <fieldset className="question" data-item={question.id} disabled={feedback !== null && feedback.credit !== null}>
      <legend className="stem">
        {question.situation && <span className="situation">{question.situation}</span>}
        {question.stem}
      </legend>
      {body()}
    </fieldset>
  )
}
