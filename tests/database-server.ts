import type { TestProject } from 'vitest/node'
import { migrate } from '@/scripts/migrate'
import { ensureDatabase } from '@/scripts/postgres'
import { startTestPostgres } from './postgres'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a database on the test server, with `%` for its name. */
    databaseAddress: string
  }
}

export const template = 'template_of_tests'
export const testSettings = { NEXTAUTH_SECRET: 'a-secret-that-only-the-tests-have-0', NEXTAUTH_URL: 'http://127.0.0.1:3000', LOG_LEVEL: 'silent' }

/** Once for all database tests: a Postgres of their own, and a migrated database with the published content to clone. */
export default async function setup(project: TestProject): Promise<() => void> {
  const postgres = await startTestPostgres()
  try {
    await ensureDatabase(postgres, template)
    await migrate(postgres.url(template))
    await publish(postgres.url(template))
  } catch (error) {
    postgres.stop()
    throw error
  }
  project.provide('databaseAddress', postgres.url('%'))
  return postgres.stop
}

async function publish(url: string): Promise<void> {
  const [{ createDatabase }, { ContentRefused, publishContent }] = await Promise.all([import('@/server/db'), import('@/server/content/publish')])
  const db = createDatabase(url, { max: 2 })
  try {
    await publishContent(db)
  } catch (error) {
    // Its own layer says what is wrong with the content; here only what needs it will fail.
    if (!(error instanceof ContentRefused)) throw error
    process.stderr.write('content/ does not pass its check: the test databases have no content\n')
  } finally {
    await db.$disconnect() // a database somebody is connected to cannot be cloned
  }
}
