import { run } from './install.mjs'

/** `npm test`, `npm run check` and `npm test -- <layer> [what its runner takes]`. */
await run('test.ts', { forTests: true })
