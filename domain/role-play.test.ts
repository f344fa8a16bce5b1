import { describe, expect, test } from 'vitest'
import { type Choice, replay, type ScenarioScript, scoreRun, viewRun } from './role-play'
import type { Judgement } from './scenario'

const reply = (id: string, judgement: Judgement, next: string, rule = '2.1.1.1', redLine = false) => ({
  id,
  text: `说${id}`,
  judgement,
  rule,
  consequence: `后果${id}`,
  why: '因为如此这般',
  better: '更好',
  redLine,
  next,
})
const script: ScenarioScript = {
  start: 't1',
  turns: [
    { id: 't1', customer: '一', replies: [reply('a', 'best', 't2'), reply('b', 'fair', 't2'), reply('c', 'taboo', 't2b', '2.4.3.2', true)] },
    { id: 't2', customer: '二', replies: [reply('a', 'best', 'end-good', '2.6.1.3'), reply('b', 'weak', 'end-cold'), reply('c', 'taboo', 'end-cold')] },
    { id: 't2b', customer: '二乙', replies: [reply('a', 'best', 'end-good'), reply('b', 'weak', 'end-cold'), reply('c', 'taboo', 'end-cold')] },
  ],
  endings: [
    { id: 'end-good', title: '好', text: '好' },
    { id: 'end-cold', title: '冷', text: '冷' },
  ],
}
const choices = (...list: [number, string, string][]): Choice[] => list.map(([step, turnId, replyId]) => ({ step, turnId, replyId }))
const critical = (rule: string) => rule === '2.6.1.3'

describe('replay', () => {
  test('follows the branches to an ending, and the mood with them', () => {
    const run = replay(script, 3, choices([0, 't1', 'a'], [1, 't2', 'a']))
    expect(run).toMatchObject({ at: 'end-good', ended: true, moods: [3, 2, 1], redLine: false })
  })
  test('going back takes another branch, but the first choice keeps counting and a red line stays crossed', () => {
    const run = replay(script, 3, choices([0, 't1', 'c'], [0, 't1', 'a'], [1, 't2', 'a']))
    expect(run.steps.map((step) => step.turn.id)).toEqual(['t1', 't2'])
    expect(scoreRun(run, () => false)).toMatchObject({ scorePercent: 50, passed: false, redLine: true })
  })
  test('refuses choices that are not of this script', () => {
    expect(() => replay(script, 3, choices([0, 't9', 'a']))).toThrow()
    expect(() => replay(script, 3, choices([1, 't2', 'a']))).toThrow()
  })
})

test('critical rules weigh twice', () => {
  const run = replay(script, 3, choices([0, 't1', 'b'], [1, 't2', 'a']))
  expect(scoreRun(run, critical).scorePercent).toBe(83)
  expect(scoreRun(run, () => false).scorePercent).toBe(75)
})

test('the view tells nothing of what lies ahead or of replies not chosen', () => {
  const view = viewRun(script, replay(script, 3, choices([0, 't1', 'b'])), 'seed', critical)
  const told = JSON.stringify(view)
  for (const secret of ['二乙', '后果a', '后果c', 'end-', 'redLine', 'next']) expect(told).not.toContain(secret)
  expect(view.turn?.replies.map((entry) => Object.keys(entry).sort())).toEqual([
    ['id', 'text'],
    ['id', 'text'],
    ['id', 'text'],
  ])
})
