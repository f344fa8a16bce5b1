import { spawn } from 'node:child_process'
import path from 'node:path'
import { copyFonts } from './build'
import { startEmbeddedDatabase } from './embedded-database'
import { end, forkBound } from './processes'
import { readPort, refuseHalfSettings, refuseTakenPort } from './settings'
import { StartupError } from './startup-error'

/** `npm run dev`: the development server with hot reload and a worker, on the embedded database of `npm start`, which must not run at the same time. */
async function main(): Promise<void> {
  refuseHalfSettings()
  const port = readPort()
  await refuseTakenPort(port)
  const { url, postgres, release } = await startEmbeddedDatabase()
  try {
    const settings = {
      DATABASE_URL: url,
      NEXTAUTH_SECRET: 'development-only-development-only',
      NEXTAUTH_URL: `http://127.0.0.1:${port}`,
      NODE_ENV: 'development' as const,
    }
    Object.assign(process.env, settings)
    const { prepareDatabase } = await import('./prepare') // reads the settings when loaded
    console.table(await prepareDatabase(url, { demo: true, step: (line) => console.log(`· ${line}`) }))
    copyFonts()
    // Not bound by a channel as the served processes are: next dev forks its server itself and takes a channel for its own.
    const next = spawn(process.execPath, [path.resolve('node_modules/next/dist/bin/next'), 'dev', '-p', String(port), '-H', '127.0.0.1'], {
      stdio: 'inherit',
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
    })
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(next))
    const worker = forkBound(path.resolve('server/worker.ts'), { env: { ...process.env, ROLE: 'worker' } })
    await new Promise((resolve) => next.once('exit', resolve))
    await end(worker)
  } finally {
    await release()
    postgres.stop()
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof StartupError ? `\n${error.message}\n` : error)
    process.exit(1)
  },
)
