import { describe, expect, test } from 'vitest'
import { compileContent } from '@/server/content/compile'
import { checkCoverage, forbiddenOf } from './content-check'
import { botFaults, checkItemWriting, runBots } from './item-writing'
import type { Question } from './question'

const { curriculum } = compileContent()
const forbidden = forbiddenOf(curriculum)
type Single = Extract<Question, { kind: 'single' }>

/** The bank with a copy of every question that `change` is made to. */
function planted(change: (question: Question) => void): Question[] {
  const questions = structuredClone(curriculum.questions)
  questions.forEach(change)
  return questions
}
const errorsAfter = (change: (question: Question) => void) =>
  checkItemWriting(planted(change), forbidden)
    .errors.map(({ message }) => message)
    .join('\n')
const first = curriculum.questions.find((question): question is Single => question.kind === 'single') as Single
const keyOf = (question: Single) => question.options.find(({ id }) => id === question.key[0]) as Single['options'][number]
const inFirst = (change: (question: Single) => void) => (question: Question) => {
  if (question.id === first.id) change(question as Single)
}
const inSingles = (change: (question: Single) => void) => (question: Question) => {
  if (question.kind === 'single') change(question)
}

test('the bank has no error', () => expect(checkItemWriting(curriculum.questions, forbidden).errors).toEqual([]))

describe('item-writing faults, each planted and found', () => {
  test('a key much longer than the rest, and too many keys that are the longest', () => {
    expect(errorsAfter(inFirst((question) => (keyOf(question).text = '很长的一句'.repeat(8))))).toMatch(/长得多/)
    expect(errorsAfter(inSingles((question) => (keyOf(question).text = `${keyOf(question).text}${'啊'.repeat(16)}`)))).toMatch(/超过三成/)
  })
  test('all of the above', () => expect(errorsAfter(inFirst((question) => (keyOf(question).text = '以上都对')))).toMatch(/以上都/))
  test('an option that holds another', () =>
    expect(errorsAfter(inFirst((question) => (keyOf(question).text = `${question.options.find((o) => o !== keyOf(question))?.text}吧`)))).toMatch(/包含/))
  test('two questions with the same stem', () => {
    const copy = { ...structuredClone(first), id: 'q-1-1-99' }
    const { errors } = checkItemWriting([...curriculum.questions, copy], forbidden)
    expect(errors.map(({ message }) => message).join()).toContain(`题干与 ${first.id} 几乎一样`)
  })
  test('keys that stand in one place', () =>
    expect(
      errorsAfter(
        inSingles((question) => {
          for (const option of question.options) if (option.id === 'a') option.id = question.key[0]
          question.key = ['a']
        }),
      ),
    ).toMatch(/键偏在一处/))
  test('judgements that are nearly all true', () =>
    expect(
      errorsAfter((question) => {
        if (question.kind === 'true-false') question.key = true
      }),
    ).toMatch(/对的占100%/))
  test('texts too long, a reading left open, centimetres', () => {
    expect(errorsAfter(inFirst((question) => (question.explanation = '长'.repeat(81))))).toMatch(/81 字/)
    expect(errorsAfter(inFirst((question) => (keyOf(question).text = '长'.repeat(31))))).toMatch(/31 字/)
    expect(errorsAfter(inFirst((question) => (question.stem = '无领有袖的上衣能不能穿？')))).toMatch(/无领无袖/)
    expect(errorsAfter(inFirst((question) => (question.stem = '膝盖以上十厘米的裙子行吗？')))).toMatch(/厘米/)
  })
})

describe('the bots', () => {
  test('find no more than they may', () => expect(botFaults(runBots(curriculum.questions, forbidden))).toEqual([]))
  test.each([
    ['longest', (question: Single) => (keyOf(question).text += '啊'.repeat(30)), '最长'],
    ['polite', (question: Single) => (keyOf(question).text = '请您，马上帮您'.repeat(3)), '最客气'],
    ['overlap', (question: Single) => (keyOf(question).text = `${question.situation ?? ''}${question.stem}`), '题干最像'],
    [
      'avoidAbsolutes',
      (question: Single) => {
        for (const option of question.options) if (option !== keyOf(question)) option.text += '一律'
      },
      '绝对词',
    ],
  ] as const)('%s is caught when the form gives the key away', (name, change, words) => {
    const bots = runBots(planted(inSingles(change)), forbidden)
    expect(bots[name]).toBeGreaterThan(60)
    expect(botFaults(bots).join()).toContain(words)
  })
  test('chance is what a coin would score', () => {
    const even = [{ ...first, options: first.options.map((option) => ({ ...option, text: '一样' })) }]
    const bots = runBots(even, forbidden)
    expect(bots.longest).toBe(bots.chance)
  })
})

describe('what a rule is owed', () => {
  const missingAfter = (change: (copy: typeof curriculum) => void) => {
    const copy = structuredClone(curriculum)
    change(copy)
    return checkCoverage(copy)
      .map(({ id, message }) => `${id} ${message}`)
      .join('\n')
  }
  test('items, an exam pool, a lesson, a scenario', () => {
    const without = missingAfter((copy) => {
      copy.questions = copy.questions.filter(({ rule }) => rule !== '2.7.2.2')
      for (const lesson of copy.lessons) lesson.rules = lesson.rules.filter((rule) => rule !== '2.7.2.2')
      copy.scenarios = copy.scenarios.filter(({ id }) => id !== 's07')
    })
    expect(without).toContain('2.7.2.2 只有0题，要8题')
    expect(without).toContain('2.7.2.2 考试题只有0道，要5道')
    expect(without).toContain('2.7.2.2 没有课时教')
    expect(without).toMatch(/2\.7\.2\.3 要演练它的情景 s07 还没有写/)
  })
  test('enough that is not choice, and enough for the exam', () => {
    const onlyChoice = missingAfter((copy) => {
      copy.questions = copy.questions.filter(({ kind }) => kind === 'single').map((question) => ({ ...question, pool: 'practice' }))
    })
    expect(onlyChoice).toMatch(/非选择题只有0道/)
    expect(onlyChoice).toMatch(/考试题0道/)
  })
})
