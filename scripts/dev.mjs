import { run } from './install.mjs'

/** `npm run dev`. */
await run('dev.ts')
