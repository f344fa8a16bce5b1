import type { Chapter, Programme, Settings } from '@/domain/curriculum'
import { allRules, allSections } from '@/domain/curriculum'
import type { Lesson } from '@/domain/lesson'
import type { Candidate } from '@/domain/paper'
import { type LearnerQuestion, partIds, type QuestionKey } from '@/domain/question'
import type { ScenarioHeading, ScenarioScript } from '@/domain/scenario'
import type { Phrase, Rule, Standard } from '@/domain/standard'
import type { ContentScope, PersonScope, SystemScope } from '../access'
import { type Db, database } from '../db'
import type { Manifest } from './publish'

/** The newest revision, without keys, as this process serves it from its start to its end. */
export type Published = {
  revisionId: string
  settings: Settings
  standard: Standard
  phrases: Phrase[]
  chapters: Chapter[]
  lessons: Map<string, Lesson>
  programmes: Map<string, Programme>
  scenarios: Map<string, ScenarioHeading & { hash: string }>
  rules: Map<string, Rule & { section: string; chapter: string }>
  sections: Map<string, { id: string; title: string; chapter: string }>
  /** What papers are drawn from: never a key. */
  practicePool: Candidate[]
  examPool: Candidate[]
}

let served: Promise<Published> | undefined

/** The curriculum this process serves. Any scope will do: being signed in, or verifying a certificate, opens what is published. */
export function published(_scope: ContentScope | PersonScope | SystemScope): Promise<Published> {
  served ??= load(database()).catch((error) => {
    served = undefined
    throw error
  })
  return served
}
/** Names of the deployment, for pages that nobody signs in to. */
export const publishedSettings = async (): Promise<Settings> => {
  served ??= load(database()).catch((error) => {
    served = undefined
    throw error
  })
  return (await served).settings
}
/** The newest revision as it lies in `db`: for processes that serve nothing (seed, imports, tests). */
export async function loadNewest(db: Db, _scope: SystemScope): Promise<Published> {
  return load(db)
}

async function load(db: Db): Promise<Published> {
  const revision = await db.contentRevision.findFirst({ orderBy: { publishedAt: 'desc' } })
  if (!revision) throw new Error('no content has been published')
  const manifest = revision.manifest as Manifest
  const rows = await db.contentItem.findMany({ where: { hash: { in: Object.values(manifest).flatMap((kind) => Object.values(kind)) } } })
  const of = <T>(kind: string) => rows.filter((row) => row.kind === kind).map((row) => ({ ...(row.body as T), hash: row.hash }))
  const one = <T>(kind: string): T => {
    const [first] = of<T>(kind)
    if (!first) throw new Error(`revision ${revision.id} has no ${kind}`)
    return first
  }
  const standard = one<Standard>('standard')
  const rules = new Map(allRules(standard).map((rule) => [rule.id, rule]))
  const order = standard.chapters.map((chapter) => chapter.id)
  const candidates = (kind: string) =>
    of<LearnerQuestion>(kind).map(
      (question): Candidate => ({
        itemId: question.id,
        hash: question.hash,
        section: question.section,
        chapter: question.chapter,
        rule: question.rule,
        critical: rules.get(question.rule)?.criticality === 'A',
        optionIds: partIds(question),
        marked: question.kind !== 'rewrite',
      }),
    )
  const byId = <T extends { id: string }>(list: T[]) => new Map(list.map((item) => [item.id, item]))
  return {
    revisionId: revision.id,
    settings: one('settings'),
    standard,
    phrases: one<{ phrases: Phrase[] }>('phrases').phrases,
    chapters: of<Chapter>('chapter').sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id)),
    lessons: byId(of<Lesson>('lesson')),
    programmes: byId(of<Programme>('programme')),
    scenarios: byId(of<ScenarioHeading>('scenario')),
    rules,
    sections: new Map(allSections(standard).map(({ id, title, chapter }) => [id, { id, title, chapter }])),
    practicePool: candidates('question'),
    examPool: candidates('exam-question'),
  }
}

/** Questions as learners see them, by hash: an attempt shows the versions its paper froze. */
export async function questionBodies(db: Db, _scope: PersonScope | SystemScope, hashes: string[]): Promise<Map<string, LearnerQuestion>> {
  const rows = await db.contentItem.findMany({ where: { hash: { in: hashes } } })
  return new Map(rows.map((row) => [row.hash, row.body as LearnerQuestion]))
}

/** Keys by hash. They go into grading and, once graded, into feedback; and to who owns the content. */
export async function questionKeys(
  db: Db,
  _scope: PersonScope<'attempt.take' | 'content.review'> | SystemScope,
  hashes: string[],
): Promise<Map<string, QuestionKey>> {
  const rows = await db.contentKey.findMany({ where: { hash: { in: hashes } } })
  return new Map(rows.map((row) => [row.hash, row.key as QuestionKey]))
}

/**
 * The script of a scenario, by hash: what follows from which reply stays on the server. Scripts published before turns had kinds are read as
 * what they were: reply cards, no variables.
 */
export async function scenarioScript(db: Db, _scope: PersonScope<'role-play.play' | 'content.review'> | SystemScope, hash: string): Promise<ScenarioScript> {
  const row = await db.contentKey.findUniqueOrThrow({ where: { hash } })
  const script = row.key as Partial<ScenarioScript> & Pick<ScenarioScript, 'start' | 'endings' | 'turns'>
  const turns = script.turns.map((turn) => ({ ...turn, kind: turn.kind ?? 'say' }) as typeof turn)
  return { ...script, variables: script.variables ?? {}, mood: script.mood ?? 3, turns }
}
