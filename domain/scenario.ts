import { z } from 'zod'
import { drawFigure, type Figure, faultsOf, figureModel } from './figure'
import { type SelfJudgement, selfJudgement, withDeduction } from './grading'
import { chapterId, type Phrase, ruleId } from './standard'
import { customerHangsUpAfterMs, greetingRules, greetings, type Line, lines, ringAt, ringsAllowed, saysGreeting } from './telephone'

/**
 * A role-play: a graph of turns with state variables and guards, and the pure reducer that plays moves in it. A run is the list of its moves;
 * where it stands follows from playing them again.
 */

export const judgement = z.enum(['best', 'fair', 'weak', 'taboo'])
export type Judgement = z.infer<typeof judgement>
/** 规范 1, 可以 0.5, 欠妥 and 忌语 0: `learning.md` §3 (0/0.5/1 a step). */
export const judgementWeight: Record<Judgement, number> = { best: 1, fair: 0.5, weak: 0, taboo: 0 }
/** A step on the five of the mood: calmer for 规范, worse for 欠妥, two worse for 忌语. */
const moodChange: Record<Judgement, number> = { best: -1, fair: 0, weak: 1, taboo: 2 }

// ---- What an author writes ----

const moodStep = z.number().int().min(1).max(5)
const variable = z.string().regex(/^[a-z]{2,12}$/, '变量名用2到12个小写字母')
/** Holds when every variable named is within its bounds. `mood` is always there, 1 calm to 5 agitated. */
const guard = z.record(variable, z.strictObject({ atLeast: z.number().int().optional(), atMost: z.number().int().optional() }))
/** Where to go: one place, or the first whose guard holds; the last stands without one. */
const next = z.union([z.string(), z.array(z.strictObject({ when: guard.optional(), to: z.string() })).min(2)])

const outcome = {
  judgement,
  rule: ruleId,
  consequence: z.string().min(2).max(80),
  why: z.string().min(6).max(60),
  better: z.string().min(2).max(80).optional(),
  redLine: z.boolean().default(false),
  /** Changes of variables. */
  add: z.record(variable, z.number().int()).optional(),
  next,
}
const reply = z.strictObject({ id: z.string().regex(/^[a-d]$/, '回应卡编号用 a 到 d'), text: z.string().min(2).max(80), when: guard.optional(), ...outcome })
const result = z.strictObject(outcome)

const shared = { id: z.string().regex(/^t\d[a-z]?$/, '回合编号形如 t1、t2b'), narration: z.string().max(80).optional() }
const customer = z.string().min(1).max(100)

/** Reply cards. */
const say = z.strictObject({ ...shared, kind: z.literal('say'), customer, replies: z.array(reply).min(3).max(4) })
/** One's own words; they stand beside the model line, and one judges them oneself by `points`. No score. */
const write = z.strictObject({
  ...shared,
  kind: z.literal('write'),
  customer,
  model: z.string().min(4).max(80),
  points: z.array(z.string().min(2).max(30)).min(1).max(4),
  rule: ruleId,
  consequence: z.string().min(2).max(80),
  next,
})
/**
 * A telephone rings. `desk` is a customer who sits there already and is owed a word first: then `inTime` is what follows when it is picked up without
 * one.
 */
const ring = z.strictObject({
  ...shared,
  kind: z.literal('ring'),
  line: z.enum(lines),
  desk: z.strictObject({ customer, replies: z.array(reply).min(2).max(3) }).optional(),
  inTime: result,
  late: result,
})
/** The greeting for the line that rings: one of the four, or typed. */
const greet = z.strictObject({
  ...shared,
  kind: z.literal('greet'),
  line: z.enum(lines),
  slots: z.strictObject({ desk: z.string().max(6), department: z.string().max(12), branch: z.string().max(12) }),
  right: z.strictObject({ consequence: outcome.consequence, next }),
  wrong: z.strictObject({ consequence: outcome.consequence, next }),
})
/** The end of a call: after the farewell the customer hangs up first. */
const hangUp = z.strictObject({ ...shared, kind: z.literal('hang-up'), customer, waited: result, early: result })
/** A figure drawn anew for each run: what does not comply is to be found. Each rule that it breaks is a part of the score. */
const mirror = z.strictObject({
  ...shared,
  kind: z.literal('mirror'),
  model: figureModel.optional(),
  faults: z.number().int().min(1).max(4),
  rule: ruleId,
  found: z.strictObject({ consequence: outcome.consequence, why: outcome.why, next }),
  missed: z.strictObject({ consequence: outcome.consequence, why: outcome.why, next }),
})

const turn = z.preprocess(
  (value) => (value && typeof value === 'object' && !('kind' in value) ? { ...value, kind: 'say' } : value),
  z.discriminatedUnion('kind', [say, write, ring, greet, hangUp, mirror]),
)
const ending = z.strictObject({ id: z.string().regex(/^end-[a-z]+$/, '结局编号形如 end-good'), title: z.string().max(16), text: z.string().max(120) })

export const scenarioSchema = z.strictObject({
  id: z.string().regex(/^s\d{2}$/, '情景编号形如 s04'),
  title: z.string().min(4).max(20),
  chapter: chapterId,
  channel: z.enum(['hall', 'counter', 'telephone', 'visit', 'inside']),
  persona: z.strictObject({ name: z.string().max(8), line: z.string().max(30), figure: z.enum(['woman', 'man', 'elder-woman', 'elder-man']) }),
  setting: z.string().max(100),
  goal: z.string().max(40),
  mood: moodStep,
  variables: z.record(variable, z.strictObject({ start: z.number().int(), min: z.number().int(), max: z.number().int() })).default({}),
  rules: z.array(ruleId).min(1),
  start: z.string(),
  turns: z.array(turn).min(3).max(12),
  endings: z.array(ending).min(2),
})
export type Scenario = z.infer<typeof scenarioSchema>
export type Turn = Scenario['turns'][number]
type Reply = z.infer<typeof reply>
type Next = z.infer<typeof next>
export type Guard = z.infer<typeof guard>

// ---- What is published ----

/** A `greet` turn with its four cards filled in from the register. */
type ScriptTurn = Exclude<Turn, { kind: 'greet' }> | (Extract<Turn, { kind: 'greet' }> & { cards: { id: Line; text: string }[] })
export type ScenarioScript = Pick<Scenario, 'start' | 'endings' | 'variables'> & { mood: number; turns: ScriptTurn[] }
export type ScenarioForm = 'dialogue' | 'telephone' | 'mirror'
export type ScenarioHeading = Pick<Scenario, 'id' | 'title' | 'chapter' | 'channel' | 'persona' | 'setting' | 'goal' | 'mood' | 'rules'> & {
  form: ScenarioForm
}

function formOf(turns: Turn[]): ScenarioForm {
  if (turns.some(({ kind }) => kind === 'mirror')) return 'mirror'
  return turns.some(({ kind }) => kind === 'ring' || kind === 'greet' || kind === 'hang-up') ? 'telephone' : 'dialogue'
}

/** Takes a scenario apart into what may be shown at once and the script that stays on the server. `phrases` is the register. */
export function splitScenario(
  { start, turns, endings, variables, ...heading }: Scenario,
  phrases: Phrase[],
): { heading: ScenarioHeading; script: ScenarioScript } {
  return {
    heading: { ...heading, form: formOf(turns) },
    script: {
      start,
      endings,
      variables,
      mood: heading.mood,
      turns: turns.map((entry) => (entry.kind === 'greet' ? { ...entry, cards: greetings(phrases, entry.slots) } : entry)),
    },
  }
}

// ---- Moves ----

const replyId = z.string().regex(/^[a-d]$/)
export const moveSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('reply'), replyId }),
  z.strictObject({ kind: z.literal('text'), text: z.string().trim().min(1, '先写一句，再往下走。').max(200, '最多200字，没有保存。请缩短后再说。') }),
  /** How one judges what one wrote; it goes with the text of the same step. */
  z.strictObject({ kind: z.literal('self'), self: selfJudgement }),
  /** `untimedRing` where the ring is chosen and not timed; `said` is the word to the customer at the desk. */
  z.strictObject({ kind: z.literal('pick-up'), untimedRing: z.number().int().min(1).max(4).nullable(), said: replyId.nullable() }),
  z.strictObject({ kind: z.literal('greet'), line: z.enum(lines) }),
  z.strictObject({ kind: z.literal('greet-text'), text: z.string().trim().min(1, '先写应答语。').max(60, '应答语最多60字，没有保存。请缩短后再说。') }),
  z.strictObject({ kind: z.literal('hang-up'), untimed: z.enum(['waited', 'early']).nullable() }),
  z.strictObject({ kind: z.literal('mirror'), parts: z.array(z.string().max(12)).max(12) }),
])
export type Move = z.infer<typeof moveSchema>
/** A stored move: at which step of the run, answering which turn, and the milliseconds it took. */
export type TakenMove = { step: number; turnId: string; move: Move; tookMs: number }

export type RuleHit = { rule: string; value: number }
/** What a move led to. `value` is the share of the step's mark; null where there is none. */
export type Resolved = {
  said: string
  judgement: Judgement | null
  rule: string
  consequence: string
  why: string
  better: string | null
  redLine: boolean
  add: Record<string, number>
  next: Next
  value: number | null
  hits: RuleHit[]
  /** Made without the clock, where the turn has one. */
  untimed: boolean
}
type Outcome = z.infer<typeof result>

function judged(said: string, { judgement: verdict, rule, consequence, why, better, redLine, add, next: to }: Outcome | Reply, untimed = false): Resolved {
  const value = judgementWeight[verdict]
  return {
    said,
    judgement: verdict,
    rule,
    consequence,
    why,
    better: better ?? null,
    redLine,
    add: add ?? {},
    next: to,
    value,
    hits: [{ rule, value }],
    untimed,
  }
}

/** The figure of a mirror turn: the same for the whole of a run, another in the next. */
export const figureOf = (entry: Extract<Turn, { kind: 'mirror' }>, seed: string): Figure =>
  drawFigure(`${seed}/${entry.id}`, { faults: entry.faults, ...(entry.model ? { model: entry.model } : {}) })
/** When the customer hangs up in a `hang-up` turn, milliseconds after it begins. */
export const hangsUpAfterMs = (entry: Pick<Turn, 'id'>, seed: string): number => customerHangsUpAfterMs(`${seed}/${entry.id}`)

const bestReply = (replies: Reply[]): Reply | undefined => replies.find((entry) => entry.judgement === 'best')

/** What a move at a turn leads to; null when the turn has no such move. */
function resolve(entry: ScriptTurn, { move, tookMs }: TakenMove, variables: Variables, seed: string): Resolved | null {
  switch (entry.kind) {
    case 'say': {
      const chosen = move.kind === 'reply' && repliesAt(entry.replies, variables).find(({ id }) => id === move.replyId)
      return chosen ? judged(chosen.text, chosen) : null
    }
    case 'write':
      return move.kind === 'text'
        ? {
            said: move.text,
            judgement: null,
            rule: entry.rule,
            consequence: entry.consequence,
            why: entry.points.join('；'),
            better: entry.model,
            redLine: false,
            add: {},
            next: entry.next,
            value: null,
            hits: [],
            untimed: false,
          }
        : null
    case 'ring': {
      if (move.kind !== 'pick-up') return null
      const ringNumber = move.untimedRing ?? ringAt(tookMs)
      const untimed = move.untimedRing !== null
      const word = entry.desk?.replies.find(({ id }) => id === move.said)
      if (move.said !== null && !word) return null
      const said = `${word ? `${word.text}（` : '（'}第${ringNumber}声接起）`
      if (ringNumber > ringsAllowed) return judged(said, entry.late, untimed)
      return judged(said, word ?? entry.inTime, untimed)
    }
    case 'greet': {
      const wanted = entry.cards.find(({ id }) => id === entry.line)
      const said = move.kind === 'greet' ? entry.cards.find(({ id }) => id === move.line)?.text : move.kind === 'greet-text' ? move.text : undefined
      if (said === undefined || !wanted) return null
      const right = move.kind === 'greet' ? move.line === entry.line : saysGreeting(said, wanted.text)
      const { consequence, next: to } = right ? entry.right : entry.wrong
      return judged(said, {
        judgement: right ? 'best' : 'weak',
        rule: greetingRules[entry.line],
        consequence,
        why: right ? '应答语与这部电话相符，对方一听就知道打到了哪里。' : '这部电话有自己的应答语，要与它相符。',
        ...(right ? {} : { better: wanted.text }),
        redLine: false,
        next: to,
      })
    }
    case 'hang-up': {
      if (move.kind !== 'hang-up') return null
      const early = move.untimed === null ? tookMs < hangsUpAfterMs(entry, seed) : move.untimed === 'early'
      return judged(early ? '（先挂断了电话）' : '（听到客户挂断，再挂断）', early ? entry.early : entry.waited, move.untimed !== null)
    }
    case 'mirror': {
      if (move.kind !== 'mirror') return null
      const faults = faultsOf(figureOf(entry, seed))
      const value = withDeduction(
        faults.map(({ part }) => part),
        move.parts,
      )
      const { consequence, why, next: to } = value === 1 ? entry.found : entry.missed
      return {
        said: `（指出${new Set(move.parts).size}处）`,
        judgement: value === 1 ? 'best' : value >= 0.5 ? 'fair' : 'weak',
        rule: entry.rule,
        consequence,
        why,
        better: value === 1 ? null : faults.map(({ label }) => label).join('；'),
        redLine: false,
        add: {},
        next: to,
        value,
        hits: faults.map(({ part, rule }) => ({ rule, value: move.parts.includes(part) ? 1 : 0 })),
        untimed: false,
      }
    }
    default:
      return entry satisfies never
  }
}

// ---- The reducer ----

type Variables = Record<string, number>
const holds = (condition: Guard | undefined, variables: Variables): boolean =>
  Object.entries(condition ?? {}).every(([name, { atLeast = -Infinity, atMost = Infinity }]) => {
    const value = variables[name] ?? 0
    return value >= atLeast && value <= atMost
  })
/** The cards on the table: those whose guard holds. */
export const repliesAt = (replies: Reply[], variables: Variables): Reply[] => replies.filter((entry) => holds(entry.when, variables))

const clamp = (value: number, min: number, max: number) => Math.min(max, Math.max(min, value))

type Place = { at: string; variables: Variables }
/** A step of the path: the turn with the place one stood at, the move made now, and the one that counts. `mood` is after the move. */
export type Step = { turn: ScriptTurn; before: Place; taken: TakenMove; resolved: Resolved; counting: Resolved; mood: number; self: SelfJudgement | null }
export type RunState = Place & { steps: Step[]; redLine: boolean; ended: boolean }

const turnById = (script: ScenarioScript, id: string): ScriptTurn | undefined => script.turns.find((entry) => entry.id === id)

function begin(script: ScenarioScript): Place {
  const variables: Variables = { mood: script.mood }
  for (const [name, { start }] of Object.entries(script.variables)) variables[name] = start
  return { at: script.start, variables }
}

/** Where a move leads from a place. */
function advance(script: ScenarioScript, from: Place, resolved: Resolved): Place {
  const variables = { ...from.variables }
  const mood = (variables.mood ?? script.mood) + (resolved.judgement ? moodChange[resolved.judgement] : 0)
  variables.mood = clamp(mood, 1, 5)
  for (const [name, change] of Object.entries(resolved.add)) {
    const bounds = script.variables[name]
    if (bounds) variables[name] = clamp((variables[name] ?? bounds.start) + change, bounds.min, bounds.max)
  }
  const to = resolved.next
  return { at: typeof to === 'string' ? to : (to.find(({ when }) => holds(when, variables))?.to ?? ''), variables }
}

/** A move that the turn it answers does not have, or at a step the run has not come to. */
export class ForeignMove extends Error {}

/**
 * Plays stored moves again: script, seed and moves in, where the run stands out. A move at an earlier step takes the run back to there. For
 * each visit to a turn the first move ever made counts; a red line crossed by a counting move stays crossed. Throws `ForeignMove`.
 */
export function replay(script: ScenarioScript, seed: string, moves: TakenMove[]): RunState {
  const first = new Map<string, Resolved>()
  let steps: Step[] = []
  let place = begin(script)
  let redLine = false
  for (const taken of moves) {
    const { step, turnId, move } = taken
    if (move.kind === 'self') {
      const own = steps[step]
      if (own?.taken.move.kind !== 'text') throw new ForeignMove(`no text at step ${step}`)
      steps = steps.map((entry, index) => (index === step ? { ...entry, self: move.self } : entry))
      continue
    }
    const before = step < steps.length ? (steps[step]?.before as Place) : place
    const entry = turnById(script, turnId)
    if (!entry || step > steps.length || before.at !== turnId) throw new ForeignMove(`step ${step} is not at ${turnId}`)
    const resolved = resolve(entry, taken, before.variables, seed)
    if (!resolved) throw new ForeignMove(`${turnId} has no move ${JSON.stringify(move)}`)
    const kept = steps.slice(0, step)
    const visit = `${turnId}#${kept.filter((earlier) => earlier.turn.id === turnId).length}`
    const counting = first.get(visit) ?? resolved
    if (!first.has(visit)) {
      first.set(visit, resolved)
      redLine ||= resolved.redLine
    }
    place = advance(script, before, resolved)
    steps = [...kept, { turn: entry, before, taken, resolved, counting, mood: place.variables.mood ?? 1, self: null }]
  }
  return { ...place, steps, redLine, ended: script.endings.some((end) => end.id === place.at) }
}

/** The turn that a move at `step` answers, and the place it is at; null when the run has not come that far. */
export function turnAt(script: ScenarioScript, state: RunState, step: number): { turn: ScriptTurn; variables: Variables } | null {
  const earlier = state.steps[step]
  if (earlier) return { turn: earlier.turn, variables: earlier.before.variables }
  const waiting = step === state.steps.length ? turnById(script, state.at) : undefined
  return waiting ? { turn: waiting, variables: state.variables } : null
}

/** One move of each kind that matters at a turn: for walking the graph, and for showing a scenario played well and badly. Best first. */
export function movesAt(entry: ScriptTurn, variables: Variables, seed: string): { move: Move; tookMs: number }[] {
  const order: Judgement[] = ['best', 'fair', 'weak', 'taboo']
  const sorted = (replies: Reply[]) => [...replies].sort((a, b) => order.indexOf(a.judgement) - order.indexOf(b.judgement))
  switch (entry.kind) {
    case 'say':
      return sorted(repliesAt(entry.replies, variables)).map(({ id }) => ({ move: { kind: 'reply', replyId: id }, tookMs: 3_000 }))
    case 'write':
      return [{ move: { kind: 'text', text: entry.model }, tookMs: 20_000 }]
    case 'ring': {
      const words = entry.desk ? [...sorted(entry.desk.replies).map(({ id }) => id), null] : [null]
      return [
        ...words.map((said) => ({ move: { kind: 'pick-up' as const, untimedRing: null, said }, tookMs: 6_500 })),
        { move: { kind: 'pick-up', untimedRing: null, said: null }, tookMs: 16_000 },
      ]
    }
    case 'greet':
      return [...lines].sort((a, b) => Number(b === entry.line) - Number(a === entry.line)).map((line) => ({ move: { kind: 'greet', line }, tookMs: 2_500 }))
    case 'hang-up': {
      const delay = hangsUpAfterMs(entry, seed)
      return [delay + 700, delay - 900].map((tookMs) => ({ move: { kind: 'hang-up', untimed: null }, tookMs }))
    }
    case 'mirror': {
      const parts = faultsOf(figureOf(entry, seed)).map(({ part }) => part)
      return [parts, parts.slice(1), []].map((marked) => ({ move: { kind: 'mirror', parts: marked }, tookMs: 15_000 }))
    }
    default:
      return entry satisfies never
  }
}

/** What a colleague who knows the standard says or does at a turn. */
export function colleagueLine(entry: ScriptTurn, variables: Variables): string {
  switch (entry.kind) {
    case 'say':
      return bestReply(repliesAt(entry.replies, variables))?.text ?? ''
    case 'write':
      return entry.model
    case 'ring':
      return `${entry.desk ? (bestReply(entry.desk.replies)?.text ?? '') : ''}（三声之内接起）`
    case 'greet':
      return entry.cards.find(({ id }) => id === entry.line)?.text ?? ''
    case 'hang-up':
      return '（听到客户挂断，再挂断）'
    case 'mirror':
      return `（指出不合标准的${entry.faults}处）`
    default:
      return entry satisfies never
  }
}

/**
 * Plays from the start, taking at each turn the move that `pick` chooses out of `movesAt`; ends at an ending or after `limit` moves. For
 * tests, demonstrations and the walk of the check.
 */
export function playThrough(
  script: ScenarioScript,
  seed: string,
  pick: (moves: { move: Move; tookMs: number }[], entry: ScriptTurn) => { move: Move; tookMs: number } | undefined,
  limit = 40,
): TakenMove[] {
  const moves: TakenMove[] = []
  for (; moves.length < limit; ) {
    const state = replay(script, seed, moves)
    const here = turnAt(script, state, state.steps.length)
    const chosen = here && pick(movesAt(here.turn, here.variables, seed), here.turn)
    if (!here || !chosen) break
    moves.push({ step: state.steps.length, turnId: here.turn.id, ...chosen })
  }
  return moves
}

/** Faults of a graph, in the words of the check: dead ends, unreachable turns, loops without end, and passing in spite of a forbidden phrase. */
export function walk(script: ScenarioScript, seed: string, passes: (state: RunState) => boolean, isForbidden: (said: string) => string | undefined): string[] {
  const faults = new Set<string>()
  const reached = new Set<string>()
  const endings = new Set(script.endings.map(({ id }) => id))
  const seen = new Map<string, 'open' | 'done'>()
  // First over places (turn and variables): every place once, and a way back into an open one is a loop that nothing bounds.
  const visit = (place: Place, path: string[]) => {
    reached.add(place.at)
    if (endings.has(place.at)) return
    const entry = turnById(script, place.at)
    if (!entry) {
      faults.add(place.at === '' ? `${path.at(-1)} 的 next 没有一条成立，末一条不要写 when` : `没有 ${place.at} 这个回合或结局`)
      return
    }
    const key = `${place.at} ${JSON.stringify(Object.entries(place.variables).sort())}`
    if (seen.get(key) === 'open') faults.add(`回合 ${[...path, place.at].join(' → ')} 成了没有尽头的循环`)
    if (seen.has(key)) return
    seen.set(key, 'open')
    if (entry.kind === 'say' && !bestReply(repliesAt(entry.replies, place.variables))) faults.add(`${entry.id} 没有一张规范的回应卡`)
    for (const option of movesAt(entry, place.variables, seed)) {
      const resolved = resolve(entry, { step: 0, turnId: entry.id, ...option }, place.variables, seed)
      if (resolved) visit(advance(script, place, resolved), [...path, place.at])
    }
    seen.set(key, 'done')
  }
  visit(begin(script), [])
  for (const id of [...script.turns.map((entry) => entry.id), ...endings]) if (!reached.has(id)) faults.add(`${id} 走不到`)
  if (faults.size > 0) return [...faults]
  // Then over whole paths, for what only a path can tell.
  let paths = 0
  const tell = (state: RunState, moves: TakenMove[]) => {
    if (paths > 50_000) return
    if (state.ended) {
      paths++
      const phrase = state.steps.flatMap(({ resolved }) => (resolved.judgement === null ? [] : (isForbidden(resolved.said) ?? []))).at(0)
      if (phrase && passes(state)) faults.add(`说了忌语“${phrase}”还能通过，那张卡要标 redLine`)
      return
    }
    const here = turnAt(script, state, state.steps.length)
    for (const option of here ? movesAt(here.turn, here.variables, seed) : []) {
      const more = [...moves, { step: state.steps.length, turnId: here?.turn.id ?? '', ...option }]
      tell(replay(script, seed, more), more)
    }
  }
  tell(replay(script, seed, []), [])
  return [...faults]
}
