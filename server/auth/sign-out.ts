import { z } from 'zod'
import { endpoint } from '../endpoint'
import { closeSession } from './session'

/** Ends the session row; the page then leaves by a hard navigation and nothing of the person stays in the browser's cache. */
export const signOut = endpoint('signOut', {
  kind: 'json',
  body: z.strictObject({}),
  db: 'statement',
  run: async ({ actor, db }) => {
    await closeSession(db, actor.sessionId)
    return { signedOut: true as const }
  },
})
