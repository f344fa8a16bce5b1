import { z } from 'zod'
import { AppError } from '@/domain/errors'
import { type ErrorRate, type Figures, type NameList, noFigures, sumFigures } from '@/domain/report'
import { notFoundMessage, type PersonScope } from '../access'
import type { Published } from '../content/store'
import { type Db, database } from '../db'
import {
  countFirstAnswers,
  countMembers,
  findUnit,
  listAbove,
  listBelow,
  listMembers,
  listNames,
  listOccurrences,
  type ReportMember,
  type ReportOccurrence,
  type ReportUnit,
  snapshotTime,
  sortInMemory,
} from './queries'

type ReportScope = PersonScope<'report.view'> | PersonScope<'report.export'>

/** A line of the table. `unit` is null for those who are in the unit itself, at no branch of it. */
export type ReportRow = { unit: ReportUnit | null; figures: Figures; heat: Map<string, ErrorRate> }

export type Report = {
  unit: ReportUnit
  above: ReportUnit[]
  occurrence: ReportOccurrence | null
  occurrences: ReportOccurrence[]
  /** Chapters of the programme: what “5/8间” is of. */
  chapters: { id: string; title: string }[]
  figures: Figures
  rows: ReportRow[]
  /** Every figure is counted as of this instant. */
  asOf: Date
}

export const pageLength = 25

/** What a report is asked for. `occurrenceId` null or unknown: the newest round. */
export type ReportChoice = { unitId: string; occurrenceId: string | null }

async function readFigures(db: Db, scope: ReportScope, content: Published, { unitId, occurrenceId }: ReportChoice): Promise<Report> {
  const unit = z.uuid().safeParse(unitId).success ? await findUnit(db, scope, unitId) : null
  if (!unit) throw new AppError('not-found', notFoundMessage)
  const asOf = await snapshotTime(db, scope)
  const above = await listAbove(db, scope, unit)
  const below = await listBelow(db, scope, unit)
  const occurrences = await listOccurrences(db, scope)
  const occurrence = occurrences.find((entry) => entry.id === occurrenceId) ?? occurrences[0] ?? null
  const counted = occurrence ? await countMembers(db, scope, unit, occurrence.id) : new Map<string | null, Figures>()
  // A closed unit is shown while members are in it; what was answered there else counts for the unit it stands below.
  const shown = below.filter((branch) => branch.active || counted.has(branch.id))
  const folded = below.filter((branch) => !shown.includes(branch)).map((branch) => branch.id)
  const heat = await countFirstAnswers(db, scope, unit, content, folded)
  const programme = occurrence && content.programmes.get(occurrence.programmeId)
  const row = (at: ReportUnit | null): ReportRow => ({
    unit: at,
    figures: counted.get(at?.id ?? null) ?? noFigures,
    heat: heat.get(at?.id ?? null) ?? new Map(),
  })
  return {
    unit,
    above,
    occurrence,
    occurrences,
    chapters: content.chapters.filter((chapter) => !programme || programme.chapters.includes(chapter.id)).map(({ id, title }) => ({ id, title })),
    figures: sumFigures([...counted.values()]),
    rows: [...(counted.has(null) || shown.length === 0 || (folded.length > 0 && heat.has(null)) ? [row(null)] : []), ...shown.map(row)],
    asOf,
  }
}

/** One snapshot for everything on a page or in a file, so that figures and names agree with each other. */
const inSnapshot = <T>(scope: ReportScope, read: (db: Db) => Promise<T>): Promise<T> =>
  database().$transaction(
    async (db) => {
      await sortInMemory(db, scope)
      return read(db)
    },
    { isolationLevel: 'RepeatableRead', maxWait: 5_000, timeout: 30_000 },
  )

/** The page: figures, and one page of names. Refuses a unit out of reach as one that does not exist. */
export function readReport(
  scope: PersonScope<'report.view'>,
  content: Published,
  choice: ReportChoice,
  { list, page }: { list: NameList; page: number },
): Promise<Report & { names: ReportMember[] }> {
  return inSnapshot(scope, async (db) => {
    const report = await readFigures(db, scope, content, choice)
    const names = report.occurrence
      ? await listNames(db, scope, report.unit, report.occurrence.id, {
          list,
          chapters: report.chapters.map((chapter) => chapter.id),
          limit: pageLength,
          offset: (page - 1) * pageLength,
        })
      : []
    return { ...report, names }
  })
}

/** The file: the same figures, and everyone they count. All is read before the first byte goes out, so that no connection waits for a slow client. */
export function readReportForExport(
  scope: PersonScope<'report.export'>,
  content: Published,
  choice: ReportChoice,
): Promise<Report & { members: ReportMember[] }> {
  return inSnapshot(scope, async (db) => {
    const report = await readFigures(db, scope, content, choice)
    const members = report.occurrence
      ? await listMembers(
          db,
          scope,
          report.unit,
          report.occurrence.id,
          report.chapters.map((chapter) => chapter.id),
        )
      : []
    return { ...report, members }
  })
}
