import pino from 'pino'
import { env } from './env'

/**
 * One line of JSON per event. Never a name, a login name, an answer or a body: people appear by their id only. `redact` is the
 * second lock on that door.
 */
export const log = pino({
  level: env().LOG_LEVEL,
  base: { role: env().ROLE },
  redact: {
    paths: ['name', 'loginName', 'password', 'code', 'phone', 'mail', 'answer', '*.name', '*.loginName', '*.password', '*.phone', '*.mail', '*.answer'],
    remove: true,
  },
})
