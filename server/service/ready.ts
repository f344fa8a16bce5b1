import { publishedSettings } from '../content/store'
import { databaseNow } from '../db'
import { endpoint } from '../endpoint'

/** The process can serve: the database answers and a curriculum is published. 503 otherwise. */
export const ready = endpoint('ready', {
  kind: 'stream',
  db: 'none',
  run: async ({ db }) => {
    try {
      await Promise.all([databaseNow(db), publishedSettings()])
      return Response.json({ data: { ready: true } })
    } catch {
      return Response.json({ data: { ready: false } }, { status: 503 })
    }
  },
})
