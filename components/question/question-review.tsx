import type { Feedback } from '@/domain/attempt'
import type { RuleText } from '@/domain/curriculum'
import type { Answer } from '@/domain/grading'
import type { LearnerQuestion } from '@/domain/question'
import { RuleBasis } from './rule-basis'

const textOf = (question: LearnerQuestion, ids: string[]) =>
  question.kind === 'true-false'
    ? ids[0] === 'true'
      ? '对'
      : '错'
    : question.options
        .filter((option) => ids.includes(option.id))
        .map((option) => option.text)
        .join('；')

/** One graded question: what was answered, what is right, why, and the rule. */
export function QuestionReview({
  place,
  question,
  answer,
  feedback,
  rule,
}: {
  place: number
  question: LearnerQuestion
  answer: Answer
  feedback: Feedback
  rule: RuleText
}) {
  const given = answer.kind === 'choice' ? answer.options : [String(answer.value)]
  const key = Array.isArray(feedback.key) ? feedback.key : [String(feedback.key)]
  return (
    <article className="review">
      <h3>
        <span className={feedback.correct ? 'v v-ok' : 'v v-warn'}>
          <svg className="ic ic-s" viewBox="0 0 24 24" aria-hidden="true">
            <path d={feedback.correct ? 'm5 12.5 4.5 4.5L19 7.5' : 'm6 6 12 12M18 6 6 18'} />
          </svg>
          {place}. {feedback.correct ? '正确' : '欠妥'}
        </span>
      </h3>
      {question.situation && <p className="sub">{question.situation}</p>}
      <p className="stem">{question.stem}</p>
      {!feedback.correct && <p className="sub">您的答案：{textOf(question, given)}</p>}
      <p>正确答案：{textOf(question, key)}</p>
      <p className="sub">{feedback.explanation}</p>
      <RuleBasis rule={rule} />
    </article>
  )
}
