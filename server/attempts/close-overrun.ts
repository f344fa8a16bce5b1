import { systemScope } from '../access'
import { database } from '../db'
import { closeAttempt } from './close-attempt'
import { type AttemptRow, listOverrun, lockAttempt } from './queries'

const scope = systemScope('the clock closes exams')

/** Closes one attempt in a transaction of its own. Returns the closed row, or null when another was faster. */
async function close(id: string, closedBy: 'job' | 'look'): Promise<AttemptRow | null> {
  return database().$transaction(async (db) => {
    const attempt = await lockAttempt(db, scope, id)
    if (!attempt || attempt.closedAt) return null
    await closeAttempt(db, attempt, closedBy)
    return lockAttempt(db, scope, id)
  })
}

/** Closes every open attempt past its deadline and grace. Returns how many. */
export async function closeOverrunAttempts(): Promise<number> {
  let closed = 0
  for (const id of await listOverrun(database(), scope)) if (await close(id, 'job')) closed++
  return closed
}

/** Closes this attempt if its time is up. Returns the closed row, or null when there was nothing to close. */
export async function closeIfOverrun(attempt: AttemptRow): Promise<AttemptRow | null> {
  if (attempt.closedAt || !attempt.deadlineAt) return null
  const overrun = await listOverrun(database(), scope, attempt.id)
  return overrun.length > 0 ? close(attempt.id, 'look') : null
}
