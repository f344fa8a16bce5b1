import { v7 as uuid } from 'uuid'
import { oneTimeCodeDays } from '@/domain/credential'
import { initialsOf } from '@/domain/initials'
import { type DryRunRow, type KnownPerson, type NewUnit, type PersonFields, type RosterOutcome, type RosterState, undoHours } from '@/domain/roster'
import type { ImportState, KeptPerson, RosterSummary } from '@/domain/roster-import'
import { dateOnly } from '@/domain/time'
import { Prisma } from '@/generated/prisma/client'
import type { PersonScope, SystemScope } from '../access'
import type { Db } from '../db'

type ImportScope = PersonScope<'roster.import'> | SystemScope

/** As many rows as one statement takes. More would not be faster, and the client remembers the parameters of its last hundred statements. */
const chunkLength = 1_000
async function inChunks<T>(rows: T[], each: (chunk: T[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += chunkLength) await each(rows.slice(from, from + chunkLength))
}

/** Lets statements of this transaction take longer than those that somebody waits for in a browser. */
export async function allowLongStatements(db: Db, _scope: SystemScope): Promise<void> {
  await db.$executeRaw`SET LOCAL statement_timeout = '120s'`
}

/** Tells the planner what has just come in: after 100,000 people into an empty database it would still plan for none, and take minutes. */
export async function refreshStatisticsOfPeople(db: Db, _scope: SystemScope): Promise<void> {
  await db.$executeRaw`ANALYZE "Person", "LoginName", "RoleGrant"`
}
/** The same of what follows from people, for whoever looks at it next. */
export async function refreshStatisticsOfMembers(db: Db, _scope: SystemScope): Promise<void> {
  await db.$executeRaw`ANALYZE "AssignmentMember", "RosterChange"`
}

// ---- Imports ----

export type RosterImport = {
  id: string
  fileName: string
  full: boolean
  state: ImportState
  refusal: string | null
  summary: RosterSummary | null
  uploadedAt: Date
  checkedAt: Date | null
  writtenAt: Date | null
  undoneAt: Date | null
  uploaderName: string | null
  /** Until when it can be undone, and whether that is still to come. */
  undoUntil: Date | null
  undoable: boolean
  hasFile: boolean
}

const importColumns = Prisma.sql`i."id", i."fileName", i."full", i."state", i."refusal", i."summary", i."uploadedAt", i."checkedAt", i."writtenAt", i."undoneAt",
  (SELECT p."name" FROM "Person" p WHERE p."id" = i."uploadedById") AS "uploaderName",
  i."writtenAt" + ${undoHours} * interval '1 hour' AS "undoUntil",
  coalesce(i."state" = 'written' AND i."writtenAt" + ${undoHours} * interval '1 hour' > now(), false) AS "undoable",
  i."contents" IS NOT NULL AS "hasFile"`

/** The newest imports first. */
export async function listImports(db: Db, _scope: PersonScope<'roster.import'>, most: number): Promise<RosterImport[]> {
  return db.$queryRaw<RosterImport[]>`SELECT ${importColumns} FROM "RosterImport" i ORDER BY i."uploadedAt" DESC LIMIT ${most}`
}

export async function readImport(db: Db, _scope: ImportScope, importId: string): Promise<RosterImport | null> {
  const rows = await db.$queryRaw<RosterImport[]>`SELECT ${importColumns} FROM "RosterImport" i WHERE i."id" = ${importId}::uuid`
  return rows[0] ?? null
}

/** The same, locked until the transaction ends. Null when there is no such import. */
export async function lockImport(db: Db, scope: ImportScope, importId: string): Promise<RosterImport | null> {
  await db.$queryRaw`SELECT "id" FROM "RosterImport" WHERE "id" = ${importId}::uuid FOR UPDATE`
  return readImport(db, scope, importId)
}

export async function insertImport(
  db: Db,
  _scope: ImportScope,
  given: { id: string; fileName: string; full: boolean; uploadedById: string | null; contents: Uint8Array<ArrayBuffer> | null },
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "RosterImport" ("id", "fileName", "full", "uploadedById", "contents", "state")
    VALUES (${given.id}::uuid, ${given.fileName}, ${given.full}, ${given.uploadedById}::uuid, ${given.contents}, 'staged')`
}

export async function readContents(db: Db, _scope: SystemScope, importId: string): Promise<Buffer | null> {
  const [row] = await db.$queryRaw<{ contents: Uint8Array | null }[]>`SELECT "contents" FROM "RosterImport" WHERE "id" = ${importId}::uuid`
  return row?.contents ? Buffer.from(row.contents.buffer, row.contents.byteOffset, row.contents.byteLength) : null
}

/** Asks the job for what the state says, and remembers who asks. */
export async function setAsked(db: Db, _scope: ImportScope, importId: string, state: 'writing' | 'undoing', askedById: string): Promise<void> {
  await db.$executeRaw`
    UPDATE "RosterImport" SET "state" = ${state}::"RosterState", "tries" = 0,
      "summary" = coalesce("summary", '{}') - 'interrupted' - 'outdated' || jsonb_build_object('askedById', ${askedById}::text)
    WHERE "id" = ${importId}::uuid`
}

export async function setRefused(db: Db, _scope: SystemScope, importId: string, refusal: string): Promise<void> {
  await db.$executeRaw`UPDATE "RosterImport" SET "state" = 'refused', "refusal" = ${refusal}, "contents" = NULL, "checkedAt" = now() WHERE "id" = ${importId}::uuid AND "state" = 'staged'`
}

/** Stores a comparison: its rows in place of older ones, and its summary. */
export async function setChecked(db: Db, scope: SystemScope, importId: string, rows: DryRunRow[], summary: RosterSummary): Promise<void> {
  await insertRows(db, scope, importId, rows)
  await db.$executeRaw`
    UPDATE "RosterImport" SET "state" = 'checked', "tries" = 0, "checkedAt" = now(), "summary" = ${JSON.stringify(summary)}::jsonb WHERE "id" = ${importId}::uuid`
}

/** Puts what was read of a file in its place. */
export async function keepRead(db: Db, _scope: SystemScope, importId: string, contents: Uint8Array<ArrayBuffer>): Promise<void> {
  await db.$executeRaw`UPDATE "RosterImport" SET "contents" = ${contents} WHERE "id" = ${importId}::uuid`
}

export async function setWritten(db: Db, _scope: SystemScope, importId: string, summary: RosterSummary): Promise<void> {
  await db.$executeRaw`
    UPDATE "RosterImport" SET "state" = 'written', "tries" = 0, "writtenAt" = now(), "contents" = NULL, "summary" = ${JSON.stringify(summary)}::jsonb
    WHERE "id" = ${importId}::uuid`
}

export async function setUndone(db: Db, _scope: SystemScope, importId: string, summary: RosterSummary): Promise<void> {
  await db.$executeRaw`
    UPDATE "RosterImport" SET "state" = 'undone', "tries" = 0, "undoneAt" = now(), "summary" = ${JSON.stringify(summary)}::jsonb WHERE "id" = ${importId}::uuid`
}

/** What was begun and not finished is as it was before it was asked for, and says so. A file that stops its reader again and again is refused. */
export async function takeBack(db: Db, _scope: SystemScope, refusal: string): Promise<void> {
  await db.$executeRaw`
    UPDATE "RosterImport" SET "state" = CASE "state" WHEN 'writing' THEN 'checked'::"RosterState" ELSE 'written' END, "tries" = 0,
      "summary" = coalesce("summary", '{}') || '{"interrupted": true}'
    WHERE "state" IN ('writing', 'undoing') AND "tries" > 0`
  await db.$executeRaw`
    UPDATE "RosterImport" SET "state" = 'refused', "refusal" = ${refusal}, "contents" = NULL, "checkedAt" = now() WHERE "state" = 'staged' AND "tries" >= 3`
}

/** The next import with something to do, counted as begun. */
export async function beginNext(db: Db, _scope: SystemScope): Promise<{ id: string; state: ImportState } | null> {
  const rows = await db.$queryRaw<{ id: string; state: ImportState }[]>`
    UPDATE "RosterImport" SET "tries" = "tries" + 1
    WHERE "id" = (SELECT "id" FROM "RosterImport" WHERE "state" IN ('staged', 'writing', 'undoing') ORDER BY "uploadedAt" LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING "id", "state"`
  return rows[0] ?? null
}

/** Files, dry runs and states before, which are personal data, go after this many days; what an import did stays in its summary and the audit. */
const keepDays = 30
export async function dropOldDetails(db: Db, _scope: SystemScope): Promise<void> {
  const old = Prisma.sql`"uploadedAt" < now() - ${keepDays} * interval '1 day'`
  await db.$executeRaw`UPDATE "RosterImport" SET "contents" = NULL WHERE ${old} AND "contents" IS NOT NULL`
  await db.$executeRaw`DELETE FROM "RosterRow" WHERE "importId" IN (SELECT "id" FROM "RosterImport" WHERE ${old})`
  await db.$executeRaw`DELETE FROM "RosterChange" WHERE "importId" IN (SELECT "id" FROM "RosterImport" WHERE ${old})`
}

/** Lets the worker look now rather than in its own time. Without a worker there has never been a queue, and nothing to do. */
export async function wakeWorker(db: Db, _scope: ImportScope): Promise<void> {
  await db.$executeRaw`
    DO $$ BEGIN
      IF to_regnamespace('graphile_worker') IS NOT NULL THEN PERFORM graphile_worker.add_job('work-on-rosters'); END IF;
    END $$`
}

type Client = { query: (statement: string) => Promise<{ rows: { held: boolean }[] }> }
/** Only one process works on rosters at a time; the lock ends with the connection, however that ends. Returns false when another holds it. */
export async function holdWork(client: Client, _scope: SystemScope): Promise<boolean> {
  const { rows } = await client.query(`SELECT pg_try_advisory_lock(hashtextextended('work-on-rosters', 0)) AS held`)
  return rows[0]?.held === true
}
export async function releaseWork(client: Client, _scope: SystemScope): Promise<void> {
  await client.query(`SELECT pg_advisory_unlock(hashtextextended('work-on-rosters', 0)) AS held`)
}

// ---- The dry run, row by row ----

async function insertRows(db: Db, _scope: SystemScope, importId: string, rows: DryRunRow[]): Promise<void> {
  await db.$executeRaw`DELETE FROM "RosterRow" WHERE "importId" = ${importId}::uuid`
  let sequence = 0
  await inChunks(
    rows,
    (chunk) => db.$executeRaw`
      INSERT INTO "RosterRow" ("importId", "sequence", "line", "outcome", "warned", "name", "loginName", "notes")
      SELECT ${importId}::uuid, r."sequence", r."line", r."outcome"::"RosterOutcome", r."warned", r."name", r."loginName", r."notes"
      FROM jsonb_to_recordset(${JSON.stringify(chunk.map((row) => ({ ...row, sequence: sequence++ })))}::jsonb)
        AS r("sequence" int, "line" int, "outcome" text, "warned" boolean, "name" text, "loginName" text, "notes" jsonb)`,
  )
}

export type RowFilter = RosterOutcome | 'warned' | null
const filtered = (filter: RowFilter) =>
  filter === null ? Prisma.sql`TRUE` : filter === 'warned' ? Prisma.sql`"warned"` : Prisma.sql`"outcome" = ${filter}::"RosterOutcome"`

/** Rows of the dry run in order, after the row `after` (its sequence) or from an offset. */
export async function listRows(
  db: Db,
  _scope: PersonScope<'roster.import'>,
  importId: string,
  { filter, most, after = -1, offset = 0 }: { filter: RowFilter; most: number; after?: number; offset?: number },
): Promise<(DryRunRow & { sequence: number })[]> {
  return db.$queryRaw<(DryRunRow & { sequence: number })[]>`
    SELECT "sequence", "line", "outcome", "warned", "name", "loginName", "notes" FROM "RosterRow"
    WHERE "importId" = ${importId}::uuid AND "sequence" > ${after} AND ${filtered(filter)} ORDER BY "sequence" LIMIT ${most} OFFSET ${offset}`
}

// ---- Comparing ----

type PlacedUnit = RosterState['units'][number] & { path: string }

/** All units, with their paths. */
export function listRosterUnits(db: Db, _scope: SystemScope): Promise<PlacedUnit[]> {
  return db.unit.findMany({ select: { id: true, parentId: true, name: true, sort: true, active: true, path: true } })
}

/**
 * All units, and whoever holds one of these login names; for a full roster everybody who has not left. `lock`: the people stay as they are until
 * the transaction ends.
 */
export async function readRosterState(
  db: Db,
  scope: SystemScope,
  { loginNames, full, lock }: { loginNames: string[]; full: boolean; lock: boolean },
): Promise<RosterState> {
  const units = await listRosterUnits(db, scope)
  const [{ present } = { present: 0 }] = await db.$queryRaw<{ present: number }[]>`SELECT count(*)::int AS present FROM "Person" WHERE "status" <> 'left'`
  const people = await db.$queryRaw<(Omit<KnownPerson, 'hiredOn'> & { hiredOn: Date })[]>`
    SELECT p."id", p."name", p."unitId", p."position", p."serviceStage", p."staffKind", p."hiredOn", p."status", p."phone", p."mail",
      (SELECT coalesce(array_agg(l."name" ORDER BY l."name"), '{}') FROM "LoginName" l WHERE l."personId" = p."id") AS "loginNames",
      (SELECT coalesce(array_agg(g."unitId"), '{}') FROM "RoleGrant" g WHERE g."personId" = p."id" AND g."role" = 'manager' AND g."unitId" IS NOT NULL) AS "managedUnitIds",
      (SELECT max(g."role") FROM "RoleGrant" g WHERE g."personId" = p."id" AND g."role" <> 'manager') AS "holds"
    FROM "Person" p WHERE p."id" IN (SELECT "personId" FROM "LoginName" WHERE "name" = ANY(${loginNames})) OR (${full} AND p."status" <> 'left')
    ORDER BY p."id" ${lock ? Prisma.sql`FOR NO KEY UPDATE OF p` : Prisma.empty}`
  return { units, present, people: people.map((person) => ({ ...person, hiredOn: dateOnly(person.hiredOn) })) }
}

// ---- Writing ----

/** Stores units, parents before their branches. */
export async function insertUnits(
  db: Db,
  _scope: SystemScope,
  units: (Omit<NewUnit, 'key' | 'parentKey'> & { id: string; parentId: string | null; path: string })[],
): Promise<void> {
  await db.unit.createMany({ data: units })
}

/** What an undo compares and gives back, of the people whose id `among` holds of: everything an import may touch, in one form, as `state`. */
const snapshots = (among: Prisma.Sql) => Prisma.sql`(
  SELECT p."id", jsonb_build_object('name', p."name", 'unitId', p."unitId", 'position', p."position", 'serviceStage', p."serviceStage",
    'staffKind', p."staffKind", 'status', p."status", 'hiredOn', p."hiredOn", 'phone', p."phone", 'mail', p."mail",
    'loginNames', coalesce(l."list", '[]'), 'roles', coalesce(g."list", '[]')) AS "state"
  FROM "Person" p
    LEFT JOIN (SELECT "personId", jsonb_agg("name" ORDER BY "name") AS "list" FROM "LoginName" WHERE "personId" ${among} GROUP BY 1) l ON l."personId" = p."id"
    LEFT JOIN (SELECT "personId", jsonb_agg("role" || ':' || coalesce("unitId"::text, '') ORDER BY "role", "unitId") AS "list"
      FROM "RoleGrant" WHERE "personId" ${among} GROUP BY 1) g ON g."personId" = p."id"
  WHERE p."id" ${among})`
const oneOf = (personIds: string[]) => Prisma.sql`= ANY(${personIds}::uuid[])`

/** Remembers these people as they are, before they change. */
export async function rememberBefore(db: Db, _scope: SystemScope, importId: string, personIds: string[]): Promise<void> {
  await inChunks(
    personIds,
    (chunk) => db.$executeRaw`
      INSERT INTO "RosterChange" ("importId", "personId", "before", "after")
      SELECT ${importId}::uuid, s."id", s."state", '{}' FROM ${snapshots(oneOf(chunk))} s`,
  )
}

/** Remembers them as they are now; who was not remembered before is new. */
export async function rememberAfter(db: Db, _scope: SystemScope, importId: string, personIds: string[]): Promise<void> {
  await inChunks(
    personIds,
    (chunk) => db.$executeRaw`
      INSERT INTO "RosterChange" ("importId", "personId", "after")
      SELECT ${importId}::uuid, s."id", s."state" FROM ${snapshots(oneOf(chunk))} s
      ON CONFLICT ("importId", "personId") DO UPDATE SET "after" = EXCLUDED."after"`,
  )
}

type PersonRow = Omit<PersonFields, 'unitKey'> & { id: string; unitId: string; newLoginNames: string[] }
const personRows = (people: object[]) => Prisma.sql`r AS MATERIALIZED (
  SELECT * FROM jsonb_to_recordset(${JSON.stringify(people)}::jsonb) AS r("id" uuid, "unitId" uuid, "name" text, "initials" text, "position" text,
    "serviceStage" text, "staffKind" "StaffKind", "status" "PersonStatus", "hiredOn" date, "phone" text, "mail" text, "newLoginNames" jsonb))`
const insertLoginNames = Prisma.sql`INSERT INTO "LoginName" ("name", "personId") SELECT n, r."id" FROM r, jsonb_array_elements_text(r."newLoginNames") AS n`

export async function insertPeople(db: Db, _scope: SystemScope, people: (PersonRow & { name: string })[]): Promise<void> {
  const initials = new Map<string, string>()
  for (const { name } of people) if (!initials.has(name)) initials.set(name, initialsOf(name))
  await inChunks(
    people,
    (chunk) => db.$executeRaw`
      WITH ${personRows(chunk.map((person) => ({ ...person, initials: initials.get(person.name) })))}, stored AS (
        INSERT INTO "Person" ("id", "unitId", "name", "nameInitials", "position", "serviceStage", "staffKind", "status", "hiredOn", "phone", "mail")
        SELECT r."id", r."unitId", r."name", r."initials", r."position", r."serviceStage", r."staffKind", r."status", r."hiredOn", r."phone", r."mail" FROM r)
      ${insertLoginNames}`,
  )
}

export async function updatePeople(db: Db, _scope: SystemScope, people: PersonRow[]): Promise<void> {
  await inChunks(
    people,
    (chunk) => db.$executeRaw`
      WITH ${personRows(chunk)}, stored AS (
        UPDATE "Person" p SET "unitId" = r."unitId", "position" = r."position", "serviceStage" = r."serviceStage", "staffKind" = r."staffKind",
          "status" = r."status", "hiredOn" = r."hiredOn", "phone" = r."phone", "mail" = r."mail" FROM r WHERE p."id" = r."id")
      ${insertLoginNames}`,
  )
}

/** Whoever has left is signed out everywhere, and a code in their hands opens nothing. */
export async function shutOutAll(db: Db, _scope: SystemScope, personIds: string[]): Promise<void> {
  await db.$executeRaw`UPDATE "Session" SET "revokedAt" = now() WHERE "personId" = ANY(${personIds}::uuid[]) AND "revokedAt" IS NULL`
  await db.$executeRaw`
    UPDATE "OneTimeCode" SET "expiresAt" = now() WHERE "personId" = ANY(${personIds}::uuid[]) AND "usedAt" IS NULL AND "expiresAt" > now()`
}

type ManagerGrant = { personId: string; unitId: string }
export async function addManagers(db: Db, _scope: SystemScope, grants: ManagerGrant[]): Promise<void> {
  await db.roleGrant.createMany({ data: grants.map((grant) => ({ ...grant, id: uuid(), role: 'manager' })), skipDuplicates: true })
}
export async function dropManagers(db: Db, _scope: SystemScope, grants: ManagerGrant[]): Promise<void> {
  await db.$executeRaw`
    DELETE FROM "RoleGrant" g USING unnest(${grants.map((grant) => grant.personId)}::uuid[], ${grants.map((grant) => grant.unitId)}::uuid[]) AS r("personId", "unitId")
    WHERE g."role" = 'manager' AND g."personId" = r."personId" AND g."unitId" = r."unitId"`
}

/** Stores codes of people who are new, all valid from now. */
export async function insertCodes(db: Db, _scope: SystemScope, codes: { personId: string; codeHash: string }[]): Promise<void> {
  await inChunks(
    codes.map((code) => ({ ...code, id: uuid() })),
    (chunk) => db.$executeRaw`
      INSERT INTO "OneTimeCode" ("id", "personId", "codeHash", "expiresAt")
      SELECT r."id", r."personId", r."codeHash", now() + ${oneTimeCodeDays} * interval '1 day'
      FROM jsonb_to_recordset(${JSON.stringify(chunk)}::jsonb) AS r("id" uuid, "personId" uuid, "codeHash" text)`,
  )
}

// ---- Undoing ----

/** What has happened to someone new that must not be lost. */
const used = Prisma.sql`(p."passwordSetAt" IS NOT NULL OR p."timePercent" <> 100
  OR EXISTS (SELECT FROM "Session" x WHERE x."personId" = p."id") OR EXISTS (SELECT FROM "LessonPosition" x WHERE x."userId" = p."id")
  OR EXISTS (SELECT FROM "Completion" x WHERE x."userId" = p."id") OR EXISTS (SELECT FROM "Attempt" x WHERE x."userId" = p."id")
  OR EXISTS (SELECT FROM "ScenarioRun" x WHERE x."userId" = p."id") OR EXISTS (SELECT FROM "PointsEntry" x WHERE x."userId" = p."id")
  OR EXISTS (SELECT FROM "Award" x WHERE x."userId" = p."id") OR EXISTS (SELECT FROM "Certificate" x WHERE x."personId" = p."id")
  OR EXISTS (SELECT FROM "ExtraSitting" x WHERE x."personId" = p."id") OR EXISTS (SELECT FROM "Correction" x WHERE x."personId" = p."id")
  OR EXISTS (SELECT FROM "AssignmentMember" x WHERE x."personId" = p."id" AND (x."completedAt" IS NOT NULL OR x."waivedAt" IS NOT NULL)))`

export type Undoable = { personId: string; isNew: boolean; name: string; loginName: string; keep: KeptPerson['reason'] | null }
/** Everybody whom an import touched, locked, with the reason to leave them as they are. */
export async function lockUndoable(db: Db, _scope: SystemScope, importId: string): Promise<Undoable[]> {
  await db.$queryRaw`
    SELECT count(*) FROM (SELECT p."id" FROM "Person" p JOIN "RosterChange" c ON c."personId" = p."id" WHERE c."importId" = ${importId}::uuid ORDER BY p."id" FOR UPDATE OF p) locked`
  return db.$queryRaw<Undoable[]>`
    SELECT p."id" AS "personId", c."before" IS NULL AS "isNew", p."name",
      (SELECT coalesce(min(l."name"), '') FROM "LoginName" l WHERE l."personId" = p."id") AS "loginName",
      CASE WHEN c."before" IS NULL AND ${used} THEN 'used' WHEN s."state" <> c."after" THEN 'changed'
        WHEN EXISTS (SELECT FROM "Unit" u WHERE u."id" = (c."before" ->> 'unitId')::uuid AND NOT u."active") THEN 'closed' END AS "keep"
    FROM "RosterChange" c JOIN "Person" p ON p."id" = c."personId"
      JOIN ${snapshots(Prisma.sql`IN (SELECT "personId" FROM "RosterChange" WHERE "importId" = ${importId}::uuid)`)} s ON s."id" = p."id"
    WHERE c."importId" = ${importId}::uuid ORDER BY p."id"`
}

/** Gives people back what they were before the import, memberships included. */
export async function restorePeople(db: Db, _scope: SystemScope, importId: string, personIds: string[]): Promise<void> {
  await inChunks(personIds, async (chunk) => {
    const change = Prisma.sql`"RosterChange" c WHERE c."importId" = ${importId}::uuid AND c."personId" = ANY(${chunk}::uuid[])`
    await db.$executeRaw`
      UPDATE "Person" p SET "unitId" = (c."before" ->> 'unitId')::uuid, "position" = c."before" ->> 'position', "serviceStage" = c."before" ->> 'serviceStage',
        "staffKind" = (c."before" ->> 'staffKind')::"StaffKind", "status" = (c."before" ->> 'status')::"PersonStatus",
        "hiredOn" = (c."before" ->> 'hiredOn')::date, "phone" = c."before" ->> 'phone', "mail" = c."before" ->> 'mail'
      FROM ${change} AND p."id" = c."personId"`
    await db.$executeRaw`DELETE FROM "LoginName" l USING ${change} AND l."personId" = c."personId" AND NOT jsonb_exists(c."before" -> 'loginNames', l."name")`
    await db.$executeRaw`
      DELETE FROM "RoleGrant" g USING ${change} AND g."personId" = c."personId" AND g."role" = 'manager'
        AND NOT jsonb_exists(c."before" -> 'roles', g."role" || ':' || coalesce(g."unitId"::text, ''))`
    await db.$executeRaw`
      INSERT INTO "RoleGrant" ("id", "personId", "role", "unitId")
      SELECT gen_random_uuid(), c."personId", 'manager', split_part(r, ':', 2)::uuid
      FROM (SELECT c."personId", jsonb_array_elements_text(c."before" -> 'roles') AS r FROM ${change}) c
      WHERE r LIKE 'manager:_%' ON CONFLICT DO NOTHING`
    // Memberships that the import began or ended bear the time of its transaction.
    const written = Prisma.sql`(SELECT "writtenAt" FROM "RosterImport" WHERE "id" = ${importId}::uuid)`
    await db.$executeRaw`
      DELETE FROM "AssignmentMember" WHERE "personId" = ANY(${chunk}::uuid[]) AND "joinedAt" = ${written} AND "completedAt" IS NULL AND "waivedAt" IS NULL`
    await db.$executeRaw`UPDATE "AssignmentMember" SET "endedAt" = NULL WHERE "personId" = ANY(${chunk}::uuid[]) AND "endedAt" = ${written}`
  })
}

/** Takes people out again who came by an import and have done nothing. */
export async function removePeople(db: Db, _scope: SystemScope, personIds: string[]): Promise<void> {
  await inChunks(personIds, async (chunk) => {
    const ids = Prisma.sql`ANY(${chunk}::uuid[])`
    await db.$executeRaw`DELETE FROM "AssignmentMember" WHERE "personId" = ${ids}`
    await db.$executeRaw`DELETE FROM "OneTimeCode" WHERE "personId" = ${ids}`
    await db.$executeRaw`DELETE FROM "RoleGrant" WHERE "personId" = ${ids}`
    await db.$executeRaw`DELETE FROM "LoginName" WHERE "personId" = ${ids}`
    await db.$executeRaw`DELETE FROM "Person" WHERE "id" = ${ids}`
  })
}

/** Takes out those of these units that nobody is in, nothing hangs on and nothing happened in. Returns how many. */
export async function removeEmptyUnits(db: Db, _scope: SystemScope, units: { id: string; name: string }[]): Promise<number> {
  let removed = 0
  for (;;) {
    const gone = await db.$executeRaw`
      DELETE FROM "Unit" u USING unnest(${units.map((unit) => unit.id)}::uuid[], ${units.map((unit) => unit.name)}::text[]) AS r("id", "name")
      WHERE u."id" = r."id" AND u."name" = r."name"
        AND NOT EXISTS (SELECT FROM "Unit" x WHERE x."parentId" = u."id") AND NOT EXISTS (SELECT FROM "Person" x WHERE x."unitId" = u."id")
        AND NOT EXISTS (SELECT FROM "RoleGrant" x WHERE x."unitId" = u."id") AND NOT EXISTS (SELECT FROM "Completion" x WHERE x."unitId" = u."id")
        AND NOT EXISTS (SELECT FROM "Attempt" x WHERE x."unitId" = u."id") AND NOT EXISTS (SELECT FROM "ScenarioRun" x WHERE x."unitId" = u."id")
        AND NOT EXISTS (SELECT FROM "PointsEntry" x WHERE x."unitId" = u."id")
        AND NOT EXISTS (SELECT FROM "Assignment" x WHERE jsonb_exists(coalesce(x."rule" -> 'unitIds', '[]'), u."id"::text))`
    if (gone === 0) return removed
    removed += gone
  }
}
