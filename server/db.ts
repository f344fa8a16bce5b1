import { PrismaPg } from '@prisma/adapter-pg'
import { Prisma, PrismaClient } from '@/generated/prisma/client'
import { env } from './env'

export type Database = PrismaClient
/** What queries take: the client itself, or the transaction a verb runs in. */
export type Db = PrismaClient | Prisma.TransactionClient

/** A client with its own pool. Waiting for a connection, a statement or a lock is bounded: the pool's own default waits for ever. */
export function createDatabase(url: string, { max = 10 }: { max?: number } = {}): PrismaClient {
  const adapter = new PrismaPg({
    connectionString: url,
    max,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 15_000,
    lock_timeout: 5_000,
    idle_in_transaction_session_timeout: 20_000,
  })
  return new PrismaClient({ adapter })
}

const kept = globalThis as { liangchuangDatabase?: PrismaClient }
/** The process's one client, made at first use; kept over hot reloads of the development server. */
export function database(): PrismaClient {
  kept.liangchuangDatabase ??= createDatabase(env().DATABASE_URL)
  return kept.liangchuangDatabase
}

/** The business day of this transaction, in SQL. */
export const today = Prisma.sql`(now() AT TIME ZONE 'Asia/Shanghai')::date`

/** The database's clock: the only one that decides deadlines. */
export async function databaseNow(db: Db): Promise<Date> {
  const rows = await db.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`
  const now = rows[0]?.now
  if (!now) throw new Error('the database told no time')
  return now
}
