import { hash32, seeded, shuffled } from './random'

/** A paper: the items of one attempt with the order of their options, frozen when the attempt starts. */
export type PaperItem = { itemId: string; hash: string; section: string; chapter: string; rule: string; optionOrder: string[] }
export type Paper = { items: PaperItem[] }

/** What drawing needs to know of a question: no key. `marked` is false for what one judges oneself. */
export type Candidate = {
  itemId: string
  hash: string
  section: string
  chapter: string
  rule: string
  critical: boolean
  optionIds: string[]
  marked: boolean
}

/** Places candidates on a paper in an order, and with options in an order, that `seed` decides. */
export function layOut(candidates: Candidate[], seed: string): Paper {
  return {
    items: shuffled(candidates, `${seed}/items`).map(({ itemId, hash, section, chapter, rule, optionIds }) => ({
      itemId,
      hash,
      section,
      chapter,
      rule,
      optionOrder: shuffled(optionIds, `${seed}/${itemId}`),
    })),
  }
}

/** `list` started at `offset`, going round: successive sittings see all of it. */
const rotated = <T>(list: T[], offset: number): T[] => list.map((_, i) => list[(i + offset) % list.length] as T)

/**
 * Draws an exam: every section at least once, the rest to the sections with most critical items, `count` in all, no item twice.
 * `person` and `sitting` turn the pool on, so that a retake brings other items and all rules come round. Refuses (throws) when
 * the pool cannot fill the paper.
 */
export function drawExam(pool: Candidate[], count: number, seed: string, person: string, sitting: number): Paper {
  const bySection = new Map<string, Candidate[]>()
  for (const candidate of pool) bySection.set(candidate.section, [...(bySection.get(candidate.section) ?? []), candidate])
  const queues = [...bySection].map(([section, items]) => {
    const ordered = [...items].sort((a, b) => (a.itemId < b.itemId ? -1 : 1))
    return {
      section,
      weight: items.filter((item) => item.critical).length,
      queue: rotated(ordered, (hash32(`${person}/${section}`) + sitting) % ordered.length),
    }
  })
  if (pool.length < count || queues.length > count)
    throw new Error(`an exam of ${count} cannot be drawn from ${pool.length} items in ${queues.length} sections`)
  const chosen = queues.map(({ queue }) => queue.shift() as Candidate)
  const next = seeded(`${seed}/extra`)
  // Sections with more critical items first; chance decides among equals.
  const extra = queues.map((entry) => ({ ...entry, order: entry.weight + next() })).sort((a, b) => b.order - a.order)
  for (let round = 0; chosen.length < count; round++) {
    const item = extra[round % extra.length]?.queue.shift()
    if (item) chosen.push(item)
  }
  return layOut(chosen, seed)
}

/** Draws `count` items for a quiz, all with a mark, spread over the sections of the chapter as evenly as the pool allows. */
export function drawQuiz(candidates: Candidate[], count: number, seed: string): Paper {
  const pool = candidates.filter((candidate) => candidate.marked)
  const mixed = shuffled(pool, `${seed}/pool`)
  const sections = [...new Set(mixed.map((candidate) => candidate.section))]
  const queues = sections.map((section) => mixed.filter((candidate) => candidate.section === section))
  const chosen: Candidate[] = []
  for (let round = 0; chosen.length < Math.min(count, pool.length); round++) {
    const item = queues[round % queues.length]?.shift()
    if (item) chosen.push(item)
  }
  return layOut(chosen, seed)
}

/** Draws the daily practice: first what was answered wrong and not yet put right, longest ago first, then a mixture. */
export function drawPractice(pool: Candidate[], mistakes: string[], count: number, seed: string): Paper {
  const wrong = mistakes.flatMap((id) => pool.find((candidate) => candidate.itemId === id) ?? []).slice(0, count)
  const others = shuffled(
    pool.filter((candidate) => !wrong.includes(candidate)),
    `${seed}/pool`,
  )
  return layOut([...wrong, ...others.slice(0, count - wrong.length)], seed)
}
