import { endpoint } from '../endpoint'

/** The process answers. */
export const health = endpoint('health', { kind: 'stream', db: 'none', run: async () => Response.json({ data: { alive: true } }) })
