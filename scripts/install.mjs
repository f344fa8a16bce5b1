import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
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

/** Whether what is installed is what the lock file says, by npm's own record of what it installed. */
function asLocked({ forTests }) {
  const record = at('node_modules', '.package-lock.json')
  if (!existsSync(record)) return false
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages
  const locked = Object.entries(JSON.parse(readFileSync(at('package-lock.json'), 'utf8')).packages)
  // Optional ones are for other platforms; development ones are not there after `npm ci --omit=dev`.
  const needed = ([, { optional, devOptional, dev }]) => !optional && (forTests || !(dev || devOptional))
  return locked.every(([place, entry]) => place === '' || (installed[place] ? installed[place].integrity === entry.integrity : !needed([place, entry])))
}

function install({ forTests }) {
  if (asLocked({ forTests })) return
  console.log('· 安装依赖（首次约一分钟）')
  // No package's install script is needed, and some would download programs.
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...(forTests ? ['--include=dev'] : [])]
  const { status } = spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0) giveUp('依赖没有装好。请检查网络与 npm 源，再运行一次。')
}

/** The database client is generated code, kept out of the repository; npm may have been told to run no scripts. */
function generate() {
  const client = at('generated', 'prisma', 'client.ts')
  const sources = [at('prisma', 'schema.prisma'), at('node_modules', 'prisma', 'package.json')]
  if (existsSync(client) && sources.every((source) => statSync(source).mtimeMs <= statSync(client).mtimeMs)) return
  console.log('· 生成数据库客户端')
  const { status, stdout, stderr } = spawnSync(process.execPath, [at('node_modules', 'prisma', 'build', 'index.js'), 'generate'], {
    cwd: root,
    encoding: 'utf8',
  })
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

// As npm's `postinstall`.
if (process.argv[1] === fileURLToPath(import.meta.url)) generate()
