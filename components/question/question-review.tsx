'use client'
import type { Feedback } from '@/domain/attempt'
import type { RuleText } from '@/domain/curriculum'
import type { Answer } from '@/domain/grading'
import type { LearnerQuestion } from '@/domain/question'
import { Cross, Tick } from './marks'
import { QuestionForm } from './question-form'
import { RuleBasis } from './rule-basis'

/** In a word: right, partly, not; or for one's own judgement. */
export const verdictWord = ({ credit }: Feedback): string => (credit === null ? '对照参考' : credit === 1 ? '正确' : credit > 0 ? '对了一部分' : '这一步欠妥')

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
  return (
    <article className="review">
      <h3>
        <span className={feedback.correct || feedback.credit === null ? 'v v-ok' : 'v v-warn'}>
          {feedback.correct || feedback.credit === null ? <Tick /> : <Cross />}
          {place}. {verdictWord(feedback)}
        </span>
      </h3>
      <QuestionForm question={question} answer={answer} feedback={{ ...feedback, credit: feedback.credit ?? 0 }} onAnswer={() => {}} />
      <p className="sub">{feedback.key.explanation}</p>
      <RuleBasis rule={rule} />
    </article>
  )
}
