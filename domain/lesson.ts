import { z } from 'zod'
import { ruleId, sectionId } from './standard'

/** A lesson: one Markdown file of 5–8 cards, then a closing check. The set of cards is fixed here. */

/** A paragraph as runs, so that the page needs no Markdown and no raw HTML. */
const run = z.strictObject({ text: z.string(), strong: z.boolean().optional() })
const paragraph = z.array(run).min(1)
const line = z.strictObject({ who: z.string().min(1), text: z.string().min(1), note: z.string().optional() })

const card = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('situation'), title: z.string(), paragraphs: z.array(paragraph).min(1) }),
  z.strictObject({ kind: z.literal('rule'), title: z.string(), rules: z.array(ruleId).min(1), paragraphs: z.array(paragraph).min(1) }),
  z.strictObject({ kind: z.literal('models'), title: z.string(), good: z.array(line).min(1), poor: z.array(line).min(1) }),
  z.strictObject({
    kind: z.literal('choose'),
    title: z.string(),
    prompt: z.array(paragraph).min(1),
    options: z
      .array(z.strictObject({ text: z.string(), right: z.boolean(), note: z.string() }))
      .min(2)
      .max(4),
  }),
  z.strictObject({
    kind: z.literal('order'),
    title: z.string(),
    prompt: z.array(paragraph).min(1),
    steps: z.array(z.string()).min(3).max(5),
    note: z.string(),
  }),
  z.strictObject({
    kind: z.literal('find'),
    title: z.string(),
    prompt: z.array(paragraph).min(1),
    lines: z
      .array(z.strictObject({ who: z.string(), text: z.string(), wrong: z.boolean(), note: z.string() }))
      .min(3)
      .max(6),
  }),
  z.strictObject({ kind: z.literal('why'), title: z.string(), paragraphs: z.array(paragraph).min(1) }),
  z.strictObject({ kind: z.literal('pitfall'), title: z.string(), paragraphs: z.array(paragraph).min(1) }),
  z.strictObject({ kind: z.literal('summary'), title: z.string(), points: z.array(paragraph).min(1).max(3) }),
])

export const lessonFrontMatter = z.strictObject({
  id: z.string().regex(/^lesson-[\d-]+(-[a-z-]+)?$/, '课时编号形如 lesson-2-6-1-restate'),
  title: z.string().min(2).max(14),
  sections: z.array(sectionId).min(1),
  rules: z.array(ruleId).min(1),
  minutes: z.number().int().min(3).max(7),
  check: z.array(z.string()).length(3),
})

export const lessonSchema = lessonFrontMatter.extend({ cards: z.array(card).min(5).max(8) })

export type LessonCard = z.infer<typeof card>
export type Run = z.infer<typeof run>
/** `chapter` is derived when the curriculum is compiled. */
export type Lesson = z.infer<typeof lessonSchema> & { chapter: string }
