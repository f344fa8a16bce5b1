import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { StartupError } from './startup-error'

/** Prisma's own lock and table, so that its command line and this can take turns on one database. */
const prismaLock = 72707369
const table = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`

/**
 * What `prisma migrate deploy` does, without its command line: applies the folders of `prisma/migrations` in order, one process at a time, and
 * returns the names applied now. Each is one transaction with its record, so that one that fails leaves nothing behind.
 */
export async function migrate(url: string, folder = path.resolve('prisma/migrations')): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [prismaLock])
    await client.query(table)
    const { rows } = await client.query<{ name: string; checksum: string; finished: boolean }>(
      'SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished FROM "_prisma_migrations" WHERE rolled_back_at IS NULL',
    )
    const failed = rows.find((row) => !row.finished)
    if (failed) throw new StartupError(`数据库迁移 ${failed.name} 上次没有完成。请先用 npx prisma migrate resolve 处理好，再启动。`)
    const checksums = new Map(rows.map((row) => [row.name, row.checksum]))
    const applied: string[] = []
    for (const name of readdirSync(folder).sort()) {
      const file = path.join(folder, name, 'migration.sql')
      if (!existsSync(file)) continue
      const sql = readFileSync(file, 'utf8')
      const checksum = createHash('sha256').update(sql).digest('hex')
      const known = checksums.get(name)
      if (known === checksum) continue
      if (known) throw new StartupError(`数据库迁移 ${name} 在应用之后被改动过。请恢复原样，改动另写一个新的。`)
      await apply(client, name, sql, checksum)
      applied.push(name)
    }
    return applied
  } finally {
    await client.end()
  }
}

async function apply(client: pg.Client, name: string, sql: string, checksum: string): Promise<void> {
  try {
    await client.query('BEGIN')
    await client.query(sql)
    await client.query(
      'INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ($1, $2, $3, clock_timestamp(), 1)',
      [randomUUID(), checksum, name],
    )
    await client.query('COMMIT')
  } catch (error) {
    throw new StartupError(`数据库迁移 ${name} 没有成功，什么也没有改动：${(error as Error).message}`)
  }
}
