import { v7 as uuid } from 'uuid'
import { refuse } from '@/domain/errors'
import { recordAudit } from '../audit/queries'
import { endpoint } from '../endpoint'
import { limits } from './limits'
import { insertImport, wakeWorker } from './queries'
import { inspectFile, tooLarge } from './read-file'
import { RosterRefused } from './refused'

/** The last part of a path, without what no file name needs. */
const plainName = (given: string | null) =>
  (given ?? '')
    .toWellFormed()
    .split(/[\\/]/)
    .at(-1)
    ?.replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(-120) || '名册'

/** Takes a roster file and keeps it for the worker. Refuses at once what its first bytes or its directory say; nothing is read further here. */
export const uploadRoster = endpoint('uploadRoster', {
  kind: 'upload',
  limit: { bytes: limits.fileBytes, message: tooLarge },
  db: 'transaction',
  run: async ({ actor, scope, query, body, db, requestId }) => {
    try {
      await inspectFile(body)
    } catch (error) {
      if (error instanceof RosterRefused) return refuse('file', error.message)
      throw error
    }
    const importId = uuid()
    const full = query.get('full') === '1'
    const fileName = plainName(query.get('name'))
    await insertImport(db, scope, { id: importId, fileName, full, uploadedById: actor.personId, contents: new Uint8Array(body) })
    await recordAudit(db, scope, {
      actorId: actor.personId,
      action: 'roster.uploaded',
      subject: 'roster',
      subjectId: importId,
      after: { fileName, full, bytes: body.length },
      requestId,
    })
    await wakeWorker(db, scope)
    return { importId }
  },
})
