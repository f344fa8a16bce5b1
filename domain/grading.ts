import { z } from 'zod'
import type { QuestionKey } from './question'

/** What a learner answers. Choices are option ids, in any order. */
export const answerSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('choice'), options: z.array(z.string().regex(/^[a-f]$/)).max(6) }),
  z.strictObject({ kind: z.literal('true-false'), value: z.boolean() }),
])
export type Answer = z.infer<typeof answerSchema>

/**
 * Key and answer in, right or wrong out. Several-choice questions are right only when exactly the right options are chosen. An answer
 * of another kind than the question's, or none, is wrong.
 */
export function gradeAnswer(key: QuestionKey, answer: Answer | null): boolean {
  if (!answer) return false
  switch (key.kind) {
    case 'single':
    case 'multiple': {
      if (answer.kind !== 'choice') return false
      const chosen = new Set(answer.options)
      return chosen.size === key.key.length && key.key.every((id) => chosen.has(id))
    }
    case 'true-false':
      return answer.kind === 'true-false' && answer.value === key.key
    default:
      return key satisfies never
  }
}
