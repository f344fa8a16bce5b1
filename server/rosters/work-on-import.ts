import { readRoster } from '@/domain/roster'
import type { ImportState } from '@/domain/roster-import'
import { businessDay } from '@/domain/time'
import { systemScope } from '../access'
import { type Database, databaseNow } from '../db'
import { lockRoster } from '../people/queries'
import { compareRoster } from './compare-roster'
import { longTransaction } from './limits'
import { allowLongStatements, lockImport, readContents, readImport, setChecked, setRefused } from './queries'
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

async function readStaged(db: Database, importId: string) {
  const contents = await readContents(db, scope, importId)
  if (!contents) throw new Error('the import has no file any more')
  return readRoster(await readFile(contents), businessDay(await databaseNow(db)))
}

/** Reads the file and compares it with the database; a file that cannot be read is refused in words. */
async function checkImport(db: Database, importId: string): Promise<void> {
  try {
    const roster = await readStaged(db, importId)
    await db.$transaction(async (tx) => {
      await allowLongStatements(tx, scope)
      const found = await lockImport(tx, scope, importId)
      if (found?.state !== 'staged') return
      const { rows, summary } = await compareRoster(tx, scope, roster, { full: found.full, lock: false })
      await setChecked(tx, scope, importId, rows, summary)
    }, longTransaction)
  } catch (error) {
    if (!(error instanceof RosterRefused)) throw error
    await setRefused(db, scope, importId, error.message)
  }
}

/** Writes what was confirmed, all or nothing. When people have changed since it was shown, it is shown again instead. */
async function writeImport(db: Database, importId: string): Promise<void> {
  const shown = (await readImport(db, scope, importId))?.summary
  const roster = await readStaged(db, importId)
  await db.$transaction(async (tx) => {
    await allowLongStatements(tx, scope)
    await lockRoster(tx, scope)
    const found = await lockImport(tx, scope, importId)
    if (found?.state !== 'writing') return
    const comparison = await compareRoster(tx, scope, roster, { full: found.full, lock: true })
    if (comparison.summary.digest !== shown?.digest) await setChecked(tx, scope, importId, comparison.rows, { ...comparison.summary, outdated: true })
    else await writeRoster(tx, scope, comparison, { importId, actorId: shown.askedById ?? null, withCodes: false })
  }, longTransaction)
}
