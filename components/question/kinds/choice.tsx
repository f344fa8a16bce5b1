import type { Answer } from '@/domain/grading'
import type { LearnerQuestion } from '@/domain/question'
import { Cross, Tick } from '../marks'
import type { KindProps } from './kind'

const letters = ['A', 'B', 'C', 'D', 'E', 'F']
type ChoiceQuestion = Extract<LearnerQuestion, { kind: 'single' | 'multiple' | 'true-false' }>

/** A question's choices in the order of the paper; true-false has two of its own. */
export function choicesOf(question: ChoiceQuestion): { id: string; text: string }[] {
  return question.kind === 'true-false'
    ? [
        { id: 'true', text: '对' },
        { id: 'false', text: '错' },
      ]
    : question.options
}
const chosenIds = (answer: Answer | null): string[] =>
  answer?.kind === 'choice' ? answer.options : answer?.kind === 'true-false' ? [String(answer.value)] : []

/** The answer after choosing `id`: one of several, or one more or less. */
export function choose(question: ChoiceQuestion, answer: Answer | null, id: string): Extract<Answer, { kind: 'choice' | 'true-false' }> {
  if (question.kind === 'true-false') return { kind: 'true-false', value: id === 'true' }
  if (question.kind === 'single') return { kind: 'choice', options: [id] }
  const chosen = chosenIds(answer)
  return { kind: 'choice', options: chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id] }
}

/** Real radio buttons and checkboxes, so that keyboard and screen reader need nothing more. */
export function Choice({ question, answer, feedback, onAnswer }: KindProps<'single' | 'multiple' | 'true-false', 'choice' | 'true-false'>) {
  const chosen = chosenIds(answer)
  const several = question.kind === 'multiple'
  const key = feedback ? (feedback.key.kind === 'true-false' ? [String(feedback.key.key)] : feedback.key.key) : []
  return (
    <div className={question.kind === 'true-false' ? 'opts opts-two' : 'opts'}>
      {choicesOf(question).map(({ id, text }, index) => {
        const selected = chosen.includes(id)
        const right = key.includes(id)
        const look = feedback ? (right ? 'good' : selected ? 'bad' : 'dim') : selected ? 'sel' : ''
        return (
          <label key={id} className={`opt ${several ? 'sq' : ''} ${look}`}>
            <input
              className="vh"
              type={several ? 'checkbox' : 'radio'}
              name={question.id}
              value={id}
              data-part={id}
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
  )
}
