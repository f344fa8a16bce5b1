import { z } from 'zod'
import { AppError } from '@/domain/errors'
import { businessDay } from '@/domain/time'
import { recordAudit } from '../audit/queries'
import { published } from '../content/store'
import { endpoint } from '../endpoint'
import { fileResponse } from '../file-response'
import { csvStream } from './csv'
import { readReportForExport } from './report'
import { coverSheet, memberSheet, unitSheet } from './table'
import { workbookStream } from './workbook'

const asked = z.object({ format: z.enum(['csv', 'xlsx']), occurrence: z.uuid().nullable() })

/** The report as a file: what the screen counts, person by person. Leaves a line in the audit. */
export const exportReport = endpoint('exportReport', {
  kind: 'stream',
  db: 'none',
  run: async ({ actor, scope, params, query, db, requestId }) => {
    const parsed = asked.safeParse({ format: query.get('format'), occurrence: query.get('occurrence') })
    if (!parsed.success) throw new AppError('invalid', '导出的格式不对。请回到看板，重新点导出。')
    const { format, occurrence } = parsed.data
    const report = await readReportForExport(scope, await published(scope), { unitId: params.unitId, occurrenceId: occurrence })
    await recordAudit(db, scope, {
      actorId: actor.personId,
      action: 'report.exported',
      subject: 'unit',
      subjectId: report.unit.id,
      after: { format, occurrenceId: report.occurrence?.id ?? null, people: report.members.length },
      requestId,
    })
    const people = memberSheet(report.members, report.chapters.length)
    const body =
      format === 'csv' ? csvStream(people) : workbookStream([coverSheet(report, `${actor.name}（${actor.unitName}）`), unitSheet(report), people], actor.name)
    const name = `${report.occurrence?.title ?? '学习'}完成情况-${report.unit.name}-${businessDay(report.asOf)}`
    return fileResponse(body, 'report', name, format)
  },
})
