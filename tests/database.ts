import { afterAll, expect, inject } from 'vitest'
import type { PrismaClient } from '@/generated/prisma/client'
import { ensureDatabase } from '@/scripts/postgres'
import { template, testSettings } from './database-server'

/**
 * The database of this worker, cloned from the template before its first test file. Files of one worker share it, one after the other: each
 * test makes its own organisation and looks at nothing else.
 */
const address = inject('databaseAddress')
const name = `worker_${process.env.VITEST_POOL_ID}`
await ensureDatabase({ url: (database) => address.replace('%', database) }, name, template)
Object.assign(process.env, testSettings, { DATABASE_URL: address.replace('%', name), ROLE: 'both', NODE_ENV: 'test' })

const { database } = await import('@/server/db')
/** The client that the code under test uses itself. */
export const testDatabase = (): PrismaClient => database()

// Whatever verbs a file has used, none may leave a secret in the audit.
const { secretsInAudit } = await import('./audit-secrets')
afterAll(async () => expect(await secretsInAudit(testDatabase()), 'a secret in the audit').toEqual([]))
