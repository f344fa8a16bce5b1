import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Postgres, startPostgres } from '@/scripts/postgres'

/** A Postgres for one test run: data in a folder of its own under the system's temporary one, a free port, no care for durability. */
export async function startTestPostgres(): Promise<Omit<Postgres, 'stop'> & { stop: () => void }> {
  clearLeftovers()
  const folder = mkdtempSync(path.join(tmpdir(), `${prefix}${process.pid}-`))
  chmodSync(folder, 0o711) // Postgres may run as another account than we do
  const postgres = await startPostgres(path.join(folder, 'postgres'), { durable: false })
  const stop = () => {
    postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { ...postgres, stop }
}

const prefix = 'liangchuang-test-'
/** Ends what a run left that was killed or interrupted before it could clean up. */
export function clearLeftovers(): void {
  for (const name of readdirSync(tmpdir()).filter((name) => name.startsWith(prefix))) {
    const runner = Number(name.slice(prefix.length).split('-')[0])
    if (runs(runner)) continue
    const folder = path.join(tmpdir(), name)
    try {
      const [postmaster] = readFileSync(path.join(folder, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n')
      process.kill(Number(postmaster), 'SIGQUIT')
    } catch {
      // Not running any more, or another account's.
    }
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    } catch {
      // Another account's.
    }
  }
}
function runs(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
