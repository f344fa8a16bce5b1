import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { checkCurriculum, type Finding } from '@/domain/content-check'
import { allSections, type Chapter, type Curriculum, chapterSchema, programmeSchema, settingsSchema } from '@/domain/curriculum'
import { lessonSchema } from '@/domain/lesson'
import { questionFileSchema } from '@/domain/question'
import { scenarioSchema } from '@/domain/scenario'
import { phrasesSchema, type Standard, standardSchema } from '@/domain/standard'
import { LessonSyntaxError, readLessonMarkdown } from './lesson-markdown'

/** Marks what `content:new` left for the author to write; nothing that holds it is published. */
export const unfinished = '待写：'

export type CompileResult = { curriculum: Curriculum; findings: Finding[] }

/**
 * Compiles everything under `root` (the repository's `content/`). Returns what could be read and every finding with
 * file, line and fix; publish only when `findings` is empty.
 */
export function compileContent(root = path.resolve('content')): CompileResult {
  const findings: Finding[] = []
  const places = new Map<string, { file: string; line: number }>()
  const relative = (file: string) => path.relative(path.dirname(root), file)
  const settingsText = readFileSync(path.join(root, 'settings.yaml'), 'utf8')
  const settings = settingsSchema.parse(parseDocument(settingsText).toJS())
  const fill = (text: string) => text.replaceAll('{{company}}', settings.company).replaceAll('{{hotline}}', settings.hotline)

  /** Reports every line of a file that is still to be written. */
  function findUnfinished(file: string) {
    for (const [index, line] of readFileSync(file, 'utf8').split('\n').entries())
      if (line.includes(unfinished)) findings.push({ file: relative(file), line: index + 1, message: `还有“${unfinished}”，换成您写的话` })
  }

  /** Reads one YAML file with a schema; a wrong value is reported at its own line. */
  function readYaml<T extends z.ZodType>(file: string, schema: T): z.output<T> | undefined {
    const lines = new LineCounter()
    findUnfinished(file)
    const doc = parseDocument(fill(readFileSync(file, 'utf8')), { lineCounter: lines })
    const lineAt = (at: readonly PropertyKey[]): number => {
      for (let depth = at.length; depth > 0; depth--) {
        const node = doc.getIn(at.slice(0, depth) as (string | number)[], true) as { range?: [number, number, number] } | undefined
        if (node?.range) return lines.linePos(node.range[0]).line
      }
      return 1
    }
    if (doc.errors.length > 0) {
      for (const error of doc.errors)
        findings.push({ file: relative(file), line: error.linePos?.[0].line ?? 1, message: `YAML 写法有误：${error.message.split('\n')[0]}` })
      return undefined
    }
    const parsed = schema.safeParse(doc.toJS())
    if (!parsed.success) {
      for (const issue of parsed.error.issues)
        findings.push({ file: relative(file), line: lineAt(issue.path), message: `${issue.path.join('.')}：${issue.message}` })
      return undefined
    }
    const value = doc.toJS() as { id?: string; questions?: { id: string }[]; chapters?: Standard['chapters'] }
    if (value.id) places.set(value.id, { file: relative(file), line: 1 })
    for (const [index, question] of (value.questions ?? []).entries()) places.set(question.id, { file: relative(file), line: lineAt(['questions', index]) })
    for (const [c, { sections }] of (value.chapters ?? []).entries())
      for (const [s, { rules }] of (sections ?? []).entries())
        for (const [r, { id }] of rules.entries()) places.set(id, { file: relative(file), line: lineAt(['chapters', c, 'sections', s, 'rules', r]) })
    return parsed.data
  }
  const filesIn = (folder: string, end: string) => {
    const at = path.join(root, folder)
    return existsSync(at)
      ? readdirSync(at)
          .filter((name) => name.endsWith(end))
          .sort()
          .map((name) => path.join(at, name))
      : []
  }

  const standard = readYaml(path.join(root, 'standard/standard.yaml'), standardSchema) ?? { name: '', version: '', chapters: [] }
  const phrases = readYaml(path.join(root, 'standard/phrases.yaml'), phrasesSchema)?.phrases ?? []
  const chapterOf = new Map(allSections(standard).map((section) => [section.id, section.chapter]))
  const curriculum: Curriculum = { settings, standard, phrases, chapters: [], lessons: [], questions: [], scenarios: [], programmes: [] }

  for (const folder of readdirSync(path.join(root, 'chapters')).sort()) {
    const chapter = readYaml(path.join(root, 'chapters', folder, 'chapter.yaml'), chapterSchema)
    if (!chapter) continue
    curriculum.chapters.push(chapter)
    for (const file of filesIn(`chapters/${folder}/lessons`, '.md')) {
      findUnfinished(file)
      try {
        const { value, cardLines } = readLessonMarkdown(fill(readFileSync(file, 'utf8')))
        const parsed = lessonSchema.safeParse(value)
        if (parsed.success) {
          curriculum.lessons.push({ ...parsed.data, chapter: chapter.id })
          places.set(parsed.data.id, { file: relative(file), line: 1 })
        } else
          for (const issue of parsed.error.issues) {
            const line = issue.path[0] === 'cards' && typeof issue.path[1] === 'number' ? (cardLines[issue.path[1]] ?? 1) : 2
            findings.push({ file: relative(file), line, message: `${issue.path.join('.')}：${issue.message}` })
          }
      } catch (error) {
        if (!(error instanceof LessonSyntaxError)) throw error
        findings.push({ file: relative(file), line: error.line, message: error.message })
      }
    }
    for (const file of filesIn(`chapters/${folder}/questions`, '.yaml')) {
      const parsed = readYaml(file, questionFileSchema)
      for (const question of parsed?.questions ?? [])
        curriculum.questions.push({ ...question, section: parsed?.section ?? '', chapter: chapterOf.get(parsed?.section ?? '') ?? chapter.id })
    }
  }
  const order = standard.chapters.map((chapter) => chapter.id)
  curriculum.chapters.sort((a: Chapter, b: Chapter) => order.indexOf(a.id) - order.indexOf(b.id))
  const lessonOrder = curriculum.chapters.flatMap((chapter) => chapter.lessons)
  curriculum.lessons.sort((a, b) => lessonOrder.indexOf(a.id) - lessonOrder.indexOf(b.id))
  for (const file of filesIn('scenarios', '.yaml')) {
    const scenario = readYaml(file, scenarioSchema)
    if (scenario) curriculum.scenarios.push(scenario)
  }
  for (const file of filesIn('programmes', '.yaml')) {
    const programme = readYaml(file, programmeSchema)
    if (programme) curriculum.programmes.push(programme)
  }
  for (const { id, message } of checkCurriculum(curriculum)) {
    const place = places.get(id) ?? { file: relative(root), line: 1 }
    findings.push({ ...place, message: `${id}：${message}` })
  }
  return { curriculum, findings }
}
