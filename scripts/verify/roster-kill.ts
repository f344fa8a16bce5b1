import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { v7 as uuid } from 'uuid'
import { rosterColumns } from '@/domain/roster'
import { createDatabase, type Database } from '@/server/db'
import { workOnImport } from '@/server/rosters/work-on-import'
import { query } from '../postgres'
import { forkBound } from '../processes'
import { type Proof, prove } from '../proof-database'

/**
 * A roster of 3,000 people is written by a process that is killed outright at 20 moments: ten from its first step until its last, then ten that close in
 * on the commit, later when nothing was there and earlier when everything was. Each time it must be one or the other, and both must have occurred. In the
 * end an import that is let through shows that nothing was left in the way.
 */

const people = 3_000
const units = 50
const kills = 20

/** What of the roster is in the database. */
async function found(url: string) {
  const { rows } = await query(
    url,
    `SELECT (SELECT count(*)::int FROM "Person" WHERE "position" = '名册来的') AS people, (SELECT count(*)::int FROM "Unit" WHERE "name" LIKE '名册%') AS units,
      (SELECT count(*)::int FROM "LoginName" WHERE "name" LIKE 'R%') AS logins, (SELECT count(*)::int FROM "AssignmentMember") AS members,
      (SELECT count(*)::int FROM "RosterChange") AS changes, (SELECT count(*)::int FROM "AuditEntry" WHERE "action" = 'roster.imported') AS audited,
      (SELECT "state"::text FROM "RosterImport") AS state`,
  )
  return rows[0] as Record<'people' | 'units' | 'logins' | 'members' | 'changes' | 'audited', number> & { state: string }
}

/** An import as it stands once it is confirmed; whatever an earlier one left is undone first. */
async function confirm(db: Database, { url, administrator }: Proof, importId: string, csv: string): Promise<void> {
  await query(url, `UPDATE "RosterImport" SET "state" = 'undoing' WHERE "state" = 'written'`)
  await workOnImport(db, importId, 'undoing')
  await query(url, 'DELETE FROM "RosterChange"')
  await query(url, 'DELETE FROM "RosterRow"')
  await query(url, 'DELETE FROM "RosterImport"')
  await query(url, `INSERT INTO "RosterImport" ("id", "fileName", "full", "contents", "uploadedById") VALUES ($1, 'proof.csv', false, $2, $3)`, [
    importId,
    Buffer.from(csv),
    administrator.id,
  ])
  await workOnImport(db, importId, 'staged')
  await query(url, `UPDATE "RosterImport" SET "state" = 'writing'`)
}

/** Lets a process write, kills it after so many milliseconds, and waits until Postgres has noticed. Returns how long it took or was given. */
async function write(url: string, importId: string, killAfterMs: number | null): Promise<number> {
  const child = forkBound(fileURLToPath(import.meta.url), { env: process.env }, [importId])
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await new Promise<void>((resolve) => child.once('message', () => resolve()))
  const began = performance.now()
  if (killAfterMs !== null) {
    await Promise.race([sleep(killAfterMs), ended])
    child.kill('SIGKILL')
  }
  await ended
  const took = performance.now() - began
  const busy = `SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`
  while ((await query(url, busy)).rowCount) await sleep(50)
  return took
}

async function main(proof: Proof): Promise<boolean> {
  const { db, url, province } = proof
  const line = (i: number) => `R${String(i).padStart(6, '0')},吴桐,${province}/名册${i % units}支公司,名册来的,咨询,员工,2026-11-02,,,,`
  const csv = [rosterColumns.join(','), ...Array.from({ length: people }, (_, i) => line(i))].join('\n')
  const importId = uuid()
  await confirm(db, proof, importId, csv)
  const before = await found(url)
  const span = await write(url, importId, null)
  const complete = await found(url)
  const written = { people, units, logins: people, members: before.members + people, changes: people, state: 'written' }
  const whole = { people: 0, units: 0, logins: 0, members: before.members, changes: 0, state: 'writing' }
  const same = (is: Awaited<ReturnType<typeof found>>, wanted: typeof whole, audited: number) =>
    is.audited === audited && Object.entries(wanted).every(([name, value]) => is[name as 'state'] === value)

  let audited = complete.audited
  const counts = { nothing: 0, all: same(complete, written, before.audited + 1) ? 0 : -1, between: 0 }
  await confirm(db, proof, importId, csv)
  let [moment, step] = [span, span / 4]
  for (let n = 0; n < kills; n++) {
    const closingIn = n >= kills / 2
    await write(url, importId, Math.round(closingIn ? moment : (span * n) / (kills / 2)))
    const is = await found(url)
    const nothing = same(is, whole, audited)
    if (closingIn) {
      moment += nothing ? step : -step
      step *= 0.7
    }
    if (nothing) counts.nothing += 1
    else if (same(is, written, audited + 1)) {
      counts.all += 1
      audited += 1
      await confirm(db, proof, importId, csv)
    } else {
      counts.between += 1
      console.error(is)
    }
  }
  await write(url, importId, null)
  const through = same(await found(url), written, audited + 1)
  console.log(JSON.stringify({ kills, spanMs: Math.round(span), ...counts, through, goal: { nothing: 1, all: 1, between: 0, through: true } }))
  return counts.between === 0 && counts.nothing > 0 && counts.all > 0 && through
}

const [importId] = process.argv.slice(2)
if (importId && process.send) {
  const db = createDatabase(process.env.DATABASE_URL ?? '', { max: 1 })
  await db.$queryRaw`SELECT 1`
  process.send('begins')
  await workOnImport(db, importId, 'writing')
  process.exit(0)
}
await prove(main)
