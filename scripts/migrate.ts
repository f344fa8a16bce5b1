import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'

/**
 * What `prisma migrate deploy` does, without its command line: applies the folders of `prisma/migrations` in order, keeps
 * `_prisma_migrations` as Prisma would, one process at a time. Returns the names applied now. Refuses a migration that was changed
 * after it was applied, and a database where one had failed.
 */
export async function migrate(url: string, folder = path.resolve('prisma/migrations')): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const applied: string[] = []
  try {
    await client.query('SELECT pg_advisory_lock(72707369)')
    await client.query(`CREATE TABLE IF NOT EXISTS "_prisma_migrations" ("id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL,
      "finished_at" TIMESTAMPTZ, "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ,
      "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`)
    const { rows } = await client.query<{ migration_name: string; checksum: string; finished_at: Date | null }>(
      'SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL',
    )
    const failed = rows.find((row) => !row.finished_at)
    if (failed) throw new Error(`迁移 ${failed.migration_name} 上次没有完成，请先处理好再启动。`)
    const known = new Map(rows.map((row) => [row.migration_name, row.checksum]))
    for (const name of readdirSync(folder).sort()) {
      const file = path.join(folder, name, 'migration.sql')
      if (!existsSync(file)) continue
      const sql = readFileSync(file, 'utf8')
      const checksum = createHash('sha256').update(sql).digest('hex')
      if (known.has(name)) {
        if (known.get(name) !== checksum) throw new Error(`迁移 ${name} 在应用之后被改动过，请恢复原样，另写一个新的。`)
        continue
      }
      const id = randomUUID()
      await client.query('INSERT INTO "_prisma_migrations" (id, checksum, migration_name) VALUES ($1, $2, $3)', [id, checksum, name])
      await client.query(sql)
      await client.query('UPDATE "_prisma_migrations" SET finished_at = now(), applied_steps_count = 1 WHERE id = $1', [id])
      applied.push(name)
    }
  } finally {
    await client.end()
  }
  return applied
}
