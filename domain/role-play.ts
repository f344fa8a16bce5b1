import { z } from 'zod'
import { type Figure, faultsOf } from './figure'
import { type SelfJudgement, selfJudgementWords } from './grading'
import { shuffled } from './random'
import {
  colleagueLine,
  ForeignMove,
  figureOf,
  hangsUpAfterMs,
  type Judgement,
  moveSchema,
  type RunState,
  replay,
  repliesAt,
  type ScenarioScript,
  type Step,
  type TakenMove,
  turnAt,
} from './scenario'
import { type Line, lineWords } from './telephone'

/** What the learner sees of a run, how it is scored, and the bodies of its two endpoints. */

export const startRunBody = z.strictObject({ id: z.uuidv7(), scenarioId: z.string().regex(/^s\d{2}$/) })
export type StartRunBody = z.infer<typeof startRunBody>
export type StartRunResult = { runId: string }

export const takeTurnBody = z.strictObject({
  id: z.uuidv7(),
  /** Which decision of the run, from 0. A step already taken is tried again: the first move keeps counting. */
  step: z.number().int().min(0).max(40),
  move: moveSchema,
  /** From the moment the turn was shown, or the telephone began to ring, to the move. */
  tookMs: z.number().int().min(0).max(3_600_000),
})
export type TakeTurnBody = z.infer<typeof takeTurnBody>

type Card = { id: string; text: string }
/** A turn as the learner sees it before moving: whole sentences, no judgement, nothing of what follows. */
export type TurnView = { step: number; turnId: string; narration: string | null } & (
  | { kind: 'say'; customer: string; replies: Card[] }
  | { kind: 'write'; customer: string }
  | { kind: 'ring'; line: string; desk: { customer: string; replies: Card[] } | null }
  | { kind: 'greet'; line: string; cards: { id: Line; text: string }[] }
  | { kind: 'hang-up'; customer: string; hangsUpAfterMs: number }
  | { kind: 'mirror'; figure: Figure }
)
/** What is told about a move once it is made. `mood` is after it; `judgement` is null for one's own words, which one judges oneself. */
export type Verdict = {
  step: number
  /** The turn as it was shown: for trying another move. */
  turn: TurnView
  said: string
  consequence: string
  judgement: Judgement | null
  rule: string
  why: string
  better: string | null
  mood: number
  counted: boolean
  untimed: boolean
  self: SelfJudgement | null
  /** Mirror: what was marked, what does not comply, and why. */
  figure: { marked: string[]; key: string[]; notes: Record<string, string> } | null
}
export type RunEnd = {
  title: string
  text: string
  scorePercent: number
  passed: boolean
  redLine: boolean
  rules: { rule: string; percent: number }[]
  /** What a colleague would have said where the first move was not 规范. */
  colleague: { step: number; line: string }[]
}
export type RunView = { history: Verdict[]; turn: TurnView | null; end: RunEnd | null; moods: number[] }
export type TakeTurnResult = RunView

/** Calm to agitated, in words too. */
export const moodWords = ['平静', '有些不安', '着急', '不满', '激动'] as const
export const judgementWords: Record<Judgement, string> = { best: '规范', fair: '可以', weak: '欠妥', taboo: '忌语' }
export const scenarioPassPercent = 70

/**
 * Scores the path by the counting moves: 规范 1, 可以 0.5, else 0; steps whose rule is critical weigh twice (`learning.md` §3); what one
 * judges oneself has no score. Passed means at least 70 and no red line.
 */
export function scoreRun(state: RunState, isCritical: (rule: string) => boolean): Pick<RunEnd, 'scorePercent' | 'passed' | 'redLine' | 'rules'> {
  const scored = state.steps.flatMap(({ counting }) =>
    counting.hits.map(({ rule, value }) => ({ rule, value, weight: (isCritical(rule) ? 2 : 1) / counting.hits.length })),
  )
  const percent = (list: typeof scored) => {
    const total = list.reduce((sum, { weight }) => sum + weight, 0)
    return total === 0 ? 0 : Math.round((list.reduce((sum, { weight, value }) => sum + weight * value, 0) * 100) / total)
  }
  const scorePercent = percent(scored)
  const rules = [...new Set(scored.map(({ rule }) => rule))].sort().map((rule) => ({ rule, percent: percent(scored.filter((entry) => entry.rule === rule)) }))
  return { scorePercent, passed: scorePercent >= scenarioPassPercent && !state.redLine, redLine: state.redLine, rules }
}

/** What does not comply with the standard in a figure, and why. */
function truthOf(figure: Figure): { key: string[]; notes: Record<string, string> } {
  const faults = faultsOf(figure)
  return { key: faults.map(({ part }) => part), notes: Object.fromEntries(faults.map(({ part, label, rule }) => [part, `${label}，见${rule}`])) }
}

/** A turn as it may be shown: cards in an order that the seed of the run decides. */
function viewTurn({ turn, variables }: { turn: Step['turn']; variables: Record<string, number> }, step: number, seed: string): TurnView {
  const base = { step, turnId: turn.id, narration: turn.narration ?? null }
  const cards = <T extends Card>(list: T[]) => shuffled(list, `${seed}/${turn.id}`).map(({ id, text }) => ({ id: id as T['id'], text }))
  switch (turn.kind) {
    case 'say':
      return { ...base, kind: 'say', customer: turn.customer, replies: cards(repliesAt(turn.replies, variables)) }
    case 'write':
      return { ...base, kind: 'write', customer: turn.customer }
    case 'ring':
      return { ...base, kind: 'ring', line: lineWords[turn.line], desk: turn.desk ? { customer: turn.desk.customer, replies: cards(turn.desk.replies) } : null }
    case 'greet': {
      const { desk, department, branch } = turn.slots
      const slot = { switchboard: '', hotline: `您是${desk}号`, internal: department, service: branch }[turn.line]
      return { ...base, kind: 'greet', line: slot ? `${lineWords[turn.line]}，${slot}` : lineWords[turn.line], cards: cards(turn.cards) }
    }
    case 'hang-up':
      return { ...base, kind: 'hang-up', customer: turn.customer, hangsUpAfterMs: hangsUpAfterMs(turn, seed) }
    case 'mirror':
      return { ...base, kind: 'mirror', figure: figureOf(turn, seed) }
    default:
      return turn satisfies never
  }
}

/** What the learner may see of a run: what was done and said about it, the turn that waits, or the end. Nothing ahead. */
export function viewRun(script: ScenarioScript, state: RunState, seed: string, isCritical: (rule: string) => boolean): RunView {
  const history = state.steps.map(({ turn, before, taken, resolved, counting, mood, self }, step): Verdict => {
    const { said, consequence, judgement, rule, why, better, untimed } = resolved
    return {
      step,
      turn: viewTurn({ turn, variables: before.variables }, step, seed),
      said,
      consequence,
      judgement,
      rule,
      why,
      better,
      mood,
      counted: resolved === counting,
      untimed,
      self,
      figure: turn.kind === 'mirror' && taken.move.kind === 'mirror' ? { marked: taken.move.parts, ...truthOf(figureOf(turn, seed)) } : null,
    }
  })
  const here = turnAt(script, state, state.steps.length)
  const ending = script.endings.find((entry) => entry.id === state.at)
  const colleague = state.steps.flatMap(({ turn, before, counting }, step) =>
    counting.judgement === null || counting.judgement === 'best' ? [] : [{ step, line: colleagueLine(turn, before.variables) }],
  )
  return {
    history,
    turn: here && viewTurn(here, state.steps.length, seed),
    end: ending ? { title: ending.title, text: ending.text, ...scoreRun(state, isCritical), colleague } : null,
    moods: [script.mood, ...state.steps.map(({ mood }) => mood)],
  }
}

/** Each stored move in words, also those of second tries: what a learner reads in the copy of their own data. Null where the script no longer has it. */
export function movesInWords(script: ScenarioScript, seed: string, moves: TakenMove[]): (string | null)[] {
  return moves.map((taken, index) => {
    if (taken.move.kind === 'self') return `（自评：${selfJudgementWords[taken.move.self]}）`
    try {
      return replay(script, seed, moves.slice(0, index + 1)).steps[taken.step]?.resolved.said ?? null
    } catch (error) {
      if (error instanceof ForeignMove) return null
      throw error
    }
  })
}
