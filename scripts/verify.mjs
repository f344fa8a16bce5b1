import { run } from './install.mjs'

/** `npm run verify`. */
await run('verify.ts', { forTests: true })
