'use client'
import { useState } from 'react'
import { feedbackOf } from '@/domain/attempt'
import type { RuleText } from '@/domain/curriculum'
import { type Answer, creditNotes, isComplete, rightAnswer, wrongAnswer } from '@/domain/grading'
import { kindWords, type LearnerQuestion, partIds, type QuestionKey } from '@/domain/question'
import { QuestionForm } from '../question/question-form'
import { QuestionReview } from '../question/question-review'

/** A question to try, graded here by its key, and the same answered right and wrong. */
export function QuestionSample({ question, answerKey, rule }: { question: LearnerQuestion; answerKey: QuestionKey; rule: RuleText }) {
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [graded, setGraded] = useState(false)
  const review = (place: number, given: Answer) => (
    <QuestionReview place={place} question={question} answer={given} feedback={feedbackOf(answerKey, given)} rule={rule} />
  )
  return (
    <>
      <section className="sec sample" aria-label="试答">
        <div className="sec-h">
          <h2>试答</h2>
          <span className="aux">
            {kindWords[question.kind]}
            {creditNotes[question.kind] && `，${creditNotes[question.kind]}`}
          </span>
        </div>
        {graded && answer ? review(1, answer) : <QuestionForm question={question} answer={answer} feedback={null} onAnswer={setAnswer} />}
        {graded ? (
          <button
            type="button"
            className="btn btn-2"
            onClick={() => {
              setGraded(false)
              setAnswer(null)
            }}
          >
            再试一次
          </button>
        ) : (
          <button type="button" className="btn btn-1" disabled={!isComplete(question, answer)} onClick={() => setGraded(true)}>
            确定
          </button>
        )}
      </section>
      <section className="sec sample" aria-label="答对时">
        <div className="sec-h">
          <h2>答对时</h2>
        </div>
        {review(1, rightAnswer(answerKey))}
      </section>
      <section className="sec sample" aria-label="答错时">
        <div className="sec-h">
          <h2>答错时</h2>
        </div>
        {review(1, wrongAnswer(answerKey, partIds(question)))}
      </section>
    </>
  )
}
