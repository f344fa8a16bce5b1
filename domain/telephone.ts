import { foldText } from './grading'
import { seeded } from './random'
import type { Phrase } from './standard'

/** The telephone as the standard has it: the cadence of the ring, the four greetings, and who hangs up first. All times in milliseconds. */

export const ringMs = 1_000
export const cadenceMs = 5_000
/** The caller gives up after this many rings. */
export const lastRing = 6
export const ringsAllowed = 3

/** Which ring is the last one begun `ms` after the first began: 1 for the first 5 seconds. */
export const ringAt = (ms: number): number => Math.min(lastRing, Math.floor(ms / cadenceMs) + 1)

/** How long after the farewell the customer hangs up: 2 to 4 seconds, decided by the seed. */
export const customerHangsUpAfterMs = (seed: string): number => 2_000 + Math.round(seeded(seed)() * 2_000)

export const lines = ['switchboard', 'hotline', 'internal', 'service'] as const
export type Line = (typeof lines)[number]
export const lineWords: Record<Line, string> = {
  switchboard: '公司总机',
  hotline: '客服专线',
  internal: '部门电话，内部往来为主',
  service: '部门电话，对外服务为主',
}
/** The rule that prescribes each line's greeting. */
export const greetingRules: Record<Line, string> = { switchboard: '2.7.1.2', hotline: '2.7.1.3', internal: '2.7.1.4', service: '2.7.1.5' }

export type GreetingSlots = { desk: string; department: string; branch: string }

/** The four greetings of the register with their slots filled. Refuses (throws) a register that lacks one. */
export function greetings(phrases: Phrase[], slots: GreetingSlots): { id: Line; text: string }[] {
  return lines.map((id) => {
    const phrase = phrases.find(({ set, rule }) => set === 'greeting' && rule === greetingRules[id])
    if (!phrase) throw new Error(`the register has no greeting for ${id}`)
    const text = phrase.text.replace('××号', `${slots.desk}号`).replace('××部（处/室）', slots.department).replace('××分公司（支公司、营业部）', slots.branch)
    return { id, text }
  })
}

const digits = '零一二三四五六七八九'
/** 您 and 你 count as the same, and so do 0 and 零: what is typed stands for what is said. */
const foldSpoken = (text: string) =>
  foldText(text)
    .replaceAll('你', '您')
    .replace(/\d/g, (digit) => digits[Number(digit)] as string)

/** Whether what was typed is this greeting; a word before or after it does no harm. */
export const saysGreeting = (typed: string, greeting: string): boolean => foldSpoken(typed).includes(foldSpoken(greeting))
