import { type ChildProcess, fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import pg from 'pg'
import { build, standalone } from './build'
import { migrate } from './migrate'
import { ensureDatabase, type Postgres, startPostgres } from './postgres'

/**
 * The launcher behind `npm start`: database, migrations, content, demo, build, then a web and a worker process that it keeps alive
 * until it is told to stop. Every failure before that is one sentence and exit code 1.
 */

const began = performance.now()
const dataFolder = path.resolve(process.env.DATA_DIR ?? '.data')
const step = (text: string) => console.log(`· ${text}`)

class Stop extends Error {}
function giveUp(sentence: string): never {
  throw new Stop(sentence)
}

function readPort(): number {
  const port = Number(process.env.PORT ?? 3000)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) giveUp(`PORT 要是 1 到 65535 的整数，现在是“${process.env.PORT}”。`)
  return port
}
function refuseTakenPort(port: number, tries = 6): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', (error: NodeJS.ErrnoException) =>
      // A launcher killed a moment ago: its web server is just noticing.
      error.code === 'EADDRINUSE' && tries > 0 ? setTimeout(() => refuseTakenPort(port, tries - 1).then(resolve, reject), 500) : reject(new Stop(error.code === 'EACCES' ? `没有权限使用端口 ${port}。换一个大于 1024 的端口，如 PORT=3001 npm start。` : `端口 ${port} 已被占用。换一个端口，如 PORT=${port + 1} npm start。`)),
    )
    server.listen(port, '127.0.0.1', () => server.close(() => resolve()))
  })
}

type Settings = { databaseUrl: string; secret: string; url: string; postgres: Postgres | null }

/** An existing Postgres: everything it needs must be said. */
async function ownDatabase(databaseUrl: string): Promise<Settings> {
  const { NEXTAUTH_SECRET: secret, NEXTAUTH_URL: url } = process.env
  if (!URL.canParse(databaseUrl) || !/^postgres(ql)?:$/.test(new URL(databaseUrl).protocol)) giveUp('DATABASE_URL 写法不对，应形如 postgresql://用户:密码@主机:5432/库名。')
  if (!secret) giveUp('设置了 DATABASE_URL，还要设置 NEXTAUTH_SECRET（至少32个字符，可用 openssl rand -base64 32 生成）。')
  if (secret.length < 32) giveUp('NEXTAUTH_SECRET 太短，至少要32个字符。可用 openssl rand -base64 32 生成。')
  if (!url) giveUp('设置了 DATABASE_URL，还要设置 NEXTAUTH_URL（用户访问的网址，如 https://xuexi.example.com）。')
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) giveUp(`NEXTAUTH_URL 要是完整的网址，现在是“${url}”。`)
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 })
  try {
    await client.connect()
    const { rows } = await client.query<{ version: string }>(`SELECT current_setting('server_version_num') AS version`)
    const major = Math.floor(Number(rows[0]?.version) / 10_000)
    if (major < 14) giveUp(`数据库是 Postgres ${major}，需要14或更新的版本。`)
  } catch (error) {
    if (error instanceof Stop) throw error
    const { code } = error as { code?: string }
    const why = code === '28P01' ? '用户名或密码不对' : code === '3D000' ? '库名不存在，请先建好' : code === 'ECONNREFUSED' ? '对方没有应答' : code === 'ENOTFOUND' ? '找不到这台主机' : '连接超时或被拒绝'
    giveUp(`连不上 DATABASE_URL 指的数据库：${why}。请核对地址后再启动。`)
  } finally {
    await client.end().catch(() => {})
  }
  return { databaseUrl, secret, url, postgres: null }
}

async function embeddedDatabase(port: number): Promise<Settings> {
  const postgres = await startPostgres(path.join(dataFolder, 'postgres')).catch((error: Error) => giveUp(error.message))
  await ensureDatabase(postgres.url('postgres'), 'liangchuang')
  const file = path.join(dataFolder, 'secret')
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 })
  return { databaseUrl: postgres.url('liangchuang'), secret: readFileSync(file, 'utf8').trim(), url: process.env.NEXTAUTH_URL ?? `http://127.0.0.1:${port}`, postgres }
}

type Account = { name: string; loginName: string; password: string; role: string }
async function prepare(settings: Settings): Promise<Account[]> {
  step('核对数据库结构')
  await migrate(settings.databaseUrl).catch((error: Error) => giveUp(error.message))
  const [{ createDatabase }, { ContentRefused, publishContent }] = await Promise.all([import('@/server/db'), import('@/server/content/publish')])
  const db = createDatabase(settings.databaseUrl, { max: 4 })
  try {
    step('发布课程内容')
    const { items, added } = await publishContent(db).catch((error: Error) => (error instanceof ContentRefused ? giveUp(`课程内容没有通过检查，没有发布：\n${error.message}`) : Promise.reject(error)))
    console.log(`  共${items}项，新增${added}项`)
    if (!settings.postgres && process.env.SEED_DEMO !== '1') return []
    const { seedDemo } = await import('@/prisma/seed')
    return await seedDemo(db)
  } finally {
    await db.$disconnect()
  }
}

/** A child process that is started again when it dies. It holds our IPC channel: when we are gone, it ends itself. */
function keepAlive(name: string, start: () => ChildProcess): { stop: () => Promise<void> } {
  let stopping = false
  let child: ChildProcess
  let lastStart = 0
  const launch = () => {
    lastStart = Date.now()
    child = start()
    child.on('exit', (code) => {
      if (stopping) return
      console.error(`· ${name}停了（${code ?? '信号'}），正在重新启动`)
      setTimeout(launch, Date.now() - lastStart < 5_000 ? 2_000 : 0)
    })
  }
  launch()
  return {
    stop: () =>
      new Promise((resolve) => {
        stopping = true
        if (child.exitCode !== null || child.signalCode !== null) return resolve()
        const force = setTimeout(() => child.kill('SIGKILL'), 8_000)
        child.once('exit', () => {
          clearTimeout(force)
          resolve()
        })
        child.kill('SIGTERM')
      }),
  }
}

async function untilReady(port: number): Promise<void> {
  for (let tries = 0; tries < 150; tries++) {
    const ready = await fetch(`http://127.0.0.1:${port}/api/ready`).catch(() => null)
    if (ready?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  giveUp('网页服务没有就绪。请看上面的提示，改好后再启动。')
}

async function main() {
  const port = readPort()
  await refuseTakenPort(port)
  mkdirSync(dataFolder, { recursive: true })
  step(process.env.DATABASE_URL ? '连接数据库' : '启动内置 Postgres')
  const settings = process.env.DATABASE_URL ? await ownDatabase(process.env.DATABASE_URL) : await embeddedDatabase(port)
  const accounts = await prepare(settings)
  step('检查网页是否需要构建（有改动时约一分钟）')
  if (build()) console.log('  已构建')

  const env: NodeJS.ProcessEnv = { ...process.env, DATABASE_URL: settings.databaseUrl, NEXTAUTH_SECRET: settings.secret, NEXTAUTH_URL: settings.url, NODE_ENV: 'production' }
  step('启动网页与后台任务')
  const children = [
    keepAlive('网页服务', () =>
      fork(path.join(standalone, 'server.js'), { cwd: standalone, execArgv: ['--import', path.resolve('scripts/end-with-parent.mjs')], env: { ...env, PORT: String(port), HOSTNAME: '127.0.0.1', ROLE: 'web', PROJECT_ROOT: process.cwd() }, stdio: ['ignore', process.env.VERBOSE === '1' ? 'inherit' : 'ignore', 'inherit', 'ipc'] }),
    ),
    keepAlive('后台任务', () => fork(path.resolve('server/worker.ts'), { execArgv: ['--import', 'tsx'], env: { ...env, ROLE: 'worker' }, stdio: ['ignore', process.env.VERBOSE === '1' ? 'inherit' : 'ignore', 'inherit', 'ipc'] })),
  ]
  let postgres = settings.postgres
  // A Postgres that dies is started again on the same port, so that the pools heal by themselves.
  const watch = setInterval(async () => {
    if (!postgres || postgres.running()) return
    console.error('· Postgres 停了，正在重新启动')
    try {
      postgres = await startPostgres(path.join(dataFolder, 'postgres'), { port: postgres.port })
    } catch (error) {
      console.error(`· ${(error as Error).message}`)
    }
  }, 1_500)

  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    clearInterval(watch)
    console.log('\n· 正在停止')
    await Promise.all(children.map((child) => child.stop()))
    postgres?.stop()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop())

  await untilReady(port)
  console.log(`\n亮窗已就绪：http://127.0.0.1:${port}   （用时 ${((performance.now() - began) / 1000).toFixed(1)} 秒）`)
  if (accounts.length > 0) {
    console.log('\n演示账户（人物均为虚构）：')
    for (const { role, name, loginName, password } of accounts) console.log(`  ${role}　${name}　登录名 ${loginName}　密码 ${password}`)
  }
  console.log('\n按 Ctrl-C 停止。数据在 .data/，再次启动都在。')
}

main().catch((error: Error) => {
  console.error(error instanceof Stop ? `\n${error.message}\n` : error)
  process.exit(1)
})
