import { systemScope } from '../access'
import { recordAudit } from '../audit/queries'
import { database } from '../db'
import { followAllRules, lockMembership, openYearlyRounds } from './queries'

const scope = systemScope('a new day: rounds open, people have come and gone')

/**
 * The daily job: opens this year's rounds whose day has come, then brings everybody's membership in line with the rules. All or nothing, and
 * harmless to repeat. Returns the counts.
 */
export async function keepAssignments(): Promise<{ opened: number; joined: number; ended: number }> {
  return database().$transaction(
    async (db) => {
      await lockMembership(db, scope)
      const opened = await openYearlyRounds(db, scope)
      for (const { id, assignmentId, opensOn, dueOn } of opened)
        await recordAudit(db, scope, {
          actorId: null,
          action: 'occurrence.opened',
          subject: 'occurrence',
          subjectId: id,
          after: { assignmentId, opensOn, dueOn },
        })
      const moved = await followAllRules(db, scope)
      for (const { assignmentId, joined, ended } of moved)
        await recordAudit(db, scope, { actorId: null, action: 'assignment.followed', subject: 'assignment', subjectId: assignmentId, after: { joined, ended } })
      const sum = (of: 'joined' | 'ended') => moved.reduce((total, row) => total + row[of], 0)
      return { opened: opened.length, joined: sum('joined'), ended: sum('ended') }
    },
    { maxWait: 10_000, timeout: 120_000 },
  )
}
