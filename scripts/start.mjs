import { run } from './install.mjs'

/** `npm start`. */
await run('serve.ts')
