import { expect, test } from 'vitest'
import { answerByPlace, answerInWords } from './answer-words'
import type { Answer } from './grading'
import type { LearnerQuestion } from './question'

const base = { id: 'q-2-1-1-01', rule: '2.1.1', section: '2.1', chapter: '2.1', stem: '下面哪一句合适' }
const part = (id: string, text: string) => ({ id, text })
const cases: [LearnerQuestion, Answer, words: string, byPlace: string][] = [
  [
    { ...base, kind: 'multiple', options: [part('a', '您好'), part('b', '请稍等'), part('c', '谢谢')] },
    { kind: 'choice', options: ['c', 'a'] },
    '谢谢；您好',
    'A、C',
  ],
  [{ ...base, kind: 'true-false' }, { kind: 'true-false', value: false }, '错', '错'],
  [{ ...base, kind: 'cloze', text: '请[a]', blanks: ['a'], candidates: [] }, { kind: 'cloze', blanks: { a: '稍等' } }, '稍等', '稍等'],
  [{ ...base, kind: 'order', steps: [part('a', '问好'), part('b', '道别')] }, { kind: 'order', steps: ['a', 'b'] }, '问好 → 道别', 'C → B'],
  [{ ...base, kind: 'match', lefts: [part('a', '总机')], rights: [part('s', '你好')] }, { kind: 'match', pairs: { a: 's' } }, '总机：你好', 'C—s'],
  [{ ...base, kind: 'classify', groups: [part('s', '可以')], cards: [part('a', '微笑')] }, { kind: 'classify', groups: { a: 's' } }, '微笑：可以', 'C—s'],
  [{ ...base, kind: 'spot', stimulus: { form: 'text', parts: [part('a', '单手递'), part('b', '问好')] } }, { kind: 'spot', parts: ['a'] }, '单手递', 'C'],
  [{ ...base, kind: 'rewrite', original: '不行' }, { kind: 'rewrite', text: '我来想办法', self: 'partly' }, '我来想办法（差一点）', '我来想办法'],
]
test.each(cases)('%#', (question, answer, words, byPlace) => {
  expect(answerInWords(question, answer)).toBe(words)
  expect(answerByPlace(['c', 'b', 'a'], answer)).toBe(byPlace)
})
