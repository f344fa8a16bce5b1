import { spawn } from 'node:child_process'
import path from 'node:path'
import { ensureInstalled, root } from './install.mjs'

/** `npm start`: dependencies first, then the launcher proper, which needs them. */
ensureInstalled()
const script = process.argv[2] ?? 'serve'
const child = spawn(process.execPath, ['--import', 'tsx', path.join(root, 'scripts', `${script}.ts`), ...process.argv.slice(3)], { cwd: root, stdio: 'inherit' })
// Ctrl-C reaches the child by itself; a signal sent to us only, we pass on.
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
process.on('SIGINT', () => {})
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 0 : 1)))
