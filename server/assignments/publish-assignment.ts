import { publishAssignmentBody, refuseSchedule } from '@/domain/assignment'
import { refuse } from '@/domain/errors'
import { businessDay } from '@/domain/time'
import { systemScope } from '../access'
import { recordAudit } from '../audit/queries'
import { published } from '../content/store'
import { databaseNow } from '../db'
import { endpoint } from '../endpoint'
import { countUnits, followAllRules, insertAssignment } from './queries'

const everybody = systemScope('a new assignment takes in everyone its rule fits')

/**
 * Publishes an assignment with its first round; if that opens today, everyone whom the rule fits becomes a member at once. Refuses days that
 * cannot be, a programme that is not published, units that are not there. The same id again changes nothing.
 */
export const publishAssignment = endpoint('publishAssignment', {
  kind: 'json',
  body: publishAssignmentBody,
  db: 'transaction',
  limitBytes: 64 * 1024,
  run: async ({ actor, scope, body, db, requestId }) => {
    const { id, programmeId, title, rule, graceDays, yearly, opensOn, dueOn } = body
    const content = await published(scope)
    if (!content.programmes.has(programmeId)) return refuse('programme', '这个培训没有发布。请刷新页面，重新选择。')
    const unitIds = [...new Set(rule.unitIds ?? [])]
    if ((await countUnits(db, scope, unitIds)) < unitIds.length) return refuse('units', '有的机构已不存在。请刷新页面，重新选择。')
    const refusal = refuseSchedule({ opensOn, dueOn }, businessDay(await databaseNow(db)))
    if (refusal) return refusal
    if (!(await insertAssignment(db, scope, { id, programmeId, title, rule, graceDays, yearly, createdById: actor.personId, opensOn, dueOn })))
      return { assignmentId: id, joined: 0 }
    const joined = (await followAllRules(db, everybody, id)).reduce((sum, moved) => sum + moved.joined, 0)
    await recordAudit(db, scope, {
      actorId: actor.personId,
      action: 'assignment.published',
      subject: 'assignment',
      subjectId: id,
      after: { programmeId, title, rule, opensOn, dueOn, graceDays, yearly, joined },
      requestId,
    })
    return { assignmentId: id, joined }
  },
})
