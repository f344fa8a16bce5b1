import { v7 as uuid } from 'uuid'
import { mailedLink, oneTimeCodeDays } from '@/domain/credential'
import type { Grant } from '@/domain/policy'
import { Prisma } from '@/generated/prisma/client'
import type { PersonScope, PublicScope } from '../access'
import type { Db } from '../db'
import type { UnitRow } from '../people/queries'
import { treeInOrder } from '../units/queries'

type CodeScope = PersonScope<'code.issue'>

/** Of a person p: could sign in and never has. */
const waiting = Prisma.sql`(p."status" = 'active' AND p."passwordSetAt" IS NULL
  AND EXISTS (SELECT FROM "LoginName" l WHERE l."personId" = p."id") AND NOT EXISTS (SELECT FROM "Session" s WHERE s."personId" = p."id"))`
const within = (scope: CodeScope) => scope.sql(Prisma.sql`p."id"`, Prisma.sql`u."path"`)

export type WaitingUnit = { id: string; parentId: string | null; name: string; path: string; waiting: number; waitingBelow: number }

/** Units within reach that have people who never signed in, in the unit itself or below, in the order of the tree. */
export function listWaitingUnits(db: Db, scope: CodeScope): Promise<WaitingUnit[]> {
  return db.$queryRaw<WaitingUnit[]>`
    WITH RECURSIVE ${treeInOrder(scope, Prisma.sql`"parentId" IS NULL`)},
    counted AS (
      SELECT u."id", u."path", count(*)::int AS "people" FROM "Person" p JOIN "Unit" u ON u."id" = p."unitId"
      WHERE ${waiting} AND ${within(scope)} GROUP BY u."id")
    SELECT u."id", u."parentId", u."name", u."path", coalesce(sum(c."people") FILTER (WHERE c."id" = u."id"), 0)::int AS "waiting",
      coalesce(sum(c."people") FILTER (WHERE c."id" <> u."id"), 0)::int AS "waitingBelow"
    FROM "Unit" u JOIN tree t ON t."id" = u."id" JOIN counted c ON starts_with(c."path", u."path")
    WHERE ${scope.sql(Prisma.sql`NULL::uuid`, Prisma.sql`u."path"`)} GROUP BY u."id", t."place" ORDER BY t."place"`
}

type CodeUnit = Pick<UnitRow, 'id' | 'path'>

export type WaitingPerson = {
  id: string
  name: string
  position: string
  unitName: string
  loginNames: string[]
  grants: Grant[]
  /** Until when a slip handed out before can be used. */
  codeUntil: Date | null
}

const personColumns = Prisma.sql`p."id", p."name", p."position", u."name" AS "unitName",
  (SELECT array_agg(l."name" ORDER BY l."name") FROM "LoginName" l WHERE l."personId" = p."id") AS "loginNames",
  (SELECT coalesce(json_agg(json_build_object('role', g."role", 'unitPath', gu."path")), '[]')
     FROM "RoleGrant" g LEFT JOIN "Unit" gu ON gu."id" = g."unitId" WHERE g."personId" = p."id") AS "grants",
  (SELECT max(c."expiresAt") FROM "OneTimeCode" c WHERE c."personId" = p."id" AND c."via" = 'slip' AND c."usedAt" IS NULL AND c."expiresAt" > now()) AS "codeUntil"`

/** People of a unit (and of those below) who never signed in: those without a slip that is still good first, then by unit and name. */
export function listWaitingPeople(db: Db, scope: CodeScope, unit: CodeUnit, { below, limit }: { below: boolean; limit: number }): Promise<WaitingPerson[]> {
  return db.$queryRaw<WaitingPerson[]>`
    SELECT * FROM (
      SELECT ${personColumns}, u."path" FROM "Person" p JOIN "Unit" u ON u."id" = p."unitId"
      WHERE ${waiting} AND ${within(scope)} AND ${below ? Prisma.sql`starts_with(u."path", ${unit.path})` : Prisma.sql`u."id" = ${unit.id}::uuid`}) AS found
    ORDER BY "codeUntil" IS NOT NULL, "path", "name", "id" LIMIT ${limit}`
}

/** Those of `personIds` in the unit or below who are still waiting, locked until the transaction ends, by unit and name. */
export async function lockWaitingPeople(db: Db, scope: CodeScope, unit: CodeUnit, personIds: string[]): Promise<WaitingPerson[]> {
  // Locked first and in one order, so that two sheets at once wait for each other, and the second sees what the first did.
  await db.$queryRaw`
    SELECT p."id" FROM "Person" p JOIN "Unit" u ON u."id" = p."unitId" WHERE p."id" = ANY(${personIds}::uuid[]) AND ${within(scope)}
    ORDER BY p."id" FOR NO KEY UPDATE OF p`
  return db.$queryRaw<WaitingPerson[]>`
    SELECT ${personColumns} FROM "Person" p JOIN "Unit" u ON u."id" = p."unitId"
    WHERE p."id" = ANY(${personIds}::uuid[]) AND ${waiting} AND ${within(scope)} AND starts_with(u."path", ${unit.path})
    ORDER BY u."path", p."name", p."id"`
}

/** New codes for people, who hold no other afterwards. Returns until when they can be used. */
export async function replaceCodes(db: Db, _scope: CodeScope, codes: { personId: string; codeHash: string }[]): Promise<Date> {
  const personIds = codes.map(({ personId }) => personId)
  await db.$executeRaw`UPDATE "OneTimeCode" SET "expiresAt" = now() WHERE "personId" = ANY(${personIds}::uuid[]) AND "usedAt" IS NULL AND "expiresAt" > now()`
  const rows = await db.$queryRaw<{ expiresAt: Date }[]>`
    INSERT INTO "OneTimeCode" ("id", "personId", "codeHash", "expiresAt")
    SELECT code.*, now() + ${oneTimeCodeDays} * interval '1 day'
    FROM unnest(${codes.map(() => uuid())}::uuid[], ${personIds}::uuid[], ${codes.map(({ codeHash }) => codeHash)}::text[]) AS code
    RETURNING "expiresAt"`
  const row = rows[0]
  if (!row) throw new Error('the codes were not stored')
  return row.expiresAt
}

/**
 * Whose login name this is and where mail reaches them, with the person locked until the transaction ends; null for nobody, for somebody without
 * an address or who has left, and for whoever was sent as many links as an hour allows.
 */
export async function lockForReset(db: Db, _scope: PublicScope<'account.sign-in'>, loginName: string): Promise<{ personId: string; mail: string } | null> {
  const rows = await db.$queryRaw<{ personId: string; mail: string }[]>`
    SELECT p."id" AS "personId", p."mail" FROM "Person" p JOIN "LoginName" l ON l."personId" = p."id"
    WHERE l."name" = ${loginName} AND p."status" <> 'left' AND p."mail" IS NOT NULL AND p."mail" <> '' FOR NO KEY UPDATE OF p`
  const person = rows[0]
  if (!person) return null
  // Counted after the lock: of many at once each sees those before it.
  const sent = await db.$queryRaw<{ links: number }[]>`
    SELECT count(*)::int AS "links" FROM "OneTimeCode" WHERE "personId" = ${person.personId}::uuid AND "via" = 'mail' AND "createdAt" > now() - interval '1 hour'`
  return (sent[0]?.links ?? 0) < mailedLink.anHour ? person : null
}

/** A code that goes out by mail. Slips and earlier links stay good: whoever asks is not yet known to be the holder. */
export async function insertMailedCode(db: Db, _scope: PublicScope<'account.sign-in'>, personId: string, codeHash: string): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "OneTimeCode" ("id", "personId", "via", "codeHash", "expiresAt")
    VALUES (${uuid()}::uuid, ${personId}::uuid, 'mail', ${codeHash}, now() + ${mailedLink.minutes} * interval '1 minute')`
}
