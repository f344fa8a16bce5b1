import type { RunEnd } from '@/domain/role-play'
import type { Move, Resolved, TakenMove } from '@/domain/scenario'
import type { Prisma } from '@/generated/prisma/client'
import type { PersonScope } from '../access'
import type { Db } from '../db'

export type RunRow = Prisma.ScenarioRunGetPayload<object>
type Own = PersonScope<'role-play.play'>

/** One's own unfinished run of a scenario: it resumes on any device. */
export function findOpenRun(db: Db, scope: Own, scenarioId: string): Promise<RunRow | null> {
  return db.scenarioRun.findFirst({ where: { ...scope.own(), scenarioId, endedAt: null }, orderBy: { startedAt: 'desc' } })
}

/** One's own finished runs of a scenario, the latest first; at most twenty. */
export function listRuns(db: Db, scope: Own, scenarioId: string): Promise<RunRow[]> {
  return db.scenarioRun.findMany({ where: { ...scope.own(), scenarioId, endedAt: { not: null } }, orderBy: { endedAt: 'desc' }, take: 20 })
}

export async function insertRun(db: Db, scope: Own, run: Omit<Prisma.ScenarioRunCreateManyInput, 'userId'>): Promise<void> {
  await db.scenarioRun.createMany({ data: [{ ...run, ...scope.own() }], skipDuplicates: true })
}

/** One's own run, locked until the transaction ends: two tabs take turns. */
export async function lockRun(db: Db, scope: Own, id: string): Promise<RunRow | null> {
  const rows = await db.$queryRaw<
    { id: string }[]
  >`SELECT "id" FROM "ScenarioRun" WHERE "id" = ${id}::uuid AND "userId" = ${scope.own().userId}::uuid FOR UPDATE`
  return rows.length === 0 ? null : db.scenarioRun.findUnique({ where: { id } })
}

/** Every move of a run, in the order it was made. */
export async function listMoves(db: Db, scope: Own, runId: string): Promise<(TakenMove & { id: string })[]> {
  const rows = await db.runTurn.findMany({
    where: { ...scope.own(), runId },
    orderBy: [{ chosenAt: 'asc' }, { id: 'asc' }],
    select: { id: true, step: true, turnId: true, move: true, tookMs: true },
  })
  return rows.map(({ move, ...row }) => ({ ...row, move: move as Move }))
}

export async function insertMove(db: Db, scope: Own, turn: TakenMove & { id: string; runId: string } & Pick<Resolved, 'judgement' | 'hits'>): Promise<void> {
  const { userId } = scope.own()
  await db.$executeRaw`
    INSERT INTO "RunTurn" ("userId", "id", "runId", "step", "try", "turnId", "move", "judgement", "hits", "tookMs", "chosenAt")
    SELECT ${userId}::uuid, ${turn.id}::uuid, ${turn.runId}::uuid, ${turn.step}, coalesce(max("try"), 0) + 1, ${turn.turnId},
      ${JSON.stringify(turn.move)}::jsonb, ${turn.judgement}, ${JSON.stringify(turn.hits)}::jsonb, ${turn.tookMs}, clock_timestamp()
    FROM "RunTurn" WHERE "runId" = ${turn.runId}::uuid AND "step" = ${turn.step}`
}

export async function endRun(db: Db, scope: Own, id: string, endingId: string, end: Pick<RunEnd, 'scorePercent' | 'passed' | 'redLine'>): Promise<void> {
  await db.$executeRaw`
    UPDATE "ScenarioRun" SET "endedAt" = clock_timestamp(), "endingId" = ${endingId}, "scorePercent" = ${end.scorePercent}, "passed" = ${end.passed}, "redLine" = ${end.redLine}
    WHERE "id" = ${id}::uuid AND "userId" = ${scope.own().userId}::uuid AND "endedAt" IS NULL`
}
