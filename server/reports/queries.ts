import type { ErrorRate, Figures, MemberState, NameList } from '@/domain/report'
import { Prisma } from '@/generated/prisma/client'
import type { PersonScope } from '../access'
import { counts, overdue } from '../assignments/queries'
import type { Published } from '../content/store'
import { type Db, today } from '../db'
import { treeInOrder } from '../units/queries'

type ReportScope = PersonScope<'report.view'> | PersonScope<'report.export'>

export type ReportUnit = { id: string; parentId: string | null; name: string; path: string; active: boolean }
const unitColumns = { id: true, parentId: true, name: true, path: true, active: true } as const

/** A unit within reach, or null. */
export function findUnit(db: Db, scope: ReportScope, unitId: string): Promise<ReportUnit | null> {
  return db.unit.findFirst({ where: { AND: [{ id: unitId }, scope.units()] }, select: unitColumns })
}

/** The units above one, as far as they are within reach, from the top. */
export async function listAbove(db: Db, scope: ReportScope, unit: ReportUnit): Promise<ReportUnit[]> {
  const ids = unit.path.split('/').filter((id) => id !== '' && id !== unit.id)
  const units = await db.unit.findMany({ where: { AND: [{ id: { in: ids } }, scope.units()] }, select: unitColumns })
  return units.sort((a, b) => a.path.length - b.path.length)
}

/** The units right below one, in their order. */
export function listBelow(db: Db, scope: ReportScope, unit: ReportUnit): Promise<ReportUnit[]> {
  return db.unit.findMany({ where: { AND: [{ parentId: unit.id }, scope.units()] }, orderBy: [{ sort: 'asc' }, { name: 'asc' }], select: unitColumns })
}

/** The units where one's reach begins, the uppermost first. */
export async function listTops(db: Db, scope: ReportScope): Promise<ReportUnit[]> {
  const rows = await db.$queryRaw<ReportUnit[]>`
    SELECT u."id", u."parentId", u."name", u."path", u."active" FROM "Unit" u LEFT JOIN "Unit" above ON above."id" = u."parentId"
    WHERE u."active" AND ${scope.sql(Prisma.sql`NULL::uuid`, Prisma.sql`u."path"`)} AND (above."id" IS NULL OR NOT ${scope.sql(Prisma.sql`NULL::uuid`, Prisma.sql`above."path"`)})
    ORDER BY length(u."path"), u."sort", u."name"`
  return rows
}

export type ReportOccurrence = { id: string; title: string; programmeId: string; dueOn: Date; ended: boolean }

/** Rounds that have opened and have members within reach, the newest first, those of ended assignments last. */
export async function listOccurrences(db: Db, scope: ReportScope): Promise<ReportOccurrence[]> {
  return db.$queryRaw<ReportOccurrence[]>`
    SELECT o."id", o."label" || a."title" AS "title", a."programmeId", o."dueOn", a."endedAt" IS NOT NULL AS "ended" FROM "Occurrence" o JOIN "Assignment" a ON a."id" = o."assignmentId"
    WHERE o."opensOn" <= ${today} AND EXISTS (
      SELECT FROM "AssignmentMember" m JOIN "Person" p ON p."id" = m."personId" JOIN "Unit" u ON u."id" = p."unitId"
      WHERE m."occurrenceId" = o."id" AND ${counts} AND ${scope.sql(Prisma.sql`p."id"`, Prisma.sql`u."path"`)})
    ORDER BY a."endedAt" IS NOT NULL, o."opensOn" DESC, o."id" DESC`
}

/** When this transaction began: its `now()`, which every figure in it is counted by. */
export async function snapshotTime(db: Db, _scope: ReportScope): Promise<Date> {
  const rows = await db.$queryRaw<{ now: Date }[]>`SELECT now() AS "now"`
  const row = rows[0]
  if (!row) throw new Error('the database told no time')
  return row.now
}

/** Until this transaction ends; what Postgres gives by itself makes it sort a province's answers on disk. */
export async function sortInMemory(db: Db, _scope: ReportScope): Promise<void> {
  await db.$executeRaw`SELECT set_config('work_mem', '64MB', true)`
}

/** Of a member m: something learned, practised, rehearsed or sat since joining; what is likeliest is looked for first. */
const begun = Prisma.sql`(
  EXISTS (SELECT FROM "Completion" x WHERE x."userId" = m."personId" AND x."completedAt" >= m."joinedAt")
  OR EXISTS (SELECT FROM "LessonPosition" x WHERE x."userId" = m."personId" AND x."updatedAt" >= m."joinedAt")
  OR EXISTS (SELECT FROM "Attempt" x WHERE x."userId" = m."personId" AND x."startedAt" >= m."joinedAt")
  OR EXISTS (SELECT FROM "ScenarioRun" x WHERE x."userId" = m."personId" AND x."startedAt" >= m."joinedAt"))`

/** Members of an occurrence who are in `unit` or below today and within reach: a row per person, with state as `domain/report.ts` defines it. */
const members = (scope: ReportScope, unit: ReportUnit, occurrenceId: string) => Prisma.sql`
  SELECT m."personId", m."dueOn", m."completedAt", m."waivedReason", p."name", p."position", p."staffKind", p."hiredOn", u."id" AS "unitId", u."name" AS "unitName", u."path", a."programmeId",
    CASE
      WHEN m."waivedAt" IS NOT NULL THEN 'waived'
      WHEN m."completedAt" IS NOT NULL THEN 'completed'
      WHEN ${begun} THEN 'in-progress'
      ELSE 'not-started'
    END AS "state",
    ${overdue} AS "overdue",
    m."waivedAt" IS NULL AND EXISTS (
      SELECT FROM "Certificate" c WHERE c."personId" = p."id" AND c."programmeId" = a."programmeId" AND c."revokedAt" IS NULL AND c."validUntil" >= ${today}) AS "certified"
  FROM "AssignmentMember" m JOIN "Occurrence" o ON o."id" = m."occurrenceId" JOIN "Assignment" a ON a."id" = o."assignmentId"
    JOIN "Person" p ON p."id" = m."personId" JOIN "Unit" u ON u."id" = p."unitId"
  WHERE m."occurrenceId" = ${occurrenceId}::uuid AND ${counts} AND starts_with(u."path", ${unit.path}) AND ${scope.sql(Prisma.sql`p."id"`, Prisma.sql`u."path"`)}`

/** Which unit right below `unit` a path belongs to; null for the unit itself. */
const branch = (unit: ReportUnit, path: Prisma.Sql) => Prisma.sql`nullif(split_part(substr(${path}, ${unit.path.length + 1}::int), '/', 1), '')`

/** Figures for each unit right below (by its id) and for those in the unit itself (null). Units without members are left out. */
export async function countMembers(db: Db, scope: ReportScope, unit: ReportUnit, occurrenceId: string): Promise<Map<string | null, Figures>> {
  // Materialised, else every FILTER works a person's state out anew.
  const rows = await db.$queryRaw<(Figures & { branch: string | null })[]>`
    WITH member AS MATERIALIZED (${members(scope, unit, occurrenceId)})
    SELECT ${branch(unit, Prisma.sql`"path"`)} AS "branch", count(*)::int AS "required", count(*) FILTER (WHERE "state" = 'waived')::int AS "waived",
      count(*) FILTER (WHERE "state" = 'completed')::int AS "completed", count(*) FILTER (WHERE "state" = 'in-progress')::int AS "inProgress",
      count(*) FILTER (WHERE "state" = 'not-started')::int AS "notStarted", count(*) FILTER (WHERE "overdue")::int AS "overdue", count(*) FILTER (WHERE "certified")::int AS "certified"
    FROM member GROUP BY 1`
  return new Map(rows.map(({ branch, ...figures }) => [branch, figures]))
}

export type ReportMember = {
  personId: string
  name: string
  position: string
  staffKind: 'staff' | 'agent'
  hiredOn: Date
  unitName: string
  loginNames: string[]
  state: MemberState
  overdue: boolean
  certified: boolean
  dueOn: Date
  completedAt: Date | null
  waivedReason: string | null
  chaptersDone: number
}

/** Units below one in the order they are shown: each unit before its branches, by sort and name. */
const inOrder = (scope: ReportScope, unit: ReportUnit) => Prisma.sql`WITH RECURSIVE ${treeInOrder(scope, Prisma.sql`"id" = ${unit.id}::uuid`)}`

const withDetails = (chapters: string[]) => Prisma.sql`
  (SELECT coalesce(array_agg(l."name" ORDER BY l."name"), '{}') FROM "LoginName" l WHERE l."personId" = member."personId") AS "loginNames",
  (SELECT count(*)::int FROM "Completion" c WHERE c."userId" = member."personId" AND c."kind" = 'chapter' AND c."subjectId" = ANY(${chapters})) AS "chaptersDone"`

/** One page of a list of names: overdue ones first, then by due date and unit. */
export function listNames(
  db: Db,
  scope: ReportScope,
  unit: ReportUnit,
  occurrenceId: string,
  { list, chapters, limit, offset }: { list: NameList; chapters: string[]; limit: number; offset: number },
): Promise<ReportMember[]> {
  const fitting =
    list === 'overdue' ? Prisma.sql`"overdue"` : list === 'outstanding' ? Prisma.sql`"state" IN ('in-progress', 'not-started')` : Prisma.sql`"state" = ${list}`
  return db.$queryRaw<ReportMember[]>`
    ${inOrder(scope, unit)}
    SELECT member.*, ${withDetails(chapters)} FROM (
      SELECT found.*, t."place" FROM (${members(scope, unit, occurrenceId)}) AS found JOIN tree t ON t."id" = found."unitId"
      WHERE ${fitting} ORDER BY "overdue" DESC, "dueOn", t."place", "name", "personId" LIMIT ${limit} OFFSET ${offset}) AS member
    ORDER BY "overdue" DESC, "dueOn", "place", "name", "personId"`
}

/** Everyone the figures count, in unit order. */
export function listMembers(db: Db, scope: ReportScope, unit: ReportUnit, occurrenceId: string, chapters: string[]): Promise<ReportMember[]> {
  return db.$queryRaw<ReportMember[]>`
    ${inOrder(scope, unit)}
    SELECT member.*, ${withDetails(chapters)} FROM (${members(scope, unit, occurrenceId)}) AS member JOIN tree t ON t."id" = member."unitId"
    ORDER BY t."place", member."name", member."personId"`
}

/**
 * First answers by chapter and by the unit right below in which they were given: what the heat table shows. A person's first answer to
 * an item counts once, from practice or exam, while the item is in use. What was given in one of `folded` counts for the unit itself: they are
 * closed and have no row of their own.
 */
export async function countFirstAnswers(
  db: Db,
  scope: ReportScope,
  unit: ReportUnit,
  content: Published,
  folded: string[] = [],
): Promise<Map<string | null, Map<string, ErrorRate>>> {
  const items = [...content.practicePool, ...content.examPool]
  // Half a million answers are sorted here in a province of ten thousand: rows are kept narrow (a number for the item, a unit's id for its path).
  const rows = await db.$queryRaw<(ErrorRate & { branch: string | null; chapter: string })[]>`
    WITH used AS MATERIALIZED (
      SELECT * FROM unnest(${items.map((item) => item.itemId)}::text[], ${items.map((item) => item.chapter)}::text[], ${items.map((_, n) => n)}::int[]) AS used("itemId", "chapter", "n")
    ), place AS MATERIALIZED (
      SELECT u."id", ${branch(unit, Prisma.sql`u."path"`)} AS "branch", u."path" FROM "Unit" u WHERE starts_with(u."path", ${unit.path})
    ), answer AS (
      SELECT a."userId", used."n", r."savedAt" AS "at", r."correct", a."unitId"
      FROM "Attempt" a JOIN place ON place."id" = a."unitId" JOIN "Response" r ON r."attemptId" = a."id" JOIN used ON used."itemId" = r."itemId"
      WHERE a."kind" <> 'exam' AND r."correct" IS NOT NULL AND ${scope.sql(Prisma.sql`a."userId"`, Prisma.sql`place."path"`)}
      UNION ALL
      SELECT a."userId", used."n", a."closedAt", (item->>'correct')::boolean, a."unitId"
      FROM "Attempt" a JOIN place ON place."id" = a."unitId" CROSS JOIN LATERAL jsonb_array_elements(a."result"->'items') AS item JOIN used ON used."itemId" = item->>'itemId'
      WHERE a."kind" = 'exam' AND a."closedAt" IS NOT NULL AND (item->>'answered')::boolean AND ${scope.sql(Prisma.sql`a."userId"`, Prisma.sql`place."path"`)}
    ), first AS (SELECT DISTINCT ON ("userId", "n") * FROM answer ORDER BY "userId", "n", "at"),
    person AS (
      SELECT CASE WHEN place."branch" <> ALL(${folded}::text[]) THEN place."branch" END AS "branch", used."chapter", "userId", count(*) AS "answers", count(*) FILTER (WHERE NOT "correct") AS "wrong"
      FROM first JOIN used USING ("n") JOIN place ON place."id" = first."unitId" GROUP BY 1, 2, 3
    )
    SELECT "branch", "chapter", count(*)::int AS "people", sum("answers")::int AS "answers", sum("wrong")::int AS "wrong" FROM person GROUP BY 1, 2`
  const heat = new Map<string | null, Map<string, ErrorRate>>()
  for (const { branch, chapter, ...rate } of rows) heat.set(branch, (heat.get(branch) ?? new Map()).set(chapter, rate))
  return heat
}

export type PersonRow = {
  id: string
  name: string
  position: string
  serviceStage: string
  staffKind: 'staff' | 'agent'
  status: 'active' | 'on_leave' | 'left'
  hiredOn: Date
  signedIn: boolean
  unit: ReportUnit
  loginNames: string[]
}

/** A person within reach, or null. */
export async function findPerson(db: Db, scope: PersonScope<'person.view'>, id: string): Promise<PersonRow | null> {
  const person = await db.person.findFirst({
    where: { AND: [{ id }, scope.people()] },
    select: {
      id: true,
      name: true,
      position: true,
      serviceStage: true,
      staffKind: true,
      status: true,
      hiredOn: true,
      passwordSetAt: true,
      unit: { select: unitColumns },
      loginNames: { select: { name: true }, orderBy: { name: 'asc' } },
    },
  })
  if (!person) return null
  const { passwordSetAt, loginNames, ...rest } = person
  return { ...rest, signedIn: passwordSetAt !== null, loginNames: loginNames.map((login) => login.name) }
}

export type PersonDuty = {
  occurrenceId: string
  title: string
  /** No longer asked for: completed, then transferred away, or the assignment has ended. */
  ended: boolean
  dueOn: Date
  completedAt: Date | null
  waivedAt: Date | null
  waivedReason: string | null
  begun: boolean
}

/** What is required of a person within reach, the newest round first, and what was completed though no longer required. */
export function listDuties(db: Db, scope: PersonScope<'person.view'>, personId: string): Promise<PersonDuty[]> {
  return db.$queryRaw<PersonDuty[]>`
    SELECT m."occurrenceId", o."label" || a."title" AS "title", m."endedAt" IS NOT NULL OR a."endedAt" IS NOT NULL AS "ended", m."dueOn", m."completedAt", m."waivedAt", m."waivedReason", ${begun} AS "begun"
    FROM "AssignmentMember" m JOIN "Occurrence" o ON o."id" = m."occurrenceId" JOIN "Assignment" a ON a."id" = o."assignmentId"
      JOIN "Person" p ON p."id" = m."personId" JOIN "Unit" u ON u."id" = p."unitId"
    WHERE m."personId" = ${personId}::uuid AND (m."endedAt" IS NULL OR m."completedAt" IS NOT NULL) AND ${scope.sql(Prisma.sql`p."id"`, Prisma.sql`u."path"`)}
    ORDER BY "ended", o."opensOn" DESC`
}

export type PersonExam = {
  id: string
  title: string | null
  sitting: number | null
  startedAt: Date
  closedAt: Date | null
  scorePercent: number | null
  passed: boolean | null
  sections: { section: string; right: number; total: number }[]
}

/** Completions, exams and certificates of a person within reach. */
export async function readHistory(db: Db, scope: PersonScope<'person.view'>, personId: string) {
  const person = await db.person.findFirst({ where: { AND: [{ id: personId }, scope.people()] }, select: { id: true } })
  if (!person) return { completions: [], exams: [], certificates: [] }
  const [completions, exams, certificates] = await Promise.all([
    db.completion.findMany({ where: { userId: person.id }, select: { kind: true, subjectId: true, completedAt: true } }),
    db.$queryRaw<PersonExam[]>`
      SELECT e."id", o."label" || a."title" AS "title", e."sitting", e."startedAt", e."closedAt", e."scorePercent", e."passed", coalesce(e."result"->'sections', '[]') AS "sections"
      FROM "Attempt" e LEFT JOIN "Occurrence" o ON o."id" = e."occurrenceId" LEFT JOIN "Assignment" a ON a."id" = o."assignmentId"
      WHERE e."userId" = ${person.id}::uuid AND e."kind" = 'exam' ORDER BY e."startedAt"`,
    db.certificate.findMany({
      where: { personId: person.id },
      orderBy: { issuedAt: 'desc' },
      select: { id: true, number: true, title: true, scorePercent: true, issuedOn: true, validUntil: true, revokedAt: true },
    }),
  ])
  return { completions, exams, certificates }
}
