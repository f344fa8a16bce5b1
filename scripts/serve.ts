import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { build, standalone } from './build'
import { dataFolder, type EmbeddedDatabase, startEmbeddedDatabase } from './embedded-database'
import { forkBound, keepAlive } from './processes'
import { readOwnDatabase, readPort, refuseHalfSettings, refuseTakenPort } from './settings'
import { StartupError } from './startup-error'

/**
 * The launcher behind `npm start`: database, migrations, content, demo, build, then a web and a worker process, which it keeps running, and the
 * embedded Postgres too, until it is told to stop. What keeps it from starting is one sentence and exit code 1.
 */

/** A Postgres of the operator's own; without one the embedded one is used. */
const ownUrl = process.env.DATABASE_URL

/** What to undo when we stop, newest first; filled while starting, so that stopping half-way leaves nothing behind either. */
const undo: (() => unknown)[] = []
const stopping = new AbortController()
const say = (line: string) => console.log(`· ${line}`)
/** Announces a step of the start, unless we were told to stop meanwhile. */
function step(line: string): void {
  stopping.signal.throwIfAborted()
  say(line)
}
async function stop(exitCode: number): Promise<void> {
  if (stopping.signal.aborted) return
  stopping.abort()
  for (const undoStep of undo.reverse()) await undoStep()
  process.exit(exitCode)
}
function stopWhenTold(): void {
  const told = () => {
    if (!stopping.signal.aborted) say('正在停止')
    void stop(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, told)
  process.on('disconnect', told) // a program that started us over IPC is gone
  // npm killed outright cannot tell us, and nobody would know that we still hold the port.
  const npm = npmProcess()
  if (npm) setInterval(() => npmProcess() !== npm && told(), 1_000).unref()
}
/** The npm that runs us: our parent, or that of the shell in between. */
function npmProcess(): number | null {
  if (!process.env.npm_lifecycle_event) return null
  if (process.platform !== 'linux') return process.ppid
  const [, name, parent] = /\((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${process.ppid}/stat`, 'utf8')) ?? []
  return /^(ba|da)?sh$/.test(name ?? '') ? Number(parent) : process.ppid
}

type Settings = { DATABASE_URL: string; NEXTAUTH_SECRET: string; NEXTAUTH_URL: string }

/** The secret that signs sessions, made at the first start and kept. */
function keptSecret(): string {
  const file = path.join(dataFolder, 'secret')
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}

/** Starts the embedded Postgres. One that dies is started again on the same port, so that the pools of web and worker heal by themselves. */
async function keepDatabase(): Promise<EmbeddedDatabase> {
  let starting = startEmbeddedDatabase()
  let busy = false
  const check = async () => {
    const { postgres, release } = await starting
    if (postgres.running()) return
    say('Postgres 停了，正在重新启动')
    await release()
    const again = startEmbeddedDatabase(postgres.port)
    again.then(
      () => {
        starting = again
        say('Postgres 已恢复')
      },
      (error: Error) => say(error.message),
    )
    await again.catch(() => {})
  }
  const timer = setInterval(async () => {
    if (busy) return
    busy = true
    await check().finally(() => (busy = false))
  }, 1_000)
  undo.push(async () => {
    clearInterval(timer)
    while (busy) await sleep(50)
    const database = await starting.catch(() => null)
    await database?.release()
    database?.postgres.stop()
  })
  return starting
}

async function openDatabase(port: number): Promise<Settings> {
  if (ownUrl) {
    step('连接数据库')
    const { url, secret, address } = await readOwnDatabase(ownUrl)
    return { DATABASE_URL: url, NEXTAUTH_SECRET: secret, NEXTAUTH_URL: address }
  }
  step('启动内置 Postgres')
  mkdirSync(dataFolder, { recursive: true })
  const { url } = await keepDatabase()
  return {
    DATABASE_URL: url,
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET ?? keptSecret(),
    NEXTAUTH_URL: process.env.NEXTAUTH_URL ?? `http://127.0.0.1:${port}`,
  }
}

/** Where a child's log goes: beside the embedded database, or to our own output where an operator collects it. */
function logOf(name: string): 'inherit' | number {
  if (ownUrl) return 'inherit'
  mkdirSync(path.join(dataFolder, 'log'), { recursive: true })
  return openSync(path.join(dataFolder, 'log', `${name}.log`), 'a')
}

function startProcesses(port: number, settings: Settings): void {
  const env: NodeJS.ProcessEnv = { ...process.env, ...settings, NODE_ENV: 'production', TZ: 'UTC' }
  const logs = { web: logOf('web'), worker: logOf('worker') }
  const web = () =>
    forkBound(path.join(standalone, 'server.js'), {
      cwd: standalone,
      env: { ...env, ROLE: 'web', PORT: String(port), HOSTNAME: '127.0.0.1' },
      stdio: ['ignore', logs.web, logs.web, 'ipc'],
    })
  const worker = () => forkBound(path.resolve('server/worker.ts'), { env: { ...env, ROLE: 'worker' }, stdio: ['ignore', logs.worker, logs.worker, 'ipc'] })
  const kept = [keepAlive(web, (how) => say(`网页服务停了（${how}），正在重新启动`)), keepAlive(worker, (how) => say(`后台任务停了（${how}），正在重新启动`))]
  undo.push(() => Promise.all(kept.map((process) => process.stop())))
}

async function untilReady(port: number): Promise<void> {
  for (let tries = 0; tries < 150; tries++) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/ready`, { signal: AbortSignal.timeout(2_000) }).catch(() => null)
    if (answer?.ok) return
    await sleep(200, undefined, { signal: stopping.signal })
  }
  throw new StartupError(`网页服务没有就绪。${ownUrl ? '请看上面的日志。' : `日志在 ${path.join(dataFolder, 'log', 'web.log')}。`}`)
}

async function main(): Promise<void> {
  const began = performance.now()
  stopWhenTold()
  refuseHalfSettings()
  const port = readPort()
  await refuseTakenPort(port)
  const settings = await openDatabase(port)
  const demo = !ownUrl || process.env.SEED_DEMO === '1'

  Object.assign(process.env, settings, { ROLE: 'worker' })
  const { prepareDatabase } = await import('./prepare') // reads the settings when loaded
  const accounts = await prepareDatabase(settings.DATABASE_URL, { demo, step })
  step('核对网页，有改动时重新构建（约一分钟）')
  const building = build(stopping.signal)
  undo.push(() => building.catch(() => {}))
  await building
  step('启动网页与后台任务')
  startProcesses(port, settings)
  await untilReady(port)

  console.log(`\n亮窗已就绪：http://127.0.0.1:${port}（用时${((performance.now() - began) / 1000).toFixed(1)}秒）`)
  if (accounts.length > 0) console.log('\n演示账户（人物均为虚构）：')
  for (const { role, name, loginName, password } of accounts) console.log(`  ${role}　${name}　登录名 ${loginName}　密码 ${password}`)
  console.log(`\n按 Ctrl-C 停止。${ownUrl ? '' : `数据在 ${dataFolder}，再次启动都在。`}`)
}

main().catch(async (error: unknown) => {
  if (stopping.signal.aborted) return
  console.error(error instanceof StartupError ? `\n${error.message}\n` : error)
  await stop(1)
})
