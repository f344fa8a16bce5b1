import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Plain JavaScript without dependencies: this runs before anything is installed. */

export const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..')
const at = (...parts) => path.join(root, ...parts)

/** Ends the process with one sentence. */
export function giveUp(sentence) {
  console.error(`\n${sentence}\n`)
  process.exit(1)
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) giveUp(`需要 Node.js 20.19 或更新的版本，现在是 ${process.versions.node}。请升级后再运行。`)
}

/** Installs the locked dependencies when they are missing or older than the lock file, and generates the database client. */
export function ensureInstalled() {
  checkNode()
  const lock = createHash('sha256').update(readFileSync(at('package-lock.json'))).digest('hex')
  const mark = at('node_modules', '.installed-lock')
  if (!existsSync(mark) || readFileSync(mark, 'utf8') !== lock) {
    console.log('· 安装依赖（首次约一分钟）')
    const installed = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
    if (installed.status !== 0) giveUp('依赖没有装好。请检查网络与 npm 源，再运行一次。')
    writeFileSync(mark, lock)
  }
  const client = at('generated', 'prisma', 'client.ts')
  const schema = at('prisma', 'schema.prisma')
  if (!existsSync(client) || statSync(client).mtimeMs < statSync(schema).mtimeMs) {
    console.log('· 生成数据库客户端')
    const generated = spawnSync(process.execPath, [at('node_modules', 'prisma', 'build', 'index.js'), 'generate'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
    if (generated.status !== 0) giveUp('数据库客户端没有生成。请删去 node_modules 后再运行一次。')
  }
}
