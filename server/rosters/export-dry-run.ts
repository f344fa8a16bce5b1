import { z } from 'zod'
import { AppError } from '@/domain/errors'
import { outcomeWord, rosterOutcomes } from '@/domain/roster'
import { notFoundMessage, type PersonScope } from '../access'
import { recordAudit } from '../audit/queries'
import type { Db } from '../db'
import { endpoint } from '../endpoint'
import { fileResponse } from '../file-response'
import { csvStream } from '../reports/csv'
import type { Cell, Column } from '../reports/table'
import { workbookStream } from '../reports/workbook'
import { listRows, type RowFilter, readImport } from './queries'

const asked = z.object({ format: z.enum(['csv', 'xlsx']), show: z.enum([...rosterOutcomes, 'warned']).nullable() })

const column = (header: string, width: number, kind: Column['kind'] = 'text'): Column => ({ header, width, kind })
const columns = [
  column('行', 8, 'number'),
  column('结果', 8),
  column('姓名', 12),
  column('登录名', 24),
  column('单元格', 10),
  column('列', 12),
  column('说明', 60),
]

const batch = 1_000
/** A line for each thing there is to know of a row, read a batch at a time. */
async function* cellsOf(db: Db, scope: PersonScope<'roster.import'>, importId: string, filter: RowFilter): AsyncGenerator<Cell[]> {
  for (let after = -1; ; ) {
    const rows = await listRows(db, scope, importId, { filter, most: batch, after })
    for (const { line, outcome, name, loginName, notes, sequence } of rows) {
      const known = [line, outcomeWord[outcome], name, loginName]
      if (notes.length === 0) yield [...known, '', '', '']
      for (const note of notes) yield [...known, note.cell ?? '', note.column, note.says]
      after = sequence
    }
    if (rows.length < batch) return
  }
}

/** The table of a dry run as a file, whole or of one outcome. Leaves a line in the audit: it names people. */
export const exportDryRun = endpoint('exportDryRun', {
  kind: 'stream',
  db: 'none',
  run: async ({ actor, scope, params, query, db, requestId }) => {
    const parsed = asked.safeParse({ format: query.get('format'), show: query.get('show') })
    if (!parsed.success) throw new AppError('invalid', '下载的格式不对。请回到预检结果，重新点下载。')
    const { format, show } = parsed.data
    const importId = z.uuid().safeParse(params.importId).data
    const found = importId ? await readImport(db, scope, importId) : null
    if (!found) throw new AppError('not-found', notFoundMessage)
    await recordAudit(db, scope, {
      actorId: actor.personId,
      action: 'roster.exported',
      subject: 'roster',
      subjectId: found.id,
      after: { format, show },
      requestId,
    })
    const sheet = { name: '预检结果', columns, rows: cellsOf(db, scope, found.id, show) }
    const name = `${found.fileName.replace(/\.[^.]*$/, '')}-预检结果${show ? `-${outcomeWord[show]}` : ''}`
    return fileResponse(format === 'csv' ? csvStream(sheet) : workbookStream([sheet], actor.name), 'dry-run', name, format)
  },
})
