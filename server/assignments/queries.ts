import { v7 as uuid } from 'uuid'
import { type AssignmentRule, assignmentRule, dueOnAfterChange, type MemberList, type PreviewAssignmentResult, yearlyRound } from '@/domain/assignment'
import { newHireDays } from '@/domain/overdue'
import type { MemberState } from '@/domain/report'
import { dateOnly } from '@/domain/time'
import { Prisma } from '@/generated/prisma/client'
import type { PersonScope, SystemScope } from '../access'
import { type Db, today } from '../db'
import { isNamed } from '../people/queries'
import { treeInOrder } from '../units/queries'

type ManageScope = PersonScope<'assignment.manage'>

// ---- Membership follows the rules ----

/**
 * Whether person p in unit u meets the conditions of a rule, a jsonb expression: with `"status" = 'active'` the SQL twin of `fits`. `u."within"`
 * are the ids of the unit and those above it.
 */
const meets = (rule: Prisma.Sql) => Prisma.sql`(
  (${rule}->'staffKinds' IS NULL OR ${rule}->'staffKinds' ? p."staffKind"::text)
  AND (${rule}->'positions' IS NULL OR ${rule}->'positions' ? p."position")
  AND (${rule}->'serviceStages' IS NULL OR ${rule}->'serviceStages' ? p."serviceStage")
  AND (${rule}->'unitIds' IS NULL OR ${rule}->'unitIds' ?| u."within")
  AND (${rule}->>'hiredFrom' IS NULL OR p."hiredOn" >= (${rule}->>'hiredFrom')::date))`
const places = Prisma.sql`place AS MATERIALIZED (SELECT "id", "name", "path", string_to_array(btrim("path", '/'), '/') AS "within" FROM "Unit")`

/** How many joined (or came back to) and left an assignment. */
export type Moved = { assignmentId: string; joined: number; ended: number }

/** Memberships are brought in line by one transaction at a time: what one reads of people is then not changed under it. */
export async function lockMembership(db: Db, _scope: ManageScope | SystemScope): Promise<void> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('membership', 0))`
}

/**
 * In the newest round that has opened membership is what the rule says of people now. In earlier rounds nobody new joins, and what is
 * completed stays as it is. Who is a member already is left to the constraint: looking beforehand is planned for the table as it was last analysed, and
 * for an empty one that means reading all that has been added so far for each that is added.
 */
async function follow(db: Db, scope: SystemScope, assignments: Prisma.Sql, people: Prisma.Sql): Promise<Moved[]> {
  await lockMembership(db, scope)
  return db.$queryRaw<Moved[]>`
    WITH ${places}, round AS MATERIALIZED (
      SELECT o."id", o."assignmentId", a."rule",
        CASE WHEN ${today} > o."opensOn" THEN greatest(o."dueOn", ${today} + a."graceDays") ELSE o."dueOn" END AS "joinerDueOn",
        row_number() OVER (PARTITION BY o."assignmentId" ORDER BY o."opensOn" DESC, o."id" DESC) = 1 AS "newest"
      FROM "Occurrence" o JOIN "Assignment" a ON a."id" = o."assignmentId" WHERE o."opensOn" <= ${today} AND a."endedAt" IS NULL AND ${assignments}
    ), candidate AS MATERIALIZED (
      SELECT r.*, p."id" AS "personId", p."status" = 'active' AND ${meets(Prisma.sql`r."rule"`)} AS "fits"
      FROM round r CROSS JOIN "Person" p JOIN place u ON u."id" = p."unitId" WHERE ${people}
    ), moved AS (
      UPDATE "AssignmentMember" m SET "endedAt" = CASE WHEN c."fits" THEN NULL ELSE now() END,
        "dueOn" = CASE WHEN c."fits" AND m."completedAt" IS NULL THEN greatest(m."dueOn", c."joinerDueOn") ELSE m."dueOn" END
      FROM candidate c WHERE m."occurrenceId" = c."id" AND m."personId" = c."personId" AND (m."endedAt" IS NULL) <> c."fits" AND (c."newest" OR m."completedAt" IS NULL)
      RETURNING c."assignmentId", c."fits"
    ), added AS (
      INSERT INTO "AssignmentMember" ("occurrenceId", "personId", "dueOn") SELECT c."id", c."personId", c."joinerDueOn" FROM candidate c
      WHERE c."newest" AND c."fits" ON CONFLICT DO NOTHING RETURNING "occurrenceId"
    )
    SELECT "assignmentId", count(*) FILTER (WHERE "fits")::int AS "joined", count(*) FILTER (WHERE NOT "fits")::int AS "ended"
    FROM (SELECT "assignmentId", "fits" FROM moved UNION ALL SELECT r."assignmentId", TRUE FROM added JOIN round r ON r."id" = added."occurrenceId") AS change GROUP BY 1`
}

const sum = (list: Moved[]) => ({ joined: list.reduce((n, { joined }) => n + joined, 0), ended: list.reduce((n, { ended }) => n + ended, 0) })

/**
 * Brings the membership of these people in line with the rules as they are now: who fits joins (or comes back, with a due date that leaves
 * time), who no longer fits ends; completion, waiver and due date stay. Repeating it changes nothing. Belongs in the transaction that changed
 * the people, after the change. Lock people with FOR NO KEY UPDATE, not FOR UPDATE, which would wait for members being added.
 */
export async function followRules(db: Db, scope: SystemScope, personIds: string[]): Promise<{ joined: number; ended: number }> {
  return sum(await follow(db, scope, Prisma.sql`TRUE`, Prisma.sql`p."id" = ANY(${personIds}::uuid[])`))
}

/** The same for everybody, in one assignment or in all. Belongs in a transaction. */
export async function followAllRules(db: Db, scope: SystemScope, assignmentId?: string): Promise<Moved[]> {
  return follow(db, scope, assignmentId ? Prisma.sql`a."id" = ${assignmentId}::uuid` : Prisma.sql`TRUE`, Prisma.sql`TRUE`)
}

/** Makes this year's round of each yearly assignment whose day has come, however late it is asked. Returns what is new. */
export async function openYearlyRounds(db: Db, _scope: SystemScope): Promise<{ id: string; assignmentId: string; opensOn: string; dueOn: string }[]> {
  const firsts = await db.$queryRaw<{ assignmentId: string; opensOn: Date; dueOn: Date; today: Date }[]>`
    SELECT DISTINCT ON (o."assignmentId") o."assignmentId", o."opensOn", o."dueOn", ${today} AS "today" FROM "Occurrence" o JOIN "Assignment" a ON a."id" = o."assignmentId"
    WHERE a."yearly" AND a."endedAt" IS NULL ORDER BY o."assignmentId", o."opensOn", o."id"`
  const opened = []
  for (const first of firsts) {
    const round = yearlyRound({ opensOn: dateOnly(first.opensOn), dueOn: dateOnly(first.dueOn) }, dateOnly(first.today))
    if (!round) continue
    const row = { id: uuid(), assignmentId: first.assignmentId }
    const { count } = await db.occurrence.createMany({
      data: [{ ...row, label: round.label, opensOn: new Date(round.opensOn), dueOn: new Date(round.dueOn) }],
      skipDuplicates: true,
    })
    if (count > 0) opened.push({ ...row, opensOn: round.opensOn, dueOn: round.dueOn })
  }
  return opened
}

// ---- Before publishing ----

/** What there is to choose from: units from the top down, positions and service stages that occur among people. */
export async function listChoices(
  db: Db,
  scope: ManageScope,
): Promise<{ units: { id: string; parentId: string | null; name: string; path: string }[]; positions: string[]; serviceStages: string[] }> {
  const employed = { AND: [scope.people(), { status: { not: 'left' as const } }] }
  const [units, positions, stages] = await Promise.all([
    db.$queryRaw<{ id: string; parentId: string | null; name: string; path: string }[]>`
      WITH RECURSIVE ${treeInOrder(scope, Prisma.sql`"parentId" IS NULL`)}
      SELECT u."id", u."parentId", u."name", u."path" FROM "Unit" u JOIN tree t ON t."id" = u."id"
      WHERE u."active" AND ${scope.sql(Prisma.sql`NULL::uuid`, Prisma.sql`u."path"`)} ORDER BY t."place"`,
    db.person.findMany({ where: employed, distinct: ['position'], orderBy: { position: 'asc' }, select: { position: true } }),
    db.person.findMany({ where: employed, distinct: ['serviceStage'], orderBy: { serviceStage: 'asc' }, select: { serviceStage: true } }),
  ])
  return { units, positions: positions.map(({ position }) => position), serviceStages: stages.map(({ serviceStage }) => serviceStage) }
}

/** How many of these units there are. */
export function countUnits(db: Db, scope: ManageScope, ids: string[]): Promise<number> {
  return db.unit.count({ where: { AND: [{ id: { in: ids } }, scope.units()] } })
}

/** Who would be a member of an assignment with this rule if it opened now. */
export async function previewRule(db: Db, scope: ManageScope, programmeId: string, rule: AssignmentRule): Promise<PreviewAssignmentResult> {
  const found = Prisma.sql`WITH ${places}, wanted AS (SELECT ${JSON.stringify(rule)}::jsonb AS "rule"), found AS MATERIALIZED (
    SELECT p."id", p."name", p."position", p."status", u."name" AS "unitName", u."path", coalesce(u."within"[2], u."within"[1])::uuid AS "topId"
    FROM "Person" p JOIN place u ON u."id" = p."unitId" CROSS JOIN wanted w
    WHERE p."status" <> 'left' AND ${meets(Prisma.sql`w."rule"`)} AND ${scope.sql(Prisma.sql`p."id"`, Prisma.sql`u."path"`)})`
  const [counts, units, examples] = await Promise.all([
    db.$queryRaw<{ count: number; onLeave: number; elsewhere: number }[]>`${found}
      SELECT count(*) FILTER (WHERE "status" = 'active')::int AS "count", count(*) FILTER (WHERE "status" = 'on_leave')::int AS "onLeave",
        count(*) FILTER (WHERE "status" = 'active' AND EXISTS (
          SELECT FROM "AssignmentMember" m JOIN "Occurrence" o ON o."id" = m."occurrenceId" JOIN "Assignment" a ON a."id" = o."assignmentId"
          WHERE m."personId" = found."id" AND m."endedAt" IS NULL AND a."endedAt" IS NULL AND a."programmeId" = ${programmeId}))::int AS "elsewhere" FROM found`,
    db.$queryRaw<{ name: string; count: number }[]>`${found}
      SELECT t."name", count(*)::int AS "count" FROM found f JOIN "Unit" t ON t."id" = f."topId" WHERE f."status" = 'active' GROUP BY t."id" ORDER BY length(t."path"), t."sort", t."name"`,
    // One from each part of the tree first, so that five names show more than one office.
    db.$queryRaw<{ name: string; position: string; unitName: string }[]>`${found}
      SELECT "name", "position", "unitName" FROM found WHERE "status" = 'active' ORDER BY row_number() OVER (PARTITION BY "topId" ORDER BY "path", "name", "id"), "path" LIMIT 5`,
  ])
  return { ...(counts[0] ?? { count: 0, onLeave: 0, elsewhere: 0 }), units, examples }
}

/** Stores an assignment and its first round. Returns false when the id has been used: a repeat is no second one. */
export async function insertAssignment(
  db: Db,
  _scope: ManageScope,
  given: {
    id: string
    programmeId: string
    title: string
    rule: AssignmentRule
    graceDays: number
    yearly: boolean
    createdById: string
    opensOn: string
    dueOn: string
  },
): Promise<boolean> {
  const { opensOn, dueOn, ...assignment } = given
  const { count } = await db.assignment.createMany({ data: [assignment], skipDuplicates: true })
  if (count === 0) return false
  await db.occurrence.create({
    data: { id: uuid(), assignmentId: given.id, label: opensOn.slice(0, 4), opensOn: new Date(opensOn), dueOn: new Date(dueOn) },
  })
  return true
}

// ---- Looking at assignments ----

/** A member counts while they are one; when an assignment is ended, as on its last day. Of member m and assignment a. */
export const counts = Prisma.sql`(m."endedAt" IS NULL OR m."endedAt" IS NOT DISTINCT FROM a."endedAt")`
/** Past the due date, as `isOverdue` of the domain; in an ended assignment as on its last day. Of member m, assignment a and person p. */
export const overdue = Prisma.sql`(m."waivedAt" IS NULL AND m."completedAt" IS NULL AND coalesce((a."endedAt" AT TIME ZONE 'Asia/Shanghai')::date, ${today}) > m."dueOn"
  AND coalesce((a."endedAt" AT TIME ZONE 'Asia/Shanghai')::date, ${today}) - p."hiredOn" >= ${newHireDays})`

export type RoundFigures = { required: number; waived: number; completed: number; outstanding: number; overdue: number; ended: number }
export type RoundRow = RoundFigures & { id: string; label: string; opensOn: string; dueOn: string; opened: boolean }
export type AssignmentRow = {
  id: string
  programmeId: string
  title: string
  rule: AssignmentRule
  /** Names of the units of the rule, in its order; units closed since are marked. */
  unitNames: string[]
  graceDays: number
  yearly: boolean
  endedAt: Date | null
  /** The newest first. */
  rounds: RoundRow[]
}

/** Assignments with the figures of their rounds, the newest first and ended ones last; only one when `id` is given. */
export async function listAssignments(db: Db, scope: ManageScope, id?: string): Promise<AssignmentRow[]> {
  const only = id ? Prisma.sql`a."id" = ${id}::uuid` : Prisma.sql`TRUE`
  const [assignments, rounds] = await Promise.all([
    db.assignment.findMany({
      where: id ? { id } : {},
      select: { id: true, programmeId: true, title: true, rule: true, graceDays: true, yearly: true, endedAt: true },
    }),
    db.$queryRaw<(RoundFigures & { id: string; assignmentId: string; label: string; opensOn: Date; dueOn: Date; opened: boolean })[]>`
      SELECT o."id", o."assignmentId", o."label", o."opensOn", o."dueOn", o."opensOn" <= ${today} AS "opened",
        count(p."id") FILTER (WHERE ${counts})::int AS "required", count(*) FILTER (WHERE ${counts} AND m."waivedAt" IS NOT NULL)::int AS "waived",
        count(*) FILTER (WHERE ${counts} AND m."waivedAt" IS NULL AND m."completedAt" IS NOT NULL)::int AS "completed",
        count(p."id") FILTER (WHERE ${counts} AND m."waivedAt" IS NULL AND m."completedAt" IS NULL)::int AS "outstanding",
        count(p."id") FILTER (WHERE ${counts} AND ${overdue})::int AS "overdue", count(p."id") FILTER (WHERE NOT ${counts})::int AS "ended"
      FROM "Occurrence" o JOIN "Assignment" a ON a."id" = o."assignmentId"
        LEFT JOIN ("AssignmentMember" m JOIN "Person" p ON p."id" = m."personId" JOIN "Unit" u ON u."id" = p."unitId" AND ${scope.sql(Prisma.sql`p."id"`, Prisma.sql`u."path"`)}) ON m."occurrenceId" = o."id"
      WHERE ${only} GROUP BY o."id" ORDER BY o."opensOn" DESC, o."id" DESC`,
  ])
  const rules = new Map(assignments.map((row) => [row.id, assignmentRule.parse(row.rule)]))
  const units = await db.unit.findMany({
    where: { AND: [{ id: { in: [...rules.values()].flatMap((rule) => rule.unitIds ?? []) } }, scope.units()] },
    select: { id: true, name: true, active: true },
  })
  const unitName = new Map(units.map((unit) => [unit.id, unit.active ? unit.name : `${unit.name}（已停用）`]))
  const place = new Map<string, number>()
  for (const [at, { assignmentId }] of rounds.entries()) if (!place.has(assignmentId)) place.set(assignmentId, at)
  return assignments
    .map((assignment) => {
      const rule = rules.get(assignment.id) ?? {}
      return {
        ...assignment,
        rule,
        unitNames: (rule.unitIds ?? []).map((unitId) => unitName.get(unitId) ?? '已删除的机构'),
        rounds: rounds
          .filter((round) => round.assignmentId === assignment.id)
          .map(({ assignmentId: _, ...round }) => ({ ...round, opensOn: dateOnly(round.opensOn), dueOn: dateOnly(round.dueOn) })),
      }
    })
    .sort((a, b) => Number(a.endedAt !== null) - Number(b.endedAt !== null) || (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
}

export type MemberRow = {
  personId: string
  name: string
  position: string
  unitName: string
  loginNames: string[]
  state: Exclude<MemberState, 'in-progress' | 'not-started'> | 'outstanding' | 'ended'
  overdue: boolean
  dueOn: Date
  completedAt: Date | null
  waivedReason: string | null
}

/** One page of the members of a round, overdue ones first. `search` is what is typed to find somebody, or nothing. */
export function listRoundMembers(
  db: Db,
  scope: ManageScope,
  occurrenceId: string,
  { list, search, limit, offset }: { list: MemberList; search: string; limit: number; offset: number },
): Promise<(MemberRow & { total: number })[]> {
  const fitting = {
    all: Prisma.sql`"state" <> 'ended'`,
    outstanding: Prisma.sql`"state" = 'outstanding'`,
    overdue: Prisma.sql`"overdue"`,
    completed: Prisma.sql`"state" = 'completed'`,
    waived: Prisma.sql`"state" = 'waived'`,
    ended: Prisma.sql`"state" = 'ended'`,
  }[list]
  const found = search === '' ? Prisma.sql`TRUE` : isNamed(scope, search)
  return db.$queryRaw<(MemberRow & { total: number })[]>`
    SELECT member.*, (SELECT coalesce(array_agg(l."name" ORDER BY l."name"), '{}') FROM "LoginName" l WHERE l."personId" = member."personId") AS "loginNames" FROM (
      SELECT *, count(*) OVER ()::int AS "total" FROM (
        SELECT m."personId", p."name", p."position", u."name" AS "unitName", u."path", m."dueOn", m."completedAt", m."waivedReason", ${counts} AND ${overdue} AS "overdue",
          CASE WHEN NOT ${counts} THEN 'ended' WHEN m."waivedAt" IS NOT NULL THEN 'waived' WHEN m."completedAt" IS NOT NULL THEN 'completed' ELSE 'outstanding' END AS "state"
        FROM "AssignmentMember" m JOIN "Occurrence" o ON o."id" = m."occurrenceId" JOIN "Assignment" a ON a."id" = o."assignmentId"
          JOIN "Person" p ON p."id" = m."personId" JOIN "Unit" u ON u."id" = p."unitId"
        WHERE m."occurrenceId" = ${occurrenceId}::uuid AND ${found} AND ${scope.sql(Prisma.sql`p."id"`, Prisma.sql`u."path"`)}) AS listed
      WHERE ${fitting} ORDER BY "overdue" DESC, "dueOn", "path", "name", "personId" LIMIT ${limit} OFFSET ${offset}) AS member
    ORDER BY "overdue" DESC, "dueOn", "path", "name", "personId"`
}

// ---- Changing assignments ----

export type LockedRound = { id: string; assignmentId: string; title: string; opensOn: string; dueOn: string; graceDays: number; ended: boolean; today: string }

/** A round, locked until the transaction ends, or null. */
export async function lockRound(db: Db, scope: ManageScope, occurrenceId: string): Promise<LockedRound | null> {
  await lockMembership(db, scope)
  const rows = await db.$queryRaw<(Omit<LockedRound, 'opensOn' | 'dueOn' | 'today'> & { opensOn: Date; dueOn: Date; today: Date })[]>`
    SELECT o."id", o."assignmentId", o."label" || a."title" AS "title", o."opensOn", o."dueOn", a."graceDays", a."endedAt" IS NOT NULL AS "ended", ${today} AS "today"
    FROM "Occurrence" o JOIN "Assignment" a ON a."id" = o."assignmentId" WHERE o."id" = ${occurrenceId}::uuid FOR NO KEY UPDATE OF o`
  const row = rows[0]
  return row ? { ...row, opensOn: dateOnly(row.opensOn), dueOn: dateOnly(row.dueOn), today: dateOnly(row.today) } : null
}

/** Gives a locked round another due date, and its members who have not completed theirs. Returns how many of them moved. */
export async function moveDueDate(db: Db, _scope: ManageScope, round: LockedRound, dueOn: string): Promise<number> {
  await db.occurrence.update({ where: { id: round.id }, data: { dueOn: new Date(dueOn) } })
  const members = await db.$queryRaw<{ personId: string; dueOn: Date; joinedOn: Date }[]>`
    SELECT "personId", "dueOn", ("joinedAt" AT TIME ZONE 'Asia/Shanghai')::date AS "joinedOn" FROM "AssignmentMember"
    WHERE "occurrenceId" = ${round.id}::uuid AND "completedAt" IS NULL ORDER BY "personId" FOR NO KEY UPDATE`
  const moved = members.flatMap((member) => {
    const own = dateOnly(member.dueOn)
    const next = dueOnAfterChange(own, dateOnly(member.joinedOn), round, { ...round, dueOn })
    return next === own ? [] : [{ personId: member.personId, dueOn: next }]
  })
  await db.$executeRaw`
    UPDATE "AssignmentMember" m SET "dueOn" = next."dueOn" FROM unnest(${moved.map((row) => row.personId)}::uuid[], ${moved.map((row) => row.dueOn)}::date[]) AS next("personId", "dueOn")
    WHERE m."occurrenceId" = ${round.id}::uuid AND m."personId" = next."personId"`
  return moved.length
}

/**
 * Ends an assignment: nobody joins any more, memberships not completed end with it. Returns how many; null when there is none such, and
 * `ended: null` when it had ended before.
 */
export async function endById(db: Db, scope: ManageScope, assignmentId: string): Promise<{ title: string; ended: number | null } | null> {
  await lockMembership(db, scope)
  const assignment = await db.assignment.findUnique({ where: { id: assignmentId }, select: { title: true } })
  if (!assignment) return null
  const changed = await db.$executeRaw`UPDATE "Assignment" SET "endedAt" = now() WHERE "id" = ${assignmentId}::uuid AND "endedAt" IS NULL`
  if (changed === 0) return { ...assignment, ended: null }
  const ended = await db.$executeRaw`
    UPDATE "AssignmentMember" SET "endedAt" = now() WHERE "occurrenceId" IN (SELECT "id" FROM "Occurrence" WHERE "assignmentId" = ${assignmentId}::uuid)
      AND "endedAt" IS NULL AND "completedAt" IS NULL`
  return { ...assignment, ended }
}

// ---- Changing members ----

export type LockedMember = { personId: string; dueOn: string; waived: boolean; waivedReason: string | null; completed: boolean; today: string; round: string }

/** These members of a round, locked until the transaction ends; null unless all of them are members within reach. */
export async function lockMembers(db: Db, scope: PersonScope<'member.adjust'>, occurrenceId: string, personIds: string[]): Promise<LockedMember[] | null> {
  const wanted = [...new Set(personIds)]
  const rows = await db.$queryRaw<(Omit<LockedMember, 'dueOn' | 'today'> & { dueOn: Date; today: Date })[]>`
    SELECT m."personId", m."dueOn", m."waivedAt" IS NOT NULL AS "waived", m."waivedReason", m."completedAt" IS NOT NULL AS "completed", ${today} AS "today", o."label" || a."title" AS "round"
    FROM "AssignmentMember" m JOIN "Occurrence" o ON o."id" = m."occurrenceId" JOIN "Assignment" a ON a."id" = o."assignmentId"
      JOIN "Person" p ON p."id" = m."personId" JOIN "Unit" u ON u."id" = p."unitId"
    WHERE m."occurrenceId" = ${occurrenceId}::uuid AND m."personId" = ANY(${wanted}::uuid[]) AND m."endedAt" IS NULL AND ${scope.sql(Prisma.sql`p."id"`, Prisma.sql`u."path"`)}
    ORDER BY m."personId" FOR NO KEY UPDATE OF m`
  return rows.length === wanted.length ? rows.map((row) => ({ ...row, dueOn: dateOnly(row.dueOn), today: dateOnly(row.today) })) : null
}

/** Sets the due date of locked members. */
export async function setDueDate(db: Db, _scope: PersonScope<'member.adjust'>, occurrenceId: string, personIds: string[], dueOn: string): Promise<void> {
  await db.assignmentMember.updateMany({ where: { occurrenceId, personId: { in: personIds } }, data: { dueOn: new Date(dueOn) } })
}

/** Waives locked members with a reason, or with null takes their waiver back. */
export async function setWaiver(
  db: Db,
  _scope: PersonScope<'member.adjust'>,
  occurrenceId: string,
  personIds: string[],
  reason: string | null,
  byId: string,
): Promise<void> {
  await db.$executeRaw`
    UPDATE "AssignmentMember" SET "waivedAt" = CASE WHEN ${reason}::text IS NULL THEN NULL ELSE now() END, "waivedReason" = ${reason}::text,
      "waivedById" = CASE WHEN ${reason}::text IS NULL THEN NULL ELSE ${byId}::uuid END
    WHERE "occurrenceId" = ${occurrenceId}::uuid AND "personId" = ANY(${personIds}::uuid[])`
}
