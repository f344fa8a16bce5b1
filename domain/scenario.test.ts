import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scoreRun, viewRun } from './role-play'
import {
  ForeignMove,
  type Judgement,
  type Move,
  playThrough,
  replay,
  type Scenario,
  type ScenarioScript,
  scenarioSchema,
  splitScenario,
  type TakenMove,
  walk,
} from './scenario'
import type { Phrase } from './standard'
import { cadenceMs, customerHangsUpAfterMs, greetings, ringAt, saysGreeting } from './telephone'

const phrases: Phrase[] = [
  { id: 'G1', set: 'greeting', rule: '2.7.1.2', text: '你好，示例保险。' },
  { id: 'G2', set: 'greeting', rule: '2.7.1.3', text: '您好，××号为您服务。' },
  { id: 'G3', set: 'greeting', rule: '2.7.1.4', text: '您好，××部（处/室）。' },
  { id: 'G4', set: 'greeting', rule: '2.7.1.5', text: '您好，示例保险××分公司（支公司、营业部）。' },
]
const outcome = (judgement: Judgement, next: unknown, more: object = {}) => ({
  judgement,
  rule: '2.1.1.1',
  consequence: '后果',
  why: '因为如此这般',
  better: '更好的话',
  next,
  ...more,
})
const reply = (id: string, judgement: Judgement, next: unknown, more: object = {}) => ({ id, text: `说${id}`, ...outcome(judgement, next), ...more })
const heading = {
  id: 's99',
  title: '一个情景',
  chapter: '2.7',
  channel: 'telephone',
  persona: { name: '示例', line: '示例', figure: 'man' },
  setting: '示例',
  goal: '示例',
  mood: 3,
  rules: ['2.1.1.1'],
  endings: [
    { id: 'end-good', title: '好', text: '好结局' },
    { id: 'end-cold', title: '冷', text: '冷结局' },
  ],
}
const made = (start: string, turns: object[], more: object = {}): Scenario => scenarioSchema.parse({ ...heading, start, turns, ...more })
const scriptOf = (scenario: Scenario): ScenarioScript => splitScenario(scenario, phrases).script

const dialogue = scriptOf(
  made('t1', [
    {
      id: 't1',
      customer: '一',
      replies: [reply('a', 'best', 't2'), reply('b', 'fair', 't2'), reply('c', 'taboo', 't2b', { redLine: true, consequence: '后果丙' })],
    },
    {
      id: 't2',
      customer: '二',
      replies: [reply('a', 'best', 'end-good', { rule: '2.6.1.3' }), reply('b', 'weak', 'end-cold'), reply('c', 'weak', 'end-cold')],
    },
    { id: 't2b', customer: '二乙', replies: [reply('a', 'best', 'end-good'), reply('b', 'weak', 'end-cold'), reply('c', 'weak', 'end-cold')] },
  ]),
)
const call = scriptOf(
  made(
    't1',
    [
      {
        id: 't1',
        kind: 'ring',
        line: 'hotline',
        desk: { customer: '在座', replies: [reply('a', 'best', 't2'), reply('b', 'weak', 't2', { add: { waited: 1 } })] },
        inTime: outcome('weak', 't2'),
        late: outcome('weak', 't2'),
      },
      {
        id: 't2',
        kind: 'greet',
        line: 'hotline',
        slots: { desk: '016', department: '财务部', branch: '示例支公司' },
        right: { consequence: '通了', next: 't3' },
        wrong: { consequence: '打错了？', next: 't3' },
      },
      {
        id: 't3',
        kind: 'write',
        customer: '怎么办？',
        model: '我来问清楚，再给您回话。',
        points: ['去问清楚'],
        rule: '2.1.1.1',
        consequence: '好的',
        next: 't4',
      },
      {
        id: 't4',
        kind: 'hang-up',
        customer: '再见',
        waited: outcome('best', [{ when: { waited: { atMost: 0 } }, to: 'end-good' }, { to: 'end-cold' }]),
        early: outcome('weak', 'end-cold'),
      },
    ],
    { variables: { waited: { start: 0, min: 0, max: 1 } } },
  ),
)

const moves = (...list: [number, string, Move, number?][]): TakenMove[] => list.map(([step, turnId, move, tookMs = 0]) => ({ step, turnId, move, tookMs }))
const say = (replyId: string): Move => ({ kind: 'reply', replyId })
const never = () => false

describe('replay', () => {
  test('follows the branches to an ending, and the mood with them', () => {
    const run = replay(dialogue, 'seed', moves([0, 't1', say('a')], [1, 't2', say('a')]))
    expect(run).toMatchObject({ at: 'end-good', ended: true, redLine: false })
    expect(run.steps.map(({ mood }) => mood)).toEqual([2, 1])
  })
  test('going back takes another branch, but the first move keeps counting and a red line stays crossed', () => {
    const run = replay(dialogue, 'seed', moves([0, 't1', say('c')], [0, 't1', say('a')], [1, 't2', say('a')]))
    expect(run.steps.map((step) => step.turn.id)).toEqual(['t1', 't2'])
    expect(scoreRun(run, never)).toMatchObject({ scorePercent: 50, passed: false, redLine: true })
  })
  test('refuses moves that are not of this script, of this turn or of this step', () => {
    const refused = (list: TakenMove[]) => expect(() => replay(dialogue, 'seed', list)).toThrow(ForeignMove)
    refused(moves([0, 't9', say('a')]))
    refused(moves([0, 't2', say('a')]))
    refused(moves([1, 't2', say('a')]))
    refused(moves([0, 't1', say('d')]))
    refused(moves([0, 't1', { kind: 'text', text: '别的' }]))
    refused(moves([0, 't1', say('a')], [0, 't1', { kind: 'self', self: 'met' }]))
  })
  test('the same moves always give the same run, however one went back and forth', () => {
    const random = fc.array(fc.tuple(fc.nat(1), fc.constantFrom('a', 'b', 'c')), { maxLength: 12 })
    fc.assert(
      fc.property(random, (wishes) => {
        const made: TakenMove[] = []
        for (const [back, replyId] of wishes) {
          const state = replay(dialogue, 'seed', made)
          const step = Math.max(0, state.steps.length - back)
          const turnId = state.steps[step]?.turn.id ?? (state.ended ? '' : state.at)
          if (turnId !== '') made.push({ step, turnId, move: say(replyId), tookMs: 1 })
        }
        expect(replay(dialogue, 'seed', JSON.parse(JSON.stringify(made)))).toEqual(replay(dialogue, 'seed', made))
      }),
    )
  })
})

test('critical rules weigh twice', () => {
  const run = replay(dialogue, 'seed', moves([0, 't1', say('b')], [1, 't2', say('a')]))
  expect(scoreRun(run, (rule) => rule === '2.6.1.3').scorePercent).toBe(83)
  expect(scoreRun(run, never).scorePercent).toBe(75)
})

test('the view tells nothing of what lies ahead or of moves not made', () => {
  const run = replay(dialogue, 'seed', moves([0, 't1', say('b')]))
  const view = viewRun(dialogue, run, 'seed', never)
  const told = JSON.stringify(view)
  for (const secret of ['二乙', '后果丙', 'end-', 'redLine', 'next', '结局']) expect(told).not.toContain(secret)
  const next = view.turn?.kind === 'say' ? view.turn.replies : []
  expect(next.map((card) => Object.keys(card).sort())).toEqual([
    ['id', 'text'],
    ['id', 'text'],
    ['id', 'text'],
  ])
})

describe('the telephone', () => {
  const delay = 2_000
  const run = (ring: Move, ringMs: number, greeting: Move, hang: Move, hangMs: number) =>
    replay(call, 'seed', moves([0, 't1', ring, ringMs], [1, 't2', greeting], [2, 't3', { kind: 'text', text: '我去问' }], [3, 't4', hang, hangMs]))
  const pickUp = (said: string | null, untimedRing: number | null = null): Move => ({ kind: 'pick-up', said, untimedRing })
  const hang = (untimed: 'waited' | 'early' | null = null): Move => ({ kind: 'hang-up', untimed })
  const greet = (line: 'hotline' | 'service'): Move => ({ kind: 'greet', line })
  test('the ring is counted by the cadence of one second on and four off', () => {
    expect([0, 999, 4_999, 5_000, 14_999, 15_000, 99_000].map(ringAt)).toEqual([1, 1, 1, 2, 3, 4, 6])
  })
  test('a word first, in time, the right greeting, one’s own words, and waiting: the whole score', () => {
    const good = run(pickUp('a'), 14_999, greet('hotline'), hang(), 4_001)
    expect(scoreRun(good, never)).toMatchObject({ scorePercent: 100, passed: true })
    expect(good.at).toBe('end-good')
    expect(good.steps[2]?.resolved).toMatchObject({ judgement: null, value: null, better: '我来问清楚，再给您回话。' })
  })
  test('the fourth ring is late, no word is a fault, another line’s greeting is a fault, hanging up first is a fault', () => {
    const judged = (state: ReturnType<typeof run>) => state.steps.map(({ resolved }) => resolved.judgement)
    expect(judged(run(pickUp('a'), 3 * cadenceMs, greet('service'), hang(), delay - 1))).toEqual(['weak', 'weak', null, 'weak'])
    expect(judged(run(pickUp(null), 6_000, greet('hotline'), hang(), 9_000))).toEqual(['weak', 'best', null, 'best'])
  })
  test('the untimed way is judged alike and recorded as such', () => {
    const calm = run(pickUp('a', 3), 900_000, { kind: 'greet-text', text: '您好，零一六号为您服务' }, hang('waited'), 0)
    expect(scoreRun(calm, never).scorePercent).toBe(100)
    expect(calm.steps.map(({ resolved }) => resolved.untimed)).toEqual([true, false, false, true])
    expect(run(pickUp('a', 4), 0, greet('hotline'), hang('early'), 900_000).steps.map(({ resolved }) => resolved.judgement)).toEqual([
      'weak',
      'best',
      null,
      'weak',
    ])
  })
  test('a variable decides the ending', () => {
    expect(run(pickUp('b'), 1_000, greet('hotline'), hang(), 9_000).at).toBe('end-cold')
  })
  test('how one judges one’s own words is kept with the step', () => {
    const list = moves(
      [0, 't1', pickUp('a')],
      [1, 't2', greet('hotline')],
      [2, 't3', { kind: 'text', text: '我去问' }],
      [2, 't3', { kind: 'self', self: 'partly' }],
    )
    expect(replay(call, 'seed', list).steps[2]?.self).toBe('partly')
  })
  test('the customer hangs up after two to four seconds', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const ms = customerHangsUpAfterMs(seed)
        expect(ms).toBeGreaterThanOrEqual(2_000)
        expect(ms).toBeLessThanOrEqual(4_000)
      }),
    )
  })
  test('a typed greeting may leave out punctuation and write digits either way, but not be another line’s', () => {
    const [switchboard, hotline, internal, service] = greetings(phrases, { desk: '016', department: '财务部', branch: '柳河支公司' }).map(({ text }) => text)
    expect([switchboard, hotline, internal, service]).toEqual(['你好，示例保险。', '您好，016号为您服务。', '您好，财务部。', '您好，示例保险柳河支公司。'])
    expect(saysGreeting('您好 ０１６ 号为您服务', hotline as string)).toBe(true)
    expect(saysGreeting('您好示例保险', switchboard as string)).toBe(true)
    expect(saysGreeting('您好，请讲', hotline as string)).toBe(false)
    expect(saysGreeting('您好，示例保险。', service as string)).toBe(false)
  })
  test('nothing of the line that is right reaches the learner but its name', () => {
    const view = viewRun(call, replay(call, 'seed', moves([0, 't1', pickUp('a'), 1_000])), 'seed', never)
    const told = JSON.stringify(view.turn)
    for (const secret of ['通了', '打错了', 'judgement', '"right"']) expect(told).not.toContain(secret)
  })
})

describe('the walk finds', () => {
  const clean = (text: string) => (text.includes('我也没办法') ? '我也没办法' : undefined)
  const passes = (state: ReturnType<typeof replay>) => scoreRun(state, never).passed
  const three = (next: unknown) => [reply('a', 'best', next), reply('b', 'fair', next), reply('c', 'weak', next)]
  const turn = (id: string, next: unknown) => ({ id, customer: '话', replies: three(next) })
  const faults = (turns: object[], more: object = {}) => walk(scriptOf(made('t1', turns, more)), 'seed', passes, clean).join('\n')
  const branch = [{ when: { mood: { atMost: 2 } }, to: 'end-good' }, { to: 'end-cold' }]
  test('nothing in a sound graph', () => {
    expect(faults([turn('t1', 't2'), turn('t2', 't3'), turn('t3', branch)])).toBe('')
    expect(walk(call, 'seed', passes, clean)).toEqual([])
  })
  test('a dead end', () => expect(faults([turn('t1', 't2'), turn('t2', 't3'), turn('t3', 't8')])).toContain('没有 t8 这个回合或结局'))
  test('a turn and an ending that nothing leads to', () => {
    expect(faults([turn('t1', 't2'), turn('t2', branch), turn('t3', 'end-good')])).toContain('t3 走不到')
    expect(faults([turn('t1', 't2'), turn('t2', 't3'), turn('t3', 'end-good')])).toContain('end-cold 走不到')
  })
  test('a loop that nothing bounds, and lets one pass that a variable bounds', () => {
    const loop = (back: object) => [
      turn('t1', 't2'),
      { id: 't2', customer: '话', replies: [reply('a', 'best', 't3'), reply('b', 'fair', 't1', back), reply('c', 'weak', 't3')] },
      turn('t3', branch),
    ]
    expect(faults(loop({}))).toContain('没有尽头的循环')
    expect(faults(loop({ add: { again: 1 }, when: { again: { atMost: 1 } } }), { variables: { again: { start: 0, min: 0, max: 2 } } })).not.toContain('循环')
  })
  test('guards of which none holds', () => {
    expect(
      faults([
        turn('t1', 't2'),
        turn('t2', [
          { when: { mood: { atLeast: 9 } }, to: 't3' },
          { when: { mood: { atLeast: 8 } }, to: 'end-cold' },
        ]),
        turn('t3', branch),
      ]),
    ).toContain('next 没有一条成立')
  })
  test('a passing path through a forbidden phrase', () => {
    const said = (redLine: boolean) => [
      {
        id: 't1',
        customer: '话',
        replies: [reply('a', 'best', 't2'), reply('b', 'fair', 't2'), { ...reply('c', 'taboo', 't2', { redLine }), text: '这个我也没办法。' }],
      },
      turn('t2', 't3'),
      turn('t3', 't4'),
      turn('t4', 't5'),
      turn('t5', branch),
    ]
    expect(faults(said(false))).toContain('还能通过')
    expect(faults(said(true))).toBe('')
  })
})

test('played through by the first move of each turn a scenario ends well, by the last it ends', () => {
  for (const script of [dialogue, call]) {
    const best = replay(
      script,
      'seed',
      playThrough(script, 'seed', (list) => list[0]),
    )
    expect(best.ended).toBe(true)
    expect(scoreRun(best, never).scorePercent).toBe(100)
    expect(
      replay(
        script,
        'seed',
        playThrough(script, 'seed', (list) => list.at(-1)),
      ).ended,
    ).toBe(true)
  }
})
