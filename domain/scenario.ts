import { z } from 'zod'
import { chapterId, ruleId } from './standard'

/** A branching role-play: turns with reply cards, each card with its consequence, judgement, rule and better line. */

export const judgement = z.enum(['best', 'fair', 'weak', 'taboo'])
export type Judgement = z.infer<typeof judgement>
/** 规范 1, 可以 0.5, 欠妥 and 忌语 0: `learning.md` §3 (0/0.5/1 a step). */
export const judgementWeight: Record<Judgement, number> = { best: 1, fair: 0.5, weak: 0, taboo: 0 }

const moodStep = z.number().int().min(1).max(5)

const reply = z.strictObject({
  id: z.string().regex(/^[a-d]$/, '回应卡编号用 a 到 d'),
  text: z.string().min(2).max(80),
  judgement,
  rule: ruleId,
  consequence: z.string().min(2).max(80),
  why: z.string().min(6).max(60),
  better: z.string().min(2).max(80).optional(),
  redLine: z.boolean().default(false),
  next: z.string(),
})
const turn = z.strictObject({
  id: z.string().regex(/^t\d[a-z]?$/, '回合编号形如 t1、t2b'),
  narration: z.string().max(80).optional(),
  customer: z.string().min(1).max(100),
  replies: z.array(reply).min(3).max(4),
})
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
  rules: z.array(ruleId).min(2),
  start: z.string(),
  turns: z.array(turn).min(3).max(10),
  endings: z.array(ending).min(2),
})

export type Scenario = z.infer<typeof scenarioSchema>
export type Turn = Scenario['turns'][number]
export type Reply = Turn['replies'][number]
