import { z } from 'zod'
import { auditExportRows, auditSearch, changeText } from '@/domain/audit'
import { AppError } from '@/domain/errors'
import { businessDay } from '@/domain/time'
import { databaseNow } from '../db'
import { endpoint } from '../endpoint'
import { fileResponse } from '../file-response'
import { csvStream } from '../reports/csv'
import { type Cell, type Column, wallClock } from '../reports/table'
import { workbookStream } from '../reports/workbook'
import { recordAudit } from './queries'
import { type AuditView, filterOf, readAllAudit } from './search-audit'

const asked = z.enum(['csv', 'xlsx'])

const text = (header: string, width: number): Column => ({ header, width, kind: 'text' })
const columns: Column[] = [
  { header: '时间', width: 18, kind: 'instant' },
  text('操作人', 22),
  text('操作', 16),
  text('对象', 12),
  text('名称', 30),
  text('改动', 80),
  text('编号', 38),
]

async function* cells(lines: AsyncGenerator<AuditView>): AsyncGenerator<Cell[]> {
  let count = 0
  for await (const { id, at, actor, action, subject, whom, changes } of lines) {
    count++
    yield [wallClock(at), actor, action, subject, whom, changes.map(changeText).join('；'), id]
  }
  if (count === auditExportRows) yield [null, '', `只导出最近的${auditExportRows}行。缩小日期范围，可以导出其余的。`, '', '', '', '']
}

/** The lines that the page shows for this search, as a file. Leaves a line itself, with what was asked for. */
export const exportAudit = endpoint('exportAudit', {
  kind: 'stream',
  db: 'none',
  run: async ({ actor, scope, query, db, requestId }) => {
    const format = asked.safeParse(query.get('as')).data
    if (!format) throw new AppError('invalid', '导出的格式不对。请回到审计日志，重新点导出。')
    const search = auditSearch.parse(Object.fromEntries([...query].filter(([, value]) => value !== '')))
    const filter = await filterOf(db, scope, search)
    await recordAudit(db, scope, {
      actorId: actor.personId,
      action: 'audit.exported',
      subject: 'audit',
      subjectId: 'all',
      after: { format, ...Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) },
      requestId,
    })
    const sheet = { name: '审计日志', columns, rows: cells(readAllAudit(db, scope, filter, auditExportRows)) }
    const body = format === 'csv' ? csvStream(sheet) : workbookStream([sheet], actor.name)
    return fileResponse(body, 'audit', `审计日志-${businessDay(await databaseNow(db))}`, format)
  },
})
