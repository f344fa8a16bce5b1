import { z } from 'zod'
import type { Lesson } from './lesson'
import type { Question } from './question'
import type { Scenario } from './scenario'
import { chapterId, type Phrase, type Rule, type Section, type Standard } from './standard'

/** A chapter of the standard as a room of the hall. Lessons are learned in the order given. */
export const chapterSchema = z.strictObject({
  id: chapterId,
  slug: z.string().regex(/^[a-z]+$/),
  title: z.string().max(8),
  room: z.string().max(8),
  roomKey: z.enum(['general', 'principles', 'dress', 'grooming', 'manner', 'guide', 'counter', 'phone']),
  motto: z.string().max(20),
  badge: z.strictObject({ title: z.string().max(8), description: z.string().max(40) }),
  lessons: z.array(z.string()).min(1),
  quiz: z.strictObject({ items: z.number().int().min(5).max(12), passPercent: z.number().int().min(50).max(100) }),
})
export type Chapter = z.infer<typeof chapterSchema>

/** What a person must do to be certified, and for how long the certificate holds. */
export const programmeSchema = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  title: z.string().max(12),
  certificateTitle: z.string().max(20),
  scope: z.string().max(30),
  chapters: z.array(chapterId).min(1),
  scenarios: z.strictObject({ required: z.number().int().min(0), passPercent: z.number().int() }),
  exam: z.strictObject({
    items: z.number().int().min(5),
    timeLimitMinutes: z.number().int().positive(),
    passPercent: z.number().int(),
    graceSeconds: z.number().int(),
    retakeWaitHours: z.array(z.number().positive()),
  }),
  validityMonths: z.number().int().positive(),
})
export type Programme = z.infer<typeof programmeSchema>

/** Names of the deployment that content speaks of; `{{company}}` and `{{hotline}}` in any text are replaced by them. */
export const settingsSchema = z.strictObject({
  company: z.string(),
  hotline: z.string(),
  issuer: z.string(),
  certificatePrefix: z.string().regex(/^[A-Z]{2}-[A-Z]{3}$/),
  helpText: z.string(),
})
export type Settings = z.infer<typeof settingsSchema>

/** Everything under `content/`, compiled: references resolved, sections and chapters derived. */
export type Curriculum = {
  settings: Settings
  standard: Standard
  phrases: Phrase[]
  chapters: Chapter[]
  lessons: Lesson[]
  questions: Question[]
  scenarios: Scenario[]
  programmes: Programme[]
}

export function allSections(standard: Standard): (Section & { chapter: string })[] {
  return standard.chapters.flatMap((c) => c.sections.map((s) => ({ ...s, chapter: c.id })))
}
export function allRules(standard: Standard): (Rule & { section: string; chapter: string })[] {
  return allSections(standard).flatMap((s) => s.rules.map((r) => ({ ...r, section: s.id, chapter: s.chapter })))
}

/** A rule in the few words a plate and its explanation need. */
export type RuleText = { id: string; title: string; text: string }
/** The rules of `ids` by id, each once; unknown ones are left out. */
export function ruleTexts(rules: Map<string, Rule>, ids: string[]): Record<string, RuleText> {
  return Object.fromEntries(
    ids.flatMap((id) => {
      const rule = rules.get(id)
      return rule ? [[id, { id, title: rule.title, text: rule.text }]] : []
    }),
  )
}
