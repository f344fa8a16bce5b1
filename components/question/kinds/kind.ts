import type { Feedback } from '@/domain/attempt'
import type { Answer } from '@/domain/grading'
import type { LearnerQuestion, QuestionKey, QuestionKind } from '@/domain/question'

type AnswerKind = Answer['kind']
export type AnswerOf<K extends AnswerKind> = Extract<Answer, { kind: K }>

/** What the renderer of a kind gets: the question, the answer so far, and what was said of it once it is graded. */
export type KindProps<K extends QuestionKind, A extends AnswerKind> = {
  question: Extract<LearnerQuestion, { kind: K }>
  answer: AnswerOf<A> | null
  feedback: (Feedback & { key: Extract<QuestionKey, { kind: K }> }) | null
  onAnswer: (answer: AnswerOf<A>) => void
}
