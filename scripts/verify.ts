import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'

/**
 * `npm run verify`: the slower proofs, every program in `scripts/verify/` in order of name; with names only those. Each ends with one line of
 * JSON and tells by its exit code whether it holds.
 */
const folder = path.resolve('scripts/verify')
const wanted = process.argv.slice(2)
const programs = (existsSync(folder) ? readdirSync(folder).sort() : [])
  .filter((name) => name.endsWith('.ts'))
  .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))

let failed = 0
for (const name of programs) {
  console.log(`\n── ${name}`)
  const began = performance.now()
  const child = spawn(path.resolve('node_modules/.bin/tsx'), [path.join(folder, name)], { stdio: 'inherit' })
  const forward = (signal: NodeJS.Signals) => child.kill(signal)
  process.on('SIGTERM', forward).on('SIGINT', () => {}) // Ctrl-C reaches the child by itself
  const code = await new Promise((resolve) => child.once('exit', resolve))
  process.off('SIGTERM', forward)
  if (code !== 0) failed += 1
  console.log(`── ${name}: ${code === 0 ? 'holds' : 'does not hold'}, ${Math.round((performance.now() - began) / 1000)} s`)
}
console.log(`\n${programs.length - failed} held, ${failed} did not`)
process.exit(failed > 0 ? 1 : 0)
