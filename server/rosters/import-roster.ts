import { v7 as uuid } from 'uuid'
import { dryRunRows, type Roster } from '@/domain/roster'
import { systemScope } from '../access'
import type { Database } from '../db'
import { lockRoster } from '../people/queries'
import { type Comparison, compareRoster } from './compare-roster'
import { longTransaction } from './limits'
import { allowLongStatements, insertImport, setChecked } from './queries'
import { type HandedCode, writeRoster } from './write-roster'

const scope = systemScope('an operator imports a roster')

export type ImportOutcome = Comparison & { written: boolean; joined: number; ended: number; codes: number }

/**
 * The import of an operator at the machine: compares and, when `confirms` says so, writes, in one transaction. `keepCodes` gets the codes of new
 * people before the commit; if it throws, nothing is written. They are told to nobody else and cannot be read back. The import appears in the web
 * like any other and can be undone there.
 */
export async function importRoster(
  db: Database,
  roster: Roster,
  given: { fileName: string; full: boolean; confirms: (comparison: Comparison) => boolean; keepCodes: (codes: HandedCode[]) => void },
): Promise<ImportOutcome> {
  return db.$transaction(async (tx) => {
    await allowLongStatements(tx, scope)
    await lockRoster(tx, scope)
    const comparison = await compareRoster(tx, scope, roster, { full: given.full, lock: true })
    const { new: added, changed, leaving, wrong } = comparison.summary.counts
    if (wrong > 0 || added + changed + leaving === 0 || !given.confirms(comparison)) return { ...comparison, written: false, joined: 0, ended: 0, codes: 0 }
    const importId = uuid()
    await insertImport(tx, scope, { id: importId, fileName: given.fileName, full: given.full, uploadedById: null, contents: null })
    await setChecked(tx, scope, importId, dryRunRows(roster, comparison.plan), comparison.summary)
    const { summary, codes } = await writeRoster(tx, scope, comparison, { importId, actorId: null, withCodes: true })
    if (codes.length > 0) given.keepCodes(codes)
    return { ...comparison, written: true, joined: summary.written?.joined ?? 0, ended: summary.written?.ended ?? 0, codes: codes.length }
  }, longTransaction)
}
