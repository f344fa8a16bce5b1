import { z } from 'zod'
import { shuffled } from './random'
import { type Judgement, judgementWeight, type Reply, type Scenario, type Turn } from './scenario'

/** A run of a scenario: what was chosen, in order, is all that is stored; where one stands and what it scores follows from that. */

export const startRunBody = z.strictObject({ id: z.uuidv7(), scenarioId: z.string().regex(/^s\d{2}$/) })
export type StartRunBody = z.infer<typeof startRunBody>
export type StartRunResult = { runId: string }

export const takeTurnBody = z.strictObject({
  id: z.uuidv7(),
  /** Which decision of the run, from 0. A step already taken is tried again: the first choice keeps counting. */
  step: z.number().int().min(0).max(20),
  replyId: z.string().regex(/^[a-d]$/),
  tookMs: z.number().int().min(0).max(3_600_000),
})
export type TakeTurnBody = z.infer<typeof takeTurnBody>

export type ScenarioHeading = Pick<Scenario, 'id' | 'title' | 'chapter' | 'channel' | 'persona' | 'setting' | 'goal' | 'mood' | 'rules'>
export type ScenarioScript = Pick<Scenario, 'start' | 'turns' | 'endings'>

/** Takes a scenario apart into what may be shown at once and the script that stays on the server. */
export function splitScenario({ start, turns, endings, ...heading }: Scenario): { heading: ScenarioHeading; script: ScenarioScript } {
  return { heading, script: { start, turns, endings } }
}

/** A turn as the learner sees it before choosing: whole sentences, no judgement, nothing of what follows. */
export type TurnView = { step: number; turnId: string; narration: string | null; customer: string; replies: { id: string; text: string }[] }
/** What is told about a reply once it is chosen. `mood` is after the reply. */
export type Verdict = {
  step: number
  narration: string | null
  customer: string
  /** The cards of that turn, seen already: for trying another one. */
  replies: { id: string; text: string }[]
  replyText: string
  consequence: string
  judgement: Judgement
  rule: string
  why: string
  better: string | null
  mood: number
  counted: boolean
}
export type RunEnd = { title: string; text: string; scorePercent: number; passed: boolean; redLine: boolean; rules: { rule: string; percent: number }[] }
export type RunView = { history: Verdict[]; turn: TurnView | null; end: RunEnd | null; mood: number }
export type TakeTurnResult = RunView

/** Calm to agitated, in words too. */
export const moodWords = ['平静', '有些不安', '着急', '不满', '激动'] as const
const moodChange: Record<Judgement, number> = { best: -1, fair: 0, weak: 1, taboo: 2 }
export const judgementWords: Record<Judgement, string> = { best: '规范', fair: '可以', weak: '欠妥', taboo: '忌语' }
export const scenarioPassPercent = 70

/** A stored choice. */
export type Choice = { step: number; turnId: string; replyId: string }
type Step = { turn: Turn; reply: Reply; counting: Reply }
export type RunState = { steps: Step[]; at: string; moods: number[]; redLine: boolean; ended: boolean }

/**
 * Plays stored choices again: script and start mood in, where the run stands out. A choice at an earlier step takes the run back to
 * there. At each turn the first choice ever made counts; a red line crossed by a counting choice stays crossed.
 */
export function replay(script: ScenarioScript, startMood: number, choices: Choice[]): RunState {
  const turns = new Map(script.turns.map((turn) => [turn.id, turn]))
  const first = new Map<string, Reply>()
  let steps: Step[] = []
  let redLine = false
  let at = script.start
  for (const { step, turnId, replyId } of choices) {
    const turn = turns.get(turnId)
    const reply = turn?.replies.find((entry) => entry.id === replyId)
    if (!turn || !reply || step > steps.length) throw new Error(`choice ${step}/${turnId}/${replyId} does not belong to this script`)
    const counting = first.get(turnId) ?? reply
    if (!first.has(turnId)) {
      first.set(turnId, reply)
      redLine ||= reply.redLine
    }
    steps = [...steps.slice(0, step), { turn, reply, counting }]
    at = reply.next
  }
  const moods = [startMood]
  for (const { reply } of steps) moods.push(Math.min(5, Math.max(1, (moods.at(-1) ?? startMood) + moodChange[reply.judgement])))
  return { steps, at, moods, redLine, ended: script.endings.some((ending) => ending.id === at) }
}

/** The turn a choice at `step` answers; null when the run has not come that far. */
export function turnAt(script: ScenarioScript, state: RunState, step: number): Turn | null {
  if (step < state.steps.length) return state.steps[step]?.turn ?? null
  return step === state.steps.length ? (script.turns.find((turn) => turn.id === state.at) ?? null) : null
}

/**
 * Scores the path by the counting choices: 规范 1, 可以 0.5, else 0; steps whose rule is critical weigh twice (`learning.md` §3). Passed
 * means at least 70 and no red line.
 */
export function scoreRun(state: RunState, isCritical: (rule: string) => boolean): Pick<RunEnd, 'scorePercent' | 'passed' | 'redLine' | 'rules'> {
  const scored = state.steps.map(({ counting }) => ({
    rule: counting.rule,
    weight: isCritical(counting.rule) ? 2 : 1,
    value: judgementWeight[counting.judgement],
  }))
  const percent = (list: typeof scored) => {
    const total = list.reduce((sum, { weight }) => sum + weight, 0)
    return total === 0 ? 0 : Math.round((list.reduce((sum, { weight, value }) => sum + weight * value, 0) * 100) / total)
  }
  const scorePercent = percent(scored)
  const rules = [...new Set(scored.map(({ rule }) => rule))].sort().map((rule) => ({ rule, percent: percent(scored.filter((entry) => entry.rule === rule)) }))
  return { scorePercent, passed: scorePercent >= scenarioPassPercent && !state.redLine, redLine: state.redLine, rules }
}

/** What the learner may see of a run: what was chosen and said about it, the turn that waits, or the end. Nothing ahead. */
export function viewRun(script: ScenarioScript, state: RunState, seed: string, isCritical: (rule: string) => boolean): RunView {
  const cards = (turn: Turn) => shuffled(turn.replies, `${seed}/${turn.id}`).map(({ id, text }) => ({ id, text }))
  const history = state.steps.map(
    ({ turn, reply, counting }, step): Verdict => ({
      step,
      narration: turn.narration ?? null,
      customer: turn.customer,
      replies: cards(turn),
      replyText: reply.text,
      consequence: reply.consequence,
      judgement: reply.judgement,
      rule: reply.rule,
      why: reply.why,
      better: reply.better ?? null,
      mood: state.moods[step + 1] ?? 1,
      counted: reply.id === counting.id,
    }),
  )
  const turn = turnAt(script, state, state.steps.length)
  const ending = script.endings.find((entry) => entry.id === state.at)
  return {
    history,
    turn: turn && {
      step: state.steps.length,
      turnId: turn.id,
      narration: turn.narration ?? null,
      customer: turn.customer,
      replies: cards(turn),
    },
    end: ending ? { title: ending.title, text: ending.text, ...scoreRun(state, isCritical) } : null,
    mood: state.moods.at(-1) ?? 1,
  }
}
