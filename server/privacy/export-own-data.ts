import { z } from 'zod'
import { AppError } from '@/domain/errors'
import { businessDay } from '@/domain/time'
import { recordAudit } from '../audit/queries'
import { published } from '../content/store'
import { database, databaseNow } from '../db'
import { endpoint } from '../endpoint'
import { fileResponse } from '../file-response'
import { workbookStream } from '../reports/workbook'
import { textStream } from '../text-stream'
import { jsonPieces, readOwnData, sheetOf } from './own-data'
import { countRecentExports } from './queries'

const asked = z.enum(['json', 'xlsx'])
const action = 'own-data.exported'
const atMost = 3

/**
 * Everything that is stored about oneself, as a file. Leaves a line in the audit; at most three a minute. All is read from one snapshot before the first
 * byte goes out, so that no connection waits for a slow client.
 */
export const exportOwnData = endpoint('exportOwnData', {
  kind: 'stream',
  db: 'none',
  run: async ({ actor, scope, query, requestId }) => {
    const format = asked.safeParse(query.get('as')).data
    if (!format) throw new AppError('invalid', '导出的格式不对。请回到“我的数据”，重新点导出。')
    const content = await published(scope)
    await database().$transaction(async (tx) => {
      if ((await countRecentExports(tx, scope, action)) >= atMost) throw new AppError('rate-limited', `一分钟内已导出${atMost}次，请一分钟后再试。`)
      await recordAudit(tx, scope, { actorId: actor.personId, action, subject: 'person', subjectId: actor.personId, after: { format }, requestId })
    })
    const { sections, at } = await database().$transaction(async (tx) => ({ sections: await readOwnData(tx, scope, content), at: await databaseNow(tx) }), {
      isolationLevel: 'RepeatableRead',
      maxWait: 5_000,
      timeout: 30_000,
    })
    const body = format === 'json' ? textStream(jsonPieces(sections, at)) : workbookStream(sections.map(sheetOf), actor.name)
    return fileResponse(body, 'my-data', `我的数据-${businessDay(at)}`, format)
  },
})
