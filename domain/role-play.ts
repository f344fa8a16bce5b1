import { z } from 'zod'
import type { Judgement, Scenario } from './scenario'

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

/** A turn as the learner sees it before choosing: whole sentences, no judgement, nothing of what follows. */
export type TurnView = { step: number; turnId: string; narration: string | null; customer: string; replies: { id: string; text: string }[] }
/** What is told about a reply once it is chosen. */
export type Verdict = { step: number; replyText: string; consequence: string; judgement: Judgement; rule: string; why: string; better: string | null; mood: number; counted: boolean }
export type RunEnd = { title: string; text: string; scorePercent: number; passed: boolean; redLine: boolean }
export type TakeTurnResult = { verdict: Verdict; next: TurnView | null; end: RunEnd | null }

export type ScenarioHeading = Pick<Scenario, 'id' | 'title' | 'chapter' | 'channel' | 'persona' | 'setting' | 'goal' | 'mood' | 'rules'>
export type ScenarioScript = Pick<Scenario, 'start' | 'turns' | 'endings'>

/** Takes a scenario apart into what may be shown at once and the script that stays on the server. */
export function splitScenario({ start, turns, endings, ...heading }: Scenario): { heading: ScenarioHeading; script: ScenarioScript } {
  return { heading, script: { start, turns, endings } }
}
