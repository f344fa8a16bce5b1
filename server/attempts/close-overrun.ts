import { systemScope } from '../access'
import { database } from '../db'
import { closeAttempt } from './close-attempt'
import { listOverrun, lockAttempt } from './queries'

/** Closes every open attempt past its deadline and grace, each in its own transaction. Returns how many. */
export async function closeOverrunAttempts(): Promise<number> {
  const scope = systemScope('the clock closes exams')
  let closed = 0
  for (const id of await listOverrun(database(), scope)) {
    await database().$transaction(async (db) => {
      const attempt = await lockAttempt(db, scope, id)
      if (!attempt || attempt.closedAt) return
      await closeAttempt(db, attempt, 'job')
      closed++
    })
  }
  return closed
}
