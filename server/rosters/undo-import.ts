import { systemScope } from '../access'
import { followRules } from '../assignments/queries'
import { recordAudit } from '../audit/queries'
import type { Database } from '../db'
import { lockRoster } from '../people/queries'
import { longTransaction } from './limits'
import { allowLongStatements, lockImport, lockUndoable, removeEmptyUnits, removePeople, restorePeople, setUndone } from './queries'

const scope = systemScope('a job undoes an import')
/** So many of those who were kept are named; of all there is the number. */
const mostNamed = 200

/**
 * Undoes what an import did, where nothing has happened since: who came by it and has not signed in is taken out, who was changed gets back what
 * they were, units that are empty again go. Everybody else stays and is named with the reason.
 */
export async function undoImport(db: Database, importId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    await allowLongStatements(tx, scope)
    await lockRoster(tx, scope)
    const found = await lockImport(tx, scope, importId)
    if (found?.state !== 'undoing' || !found.summary) return
    const people = await lockUndoable(tx, scope, importId)
    const idsOf = (isNew: boolean) => people.filter((person) => person.isNew === isNew && !person.keep).map((person) => person.personId)
    const [removed, restored] = [idsOf(true), idsOf(false)]
    await removePeople(tx, scope, removed)
    await restorePeople(tx, scope, importId, restored)
    const units = await removeEmptyUnits(tx, scope, found.summary.written?.newUnits ?? [])
    await followRules(tx, scope, restored)
    const kept = people.flatMap(({ name, loginName, keep }) => (keep ? [{ name, loginName, reason: keep }] : []))
    const { interrupted: _, ...summary } = found.summary
    const undone = { removed: removed.length, restored: restored.length, units, keptCount: kept.length, kept: kept.slice(0, mostNamed) }
    await setUndone(tx, scope, importId, { ...summary, undone })
    await recordAudit(tx, scope, {
      actorId: summary.askedById ?? null,
      action: 'roster.undone',
      subject: 'roster',
      subjectId: importId,
      after: { removed: removed.length, restored: restored.length, units, kept: kept.length },
    })
  }, longTransaction)
}
