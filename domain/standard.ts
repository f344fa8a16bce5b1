import { z } from 'zod'

/** The register of the customer's standard: what every question, lesson and scenario refers to. */

export const ruleId = z.string().regex(/^\d(\.\d{1,2}){2,3}$/, '条款编号形如 2.6.1.3')
export const sectionId = z.string().regex(/^\d(\.\d){1,2}$/, '节编号形如 2.6.1')
export const chapterId = z.string().regex(/^\d(\.\d)?$/, '章编号形如 2.6')

export const ruleKind = z.enum(['must', 'must-not', 'should', 'info'])
export const criticality = z.enum(['A', 'B', 'C'])

export const ruleSchema = z.strictObject({
  id: ruleId,
  title: z.string().min(2),
  text: z.string().min(4),
  kind: ruleKind,
  criticality,
  redLine: z.boolean().default(false),
  /** The scenarios that must rehearse it. */
  scenarios: z.array(z.string().regex(/^s\d{2}$/)).default([]),
})

export const sectionSchema = z.strictObject({ id: sectionId, title: z.string(), rules: z.array(ruleSchema).min(1) })

export const standardSchema = z.strictObject({
  name: z.string(),
  version: z.string(),
  chapters: z.array(z.strictObject({ id: chapterId, title: z.string(), sections: z.array(sectionSchema).min(1) })).min(1),
})

export const phraseSet = z.enum(['prescribed', 'acknowledging', 'forbidden', 'greeting'])
export const phraseSchema = z.strictObject({ id: z.string(), set: phraseSet, rule: ruleId, text: z.string().min(1), note: z.string().optional() })
export const phrasesSchema = z.strictObject({ phrases: z.array(phraseSchema).min(1) })

export type Rule = z.infer<typeof ruleSchema>
export type Section = z.infer<typeof sectionSchema>
export type Standard = z.infer<typeof standardSchema>
export type Phrase = z.infer<typeof phraseSchema>
