import { dryRunRows, readRoster } from '@/domain/roster'
import type { ImportState } from '@/domain/roster-import'
import { businessDay } from '@/domain/time'
import { systemScope } from '../access'
import { type Database, databaseNow } from '../db'
import { lockRoster } from '../people/queries'
import { compareRoster } from './compare-roster'
import { longTransaction } from './limits'
import { packRoster, unpackRoster } from './pack-roster'
import { allowLongStatements, keepRead, lockImport, readContents, readImport, setChecked, setRefused } from './queries'
import { readFile } from './read-file'
import { RosterRefused } from './refused'
import { undoImport } from './undo-import'
import { writeRoster } from './write-roster'

const scope = systemScope('a job works on an uploaded roster')

/** Does what the state of an import asks for: compare, write or undo. */
export async function workOnImport(db: Database, importId: string, state: ImportState): Promise<void> {
  if (state === 'staged') await checkImport(db, importId)
  else if (state === 'writing') await writeImport(db, importId)
  else if (state === 'undoing') await undoImport(db, importId)
}

async function contentsOf(db: Database, importId: string): Promise<Buffer> {
  const contents = await readContents(db, scope, importId)
  if (!contents) throw new Error('the import has no file any more')
  return contents
}

/**
 * Reads the file and compares it with the database; a file that cannot be read is refused in words. What was read takes the file's place until it is
 * written: reading it again would take as long as writing.
 */
async function checkImport(db: Database, importId: string): Promise<void> {
  try {
    const staged = await readImport(db, scope, importId)
    if (staged?.state !== 'staged') return
    const roster = readRoster(await readFile(await contentsOf(db, importId)), businessDay(await databaseNow(db)))
    await db.$transaction(async (tx) => {
      await allowLongStatements(tx, scope)
      const found = await lockImport(tx, scope, importId)
      if (found?.state !== 'staged') return
      const { plan, summary } = await compareRoster(tx, scope, roster, { full: found.full, lock: false })
      const [packed] = await Promise.all([packRoster(roster), setChecked(tx, scope, importId, dryRunRows(roster, plan), summary)])
      await keepRead(tx, scope, importId, packed)
    }, longTransaction)
  } catch (error) {
    if (!(error instanceof RosterRefused)) throw error
    await setRefused(db, scope, importId, error.message)
  }
}

/** Writes what was confirmed, all or nothing. When people have changed since it was shown, it is shown again instead. */
async function writeImport(db: Database, importId: string): Promise<void> {
  const shown = await readImport(db, scope, importId)
  if (shown?.state !== 'writing') return
  const roster = await unpackRoster(await contentsOf(db, importId))
  await db.$transaction(async (tx) => {
    await allowLongStatements(tx, scope)
    await lockRoster(tx, scope)
    const found = await lockImport(tx, scope, importId)
    if (found?.state !== 'writing') return
    const comparison = await compareRoster(tx, scope, roster, { full: found.full, lock: true })
    if (comparison.summary.digest !== shown.summary?.digest)
      await setChecked(tx, scope, importId, dryRunRows(roster, comparison.plan), { ...comparison.summary, outdated: true })
    else await writeRoster(tx, scope, comparison, { importId, actorId: shown.summary.askedById ?? null, withCodes: false })
  }, longTransaction)
}
