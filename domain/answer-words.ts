import { type Answer, selfJudgementWords, spotParts } from './grading'
import type { LearnerQuestion, Part } from './question'

/** A stored answer in the words of its question: what a learner reads in the copy of their own data. */
export function answerInWords(question: LearnerQuestion, answer: Answer): string {
  const words = (parts: Part[]) => (id: string) => parts.find((part) => part.id === id)?.text ?? id
  switch (answer.kind) {
    case 'choice':
      return 'options' in question ? answer.options.map(words(question.options)).join('；') : ''
    case 'true-false':
      return answer.value ? '对' : '错'
    case 'cloze':
      return Object.values(answer.blanks).join('；')
    case 'order':
      return question.kind === 'order' ? answer.steps.map(words(question.steps)).join(' → ') : ''
    case 'match':
      return question.kind === 'match'
        ? Object.entries(answer.pairs)
            .map(([left, right]) => `${words(question.lefts)(left)}：${words(question.rights)(right)}`)
            .join('；')
        : ''
    case 'classify':
      return question.kind === 'classify'
        ? Object.entries(answer.groups)
            .map(([card, group]) => `${words(question.cards)(card)}：${words(question.groups)(group)}`)
            .join('；')
        : ''
    case 'spot':
      return question.kind === 'spot' ? answer.parts.map(words(spotParts(question))).join('；') : ''
    case 'rewrite':
      return answer.self === null ? answer.text : `${answer.text}（${selfJudgementWords[answer.self]}）`
    default:
      return answer satisfies never
  }
}

/**
 * The same by places on one's own paper ("A、C"), without a word of the question: own answers of an exam are told, its questions are not, else a few
 * sittings would publish the pool with its keys.
 */
export function answerByPlace(order: string[], answer: Answer): string {
  const place = (id: string) => {
    const at = order.indexOf(id)
    return at < 0 ? id : String.fromCharCode(65 + at)
  }
  switch (answer.kind) {
    case 'choice':
      return answer.options.map(place).sort().join('、')
    case 'true-false':
      return answer.value ? '对' : '错'
    case 'cloze':
      return Object.values(answer.blanks).join('；')
    case 'order':
      return answer.steps.map(place).join(' → ')
    case 'match':
      return Object.entries(answer.pairs)
        .map(([left, right]) => `${place(left)}—${place(right)}`)
        .join('、')
    case 'classify':
      return Object.entries(answer.groups)
        .map(([card, group]) => `${place(card)}—${place(group)}`)
        .join('、')
    case 'spot':
      return answer.parts.map(place).join('、')
    case 'rewrite':
      return answer.text
    default:
      return answer satisfies never
  }
}
