import { v7 as uuid } from 'uuid'
import { z } from 'zod'
import { Prisma } from '@/generated/prisma/client'
import type { PersonScope, PublicScope, SystemScope } from '../access'
import type { Db } from '../db'
import { isNamed } from '../people/queries'

export type AuditLine = {
  /** Null for a deployment step or a job. */
  actorId: string | null
  /** Noun and verb in words: "code.issued". */
  action: string
  subject: string
  subjectId: string
  before?: Prisma.InputJsonObject
  after?: Prisma.InputJsonObject
  requestId?: string
}

/** Writes a line that nobody can change afterwards. In the same transaction as what it tells of; never a secret in it. */
export async function recordAudit(
  db: Db,
  _scope: PersonScope | PublicScope | SystemScope,
  { actorId, action, subject, subjectId, before, after, requestId }: AuditLine,
): Promise<void> {
  await db.auditEntry.create({
    data: { id: uuid(), actorId, action, subject, subjectId, ...(before ? { before } : {}), ...(after ? { after } : {}), ...(requestId ? { requestId } : {}) },
  })
}

/** Many lines at once, in one statement. */
export async function recordAuditLines(db: Db, _scope: PersonScope | SystemScope, lines: AuditLine[]): Promise<void> {
  await db.auditEntry.createMany({ data: lines.map((line) => ({ id: uuid(), ...line })) })
}

// ---- Reading ----

type Viewing = PersonScope<'audit.view'>

export type AuditEntryRow = {
  id: string
  at: Date
  actorId: string | null
  action: string
  subject: string
  subjectId: string
  before: unknown
  after: unknown
}
/** `people`: acted, or were acted upon (themselves, their certificates, their requests); null for anybody. Days are Shanghai's, both included. */
export type AuditFilter = { people: string[] | null; action: string | null; from: string | null; to: string | null }

/** People who are meant by what is typed to find somebody, or whose id it is; at most two hundred. */
export async function findPeopleInAudit(db: Db, scope: Viewing, text: string): Promise<string[]> {
  const meant = z.uuid().safeParse(text).success ? Prisma.sql`p."id" = ${text}::uuid` : isNamed(scope, text)
  const people = await db.$queryRaw<{ id: string }[]>`
    SELECT p."id" FROM "Person" p JOIN "Unit" u ON u."id" = p."unitId" WHERE ${meant} AND ${scope.sql(Prisma.sql`p."id"`, Prisma.sql`u."path"`)} LIMIT 200`
  return people.map(({ id }) => id)
}

const filtered = (scope: Viewing, { people, action, from, to }: AuditFilter) => Prisma.sql`
  ${scope.sql(Prisma.sql`e."actorId"`, Prisma.sql`NULL::text`)}
  AND ${action === null ? Prisma.sql`TRUE` : Prisma.sql`e."action" = ${action}`}
  AND ${from === null ? Prisma.sql`TRUE` : Prisma.sql`e."at" >= (${from}::date::timestamp AT TIME ZONE 'Asia/Shanghai')`}
  AND ${to === null ? Prisma.sql`TRUE` : Prisma.sql`e."at" < ((${to}::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')`}
  AND ${
    people === null
      ? Prisma.sql`TRUE`
      : Prisma.sql`(e."actorId" = ANY(${people}::uuid[]) OR e."subject" IN ('person', 'certificate', 'correction') AND e."subjectId" IN (
          SELECT unnest(${people}::text[])
          UNION ALL SELECT "id"::text FROM "Certificate" WHERE "personId" = ANY(${people}::uuid[])
          UNION ALL SELECT "id"::text FROM "Correction" WHERE "personId" = ANY(${people}::uuid[])))`
  }`

/** Lines from the newest on; `after` is the id of the last line of the page before. */
export function listAudit(db: Db, scope: Viewing, filter: AuditFilter, { after, limit }: { after: string | null; limit: number }): Promise<AuditEntryRow[]> {
  // The place of the last line is looked up, not carried along: JavaScript would cut its microseconds off.
  return db.$queryRaw<AuditEntryRow[]>`
    SELECT e."id", e."at", e."actorId", e."action", e."subject", e."subjectId", e."before", e."after" FROM "AuditEntry" e
    WHERE ${filtered(scope, filter)}
      AND ${after === null ? Prisma.sql`TRUE` : Prisma.sql`(e."at", e."id") < (SELECT "at", "id" FROM "AuditEntry" WHERE "id" = ${after}::uuid)`}
    ORDER BY e."at" DESC, e."id" DESC LIMIT ${limit}`
}

/** What ids stand for, as far as they still name something: people with a login name, units, rounds, assignments, certificates, requests, rosters. */
export async function nameIds(db: Db, scope: Viewing, ids: string[]): Promise<Map<string, string>> {
  const distinct = [...new Set(ids)]
  if (distinct.length === 0) return new Map()
  const rows = await db.$queryRaw<{ id: string; name: string }[]>`
    WITH asked AS (SELECT unnest(${distinct}::uuid[]) AS "id")
    SELECT p."id", p."name" || coalesce('（' || (SELECT min(l."name") FROM "LoginName" l WHERE l."personId" = p."id") || '）', '') AS "name"
      FROM "Person" p JOIN asked USING ("id") JOIN "Unit" u ON u."id" = p."unitId" WHERE ${scope.sql(Prisma.sql`p."id"`, Prisma.sql`u."path"`)}
    UNION ALL SELECT u."id", u."name" FROM "Unit" u JOIN asked USING ("id")
    UNION ALL SELECT o."id", o."label" || a."title" FROM "Occurrence" o JOIN asked USING ("id") JOIN "Assignment" a ON a."id" = o."assignmentId"
    UNION ALL SELECT a."id", a."title" FROM "Assignment" a JOIN asked USING ("id")
    UNION ALL SELECT c."id", c."holderName" || '，' || c."number" FROM "Certificate" c JOIN asked USING ("id")
    UNION ALL SELECT c."id", p."name" FROM "Correction" c JOIN asked USING ("id") JOIN "Person" p ON p."id" = c."personId"
    UNION ALL SELECT r."id", r."fileName" FROM "RosterImport" r JOIN asked USING ("id")`
  return new Map(rows.map(({ id, name }) => [id, name]))
}
