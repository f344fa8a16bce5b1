import { v7 as uuid } from 'uuid'
import { createDatabase, type Database } from '@/server/db'
import { grantRole, type MadePerson, makeOccurrence, makePerson, makeUnit } from '@/tests/factories'
import { startTestPostgres } from '@/tests/postgres'
import { migrate } from './migrate'
import { ensureDatabase } from './postgres'

/** What the proofs of `scripts/verify` and `scripts/bench` run on: a Postgres of their own, migrated, with a province, an administrator and a round for everybody. */

export type Proof = { db: Database; url: string; province: string; administrator: MadePerson }

/** Runs a proof and tells by the exit code whether it held. Settings are in the environment, for us and for what we start. */
export async function prove(run: (proof: Proof) => Promise<boolean>): Promise<never> {
  const postgres = await startTestPostgres()
  let held = false
  try {
    await ensureDatabase(postgres, 'proof')
    const url = postgres.url('proof')
    Object.assign(process.env, {
      DATABASE_URL: url,
      NEXTAUTH_SECRET: 'a-secret-that-only-the-proofs-have-0',
      NEXTAUTH_URL: 'http://127.0.0.1:3000',
      LOG_LEVEL: 'warn',
      TZ: 'UTC',
    })
    await migrate(url)
    const db = createDatabase(url, { max: 3 })
    const province = await makeUnit(db, { name: `北原省分公司${uuid().slice(-4)}（示例）` })
    const administrator = await makePerson(db, { unit: province })
    await grantRole(db, administrator.id, 'administrator')
    await makeOccurrence(db, { rule: {} })
    held = await run({ db, url, province: province.name, administrator })
    await db.$disconnect()
  } finally {
    postgres.stop()
  }
  process.exit(held ? 0 : 1)
}
