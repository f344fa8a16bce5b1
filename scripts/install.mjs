import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** What must be there before any TypeScript can run. Plain JavaScript without dependencies: nothing is installed yet. */

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const at = (...parts) => path.join(root, ...parts)

function giveUp(sentence) {
  console.error(`\n${sentence}\n`)
  process.exit(1)
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) giveUp(`需要 Node.js 20.19 或更新的版本，现在是 ${process.versions.node}。请升级后再运行。`)
}

/** Which lock file `node_modules` was installed from: written here and by npm's `postinstall`. */
const mark = at('node_modules', '.package-lock.sha256')
const lockHash = () => createHash('sha256').update(readFileSync(at('package-lock.json'))).digest('hex')

function install({ forTests }) {
  const stale = !existsSync(mark) || readFileSync(mark, 'utf8') !== lockHash()
  const without = forTests && !existsSync(at('node_modules', 'vitest'))
  if (!stale && !without) return
  console.log('· 安装依赖（首次约一分钟）')
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error', ...(forTests ? ['--include=dev'] : [])]
  const { status } = spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0) giveUp('依赖没有装好。请检查网络与 npm 源，再运行一次。')
  writeFileSync(mark, lockHash())
}

/** The database client is generated code, kept out of the repository; npm may have been told to run no scripts. */
function generate() {
  const client = at('generated', 'prisma', 'client.ts')
  const sources = [at('prisma', 'schema.prisma'), at('node_modules', 'prisma', 'package.json')]
  if (existsSync(client) && sources.every((source) => statSync(source).mtimeMs <= statSync(client).mtimeMs)) return
  console.log('· 生成数据库客户端')
  const { status, stdout, stderr } = spawnSync(process.execPath, [at('node_modules', 'prisma', 'build', 'index.js'), 'generate'], { cwd: root, encoding: 'utf8' })
  if (status !== 0) giveUp(`数据库客户端没有生成：\n${stdout}${stderr}`)
}

/** Makes the checkout ready, then runs a TypeScript program of `scripts/` in this same process, so that signals need no passing on. */
export async function run(program, { forTests = false } = {}) {
  checkNode()
  process.chdir(root)
  install({ forTests })
  generate()
  const { register } = await import('tsx/esm/api')
  register()
  await import(pathToFileURL(at('scripts', program)).href)
}

// As npm's `postinstall`: whoever ran `npm ci` by hand is spared a second one.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  generate()
  writeFileSync(mark, lockHash())
}
