import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { clearLeftovers, startTestPostgres } from '@/tests/postgres'
import { ensureDatabase, freePort } from './postgres'

/**
 * `npm test`: every layer in order, cheap ones first; all run even if one fails. `--fast` leaves the browser out. With names of layers only
 * those run, and the rest of the line goes to their runner: `npm test -- database server/attempts`.
 */

type Outcome = { passed: number; failed: number; skipped?: number }
type Layer = (args: string[]) => Promise<Outcome>

const results = mkdtempSync(path.join(tmpdir(), 'liangchuang-results-'))
const program = (name: string) => path.resolve('node_modules/.bin', name)

/** What still runs; all of it is ended when we are interrupted. */
const running = new Set<{ end: (signal: NodeJS.Signals) => void; ended: Promise<unknown> }>()
let interrupted = false

type Running = { code: Promise<number>; end: (signal: NodeJS.Signals) => void }
/** Starts a program in a process group of its own, so that what it starts can be ended with it. */
function start(file: string, args: string[], env: Record<string, string | undefined> = {}): Running {
  const child = spawn(file, args, { detached: true, stdio: ['ignore', 'inherit', 'inherit', 'ipc'], env: { ...process.env, ...env } })
  const code = new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? 1)).once('error', () => resolve(1)))
  const end = (signal: NodeJS.Signals) => {
    try {
      if (child.pid) process.kill(-child.pid, signal)
    } catch {
      // Already gone.
    }
  }
  const entry = { end, ended: code }
  running.add(entry)
  void code.then(() => running.delete(entry))
  return { code, end }
}
const succeeds = async (file: string, args: string[], env?: Record<string, string | undefined>) => !interrupted && (await start(file, args, env).code) === 0

async function check(...commands: (() => Promise<boolean>)[]): Promise<Outcome> {
  for (const command of commands) if (!(await command())) return { passed: 0, failed: 1 }
  return { passed: 1, failed: 0 }
}

/** A Postgres for the layers that need one beside them. */
async function withDatabase<T>(name: string, use: (url: string) => Promise<T>): Promise<T> {
  const postgres = await startTestPostgres()
  try {
    await ensureDatabase(postgres, name)
    return await use(postgres.url(name))
  } finally {
    postgres.stop()
  }
}

async function vitest(project: string, args: string[]): Promise<Outcome> {
  const file = path.join(results, `${project}.json`)
  const fine = await succeeds(program('vitest'), [
    'run',
    '--project',
    project,
    '--passWithNoTests',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...args,
  ])
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0 } = readResult(file) as Record<string, number>
  return orOneFailure(fine, { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests })
}
function readResult(file: string): object {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as object) : {}
}
/** A runner that fails although no test did (a file that does not load) counts as one failure. */
function orOneFailure(fine: boolean, outcome: Outcome): Outcome {
  return fine ? outcome : { ...outcome, failed: Math.max(1, outcome.failed) }
}

/** The application as `npm start` runs it with a database of one's own: the launcher builds, migrates, publishes and keeps the processes. */
async function browser(args: string[]): Promise<Outcome> {
  return withDatabase('browser', async (url) => {
    const port = await freePort()
    const address = `http://127.0.0.1:${port}`
    const env = {
      DATABASE_URL: url,
      NEXTAUTH_SECRET: 'a-secret-that-only-the-tests-have-0',
      NEXTAUTH_URL: address,
      PORT: String(port),
      LOG_LEVEL: 'warn',
      // Nobody answers there until a test starts a provider.
      OIDC_ISSUER: `http://127.0.0.1:${await freePort()}`,
      OIDC_CLIENT_ID: 'liangchuang',
      OIDC_CLIENT_SECRET: 'a-secret-that-only-the-tests-have-0',
      // Letters are offered, and nobody takes them.
      SMTP_URL: 'smtp://127.0.0.1:9',
      MAIL_FROM: 'liangchuang@example.com',
      SEED_DEMO: undefined,
      npm_lifecycle_event: undefined,
    }
    const app = start(process.execPath, ['scripts/start.mjs'], env)
    try {
      if (!(await isUp(address, app))) return { passed: 0, failed: 1 }
      const file = path.join(results, 'browser.json')
      const fine = await succeeds(program('playwright'), ['test', '--pass-with-no-tests', '--reporter=list,json', ...args], {
        ...env,
        BASE_URL: address,
        ROLE: 'both',
        PLAYWRIGHT_JSON_OUTPUT_FILE: file,
      })
      const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = (readResult(file) as { stats?: Record<string, number> }).stats ?? {}
      return orOneFailure(fine, { passed: expected, failed: unexpected + flaky, skipped })
    } finally {
      app.end('SIGTERM')
      await Promise.race([app.code, sleep(15_000)])
      app.end('SIGKILL')
    }
  })
}
async function isUp(address: string, app: Running): Promise<boolean> {
  let stopped = false
  void app.code.then(() => (stopped = true))
  while (!stopped && !interrupted) {
    const answer = await fetch(`${address}/api/ready`).catch(() => null)
    if (answer?.ok) return true
    await sleep(250)
  }
  return false
}

const layers: Record<string, Layer> = {
  types: () =>
    check(
      () => succeeds(program('next'), ['typegen']),
      () => succeeds(program('tsc'), ['--noEmit']),
    ),
  lint: () => check(() => succeeds(program('biome'), ['check', '--max-diagnostics=50'])),
  direction: () =>
    check(
      () => succeeds(program('tsx'), ['scripts/check-direction.ts']),
      () => succeeds(program('knip'), []),
    ),
  content: () => check(() => succeeds(program('tsx'), ['scripts/content-check.ts'])),
  schema: () =>
    withDatabase('schema', (DATABASE_URL) =>
      check(() =>
        succeeds(program('prisma'), ['migrate', 'diff', '--from-migrations', 'prisma/migrations', '--to-schema', 'prisma/schema.prisma', '--exit-code'], {
          DATABASE_URL,
        }),
      ),
    ),
  unit: (args) => vitest('unit', args),
  database: (args) => vitest('database', args),
  browser,
}

async function interrupt(): Promise<void> {
  if (interrupted) return
  interrupted = true
  console.log('\ninterrupted, ending what runs')
  // SIGINT: the runners take it as a wish to stop and clean up after themselves.
  for (const { end } of running) end('SIGINT')
  await Promise.race([Promise.all([...running].map(({ ended }) => ended)), sleep(12_000)])
  for (const { end } of running) end('SIGKILL')
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void interrupt())

const args = process.argv.slice(2).filter((arg) => arg !== '--fast')
const named = args.filter((arg) => arg in layers)
const passedOn = args.filter((arg) => !(arg in layers))
const chosen = named.length > 0 ? named : Object.keys(layers).filter((name) => name !== 'browser' || !process.argv.includes('--fast'))

const figures: Record<string, Outcome & { seconds: number }> = {}
for (const name of chosen) {
  if (interrupted) break
  console.log(`\n── ${name} ${'─'.repeat(60 - name.length)}`)
  const began = performance.now()
  const outcome = await (layers[name] as Layer)(passedOn).catch((error: unknown) => {
    console.error(error)
    return { passed: 0, failed: 1 }
  })
  const seconds = Math.round((performance.now() - began) / 100) / 10
  figures[name] = { ...outcome, seconds }
  console.log(`── ${name}: ${outcome.failed > 0 ? 'failed' : 'passed'}, ${seconds} s`)
}
rmSync(results, { recursive: true, force: true })
clearLeftovers() // an interrupted runner does not wait for its own cleaning up

const sum = (what: 'passed' | 'failed' | 'seconds') => Object.values(figures).reduce((total, figure) => total + figure[what], 0)
console.log(`\n${JSON.stringify({ seconds: Math.round(sum('seconds')), layers: figures })}`)
console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
process.exit(interrupted ? 130 : sum('failed') > 0 ? 1 : 0)
