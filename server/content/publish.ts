import { createHash } from 'node:crypto'
import path from 'node:path'
import { v7 as uuid } from 'uuid'
import type { Curriculum } from '@/domain/curriculum'
import { splitQuestion } from '@/domain/question'
import { splitScenario } from '@/domain/scenario'
import type { PrismaClient } from '@/generated/prisma/client'
import { compileContent } from './compile'

/** One compiled item: what may be seen, and what stays on the server. */
type Item = { kind: string; itemId: string; body: object; key: object | null }
/** Which version of each item a revision holds: kind → item id → hash. */
export type Manifest = Record<string, Record<string, string>>

/** JSON with sorted names, so that the same item has the same hash whatever order its author wrote it in. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value && typeof value === 'object')
    return `{${Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner)}`)
      .join(',')}}`
  return JSON.stringify(value)
}
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

function itemsOf(curriculum: Curriculum): Item[] {
  const { settings, standard, phrases, chapters, lessons, questions, scenarios, programmes } = curriculum
  const open = (kind: string, itemId: string, body: object): Item => ({ kind, itemId, body, key: null })
  return [
    open('settings', 'settings', settings),
    open('standard', 'standard', standard),
    open('phrases', 'phrases', { phrases }),
    ...chapters.map((chapter) => open('chapter', chapter.id, chapter)),
    ...lessons.map((lesson) => open('lesson', lesson.id, lesson)),
    ...programmes.map((programme) => open('programme', programme.id, programme)),
    ...questions.map((question) => {
      const { body, key } = splitQuestion(question)
      // The pool is no part of what a learner sees; it lies in a kind of its own.
      return { kind: question.pool === 'exam' ? 'exam-question' : 'question', itemId: question.id, body, key }
    }),
    ...scenarios.map((scenario) => {
      const { heading, script } = splitScenario(scenario, phrases)
      return { kind: 'scenario', itemId: scenario.id, body: heading, key: script }
    }),
  ]
}

/** Refuses to publish content that does not pass its check. */
export class ContentRefused extends Error {}

/**
 * Compiles `root` and stores what is new: each item once by the hash of its compiled form, then a revision that lists them. Run again
 * with nothing changed it adds nothing. Refuses content with findings.
 */
export async function publishContent(db: PrismaClient, root = path.resolve('content')): Promise<{ revisionId: string; items: number; added: number }> {
  const { curriculum, findings } = compileContent(root)
  if (findings.length > 0) throw new ContentRefused(findings.map(({ file, line, message }) => `${file}:${line}  ${message}`).join('\n'))
  const items = itemsOf(curriculum).map((item) => ({ ...item, hash: sha256(canonical(item)) }))
  const manifest: Manifest = {}
  for (const { kind, itemId, hash } of items) manifest[kind] = { ...manifest[kind], [itemId]: hash }
  const hash = sha256(canonical(manifest))
  const { count: added } = await db.contentItem.createMany({
    data: items.map(({ hash, kind, itemId, body }) => ({ hash, kind, itemId, body })),
    skipDuplicates: true,
  })
  await db.contentKey.createMany({ data: items.flatMap(({ hash, key }) => (key ? [{ hash, key }] : [])), skipDuplicates: true })
  const newest = await db.contentRevision.findFirst({ orderBy: { publishedAt: 'desc' } })
  if (newest?.hash === hash) return { revisionId: newest.id, items: items.length, added }
  // Going back to an older state of the files makes that older revision the newest again.
  const revision = await db.contentRevision.upsert({ where: { hash }, create: { id: uuid(), hash, manifest }, update: { publishedAt: new Date() } })
  return { revisionId: revision.id, items: items.length, added }
}
