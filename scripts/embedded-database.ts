import path from 'node:path'
import pg from 'pg'
import { ensureDatabase, type Postgres, startPostgres } from './postgres'
import { StartupError } from './startup-error'

/** Where the embedded database, the generated secret and the logs lie. */
export const dataFolder = path.resolve(process.env.DATA_DIR ?? '.data')
export const databaseName = 'liangchuang'

export type EmbeddedDatabase = { url: string; postgres: Postgres; release: () => Promise<void> }

/**
 * Starts the embedded Postgres and claims it for this process: a second launcher on the same data would stop it under the first. The claim is a
 * lock held by a connection, so it ends with the process that holds it, however that ends.
 */
export async function startEmbeddedDatabase(port?: number): Promise<EmbeddedDatabase> {
  const postgres = await startPostgres(path.join(dataFolder, 'postgres'), { port })
  const claim = new pg.Client({ connectionString: postgres.url('postgres'), keepAlive: true })
  claim.on('error', () => {}) // Postgres died; whoever watches over it starts it again
  await claim.connect()
  const { rows } = await claim.query<{ held: boolean }>('SELECT pg_try_advisory_lock(72707370) AS held')
  if (!rows[0]?.held) {
    await claim.end()
    throw new StartupError(`另一个亮窗正在使用 ${dataFolder}。请先停下它，或用 DATA_DIR 指定别的目录。`)
  }
  await ensureDatabase(postgres, databaseName)
  return { url: postgres.url(databaseName), postgres, release: () => claim.end().catch(() => {}) }
}
