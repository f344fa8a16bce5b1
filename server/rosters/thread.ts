import { workerData } from 'node:worker_threads'
import type { ImportState } from '@/domain/roster-import'
import { createDatabase } from '../db'
import { env } from '../env'
import { workOnImport } from './work-on-import'

/** Works on one import, on a thread with memory of its own; what it cannot do it throws to whoever started it. */
const { id, state } = workerData as { id: string; state: ImportState }
const db = createDatabase(env().DATABASE_URL, { max: 1 })
try {
  await workOnImport(db, id, state)
} finally {
  await db.$disconnect()
}
