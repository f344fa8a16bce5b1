import { type ChildProcess, type ForkOptions, fork } from 'node:child_process'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Child processes that never outlive us: they hold an IPC channel, and end when it closes, even if we were killed. */
export function forkBound(file: string, options: ForkOptions, args: string[] = []): ChildProcess {
  const imports = [...(file.endsWith('.ts') ? ['tsx'] : []), path.resolve('scripts/end-with-parent.mjs')]
  return fork(file, args, { ...options, execArgv: imports.flatMap((name) => ['--import', name]) })
}

const ended = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null

/** Asks a process to end, then makes it. */
export async function end(child: ChildProcess, patienceMs = 8_000): Promise<void> {
  if (ended(child)) return
  const exit = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  const force = setTimeout(() => child.kill('SIGKILL'), patienceMs)
  await exit
  clearTimeout(force)
}

/** Keeps a process running until told to stop. One that dies as soon as it starts is given a pause. */
export function keepAlive(start: () => ChildProcess, onDeath: (how: string) => void): { stop: () => Promise<void> } {
  let stopping = false
  let child: ChildProcess
  const launch = () => {
    const startedAt = Date.now()
    child = start()
    child.once('exit', async (code, signal) => {
      if (stopping) return
      onDeath(signal ?? `退出码 ${code}`)
      if (Date.now() - startedAt < 5_000) await sleep(1_500)
      if (!stopping) launch()
    })
  }
  launch()
  return {
    stop: () => {
      stopping = true
      return end(child)
    },
  }
}
