import { run } from 'graphile-worker'
import { closeOverrunAttempts } from './attempts/close-overrun'
import { env } from './env'
import { log } from './log'

/**
 * The worker process: same code, same database, no port. Runs beside the web process; `npm start` looks after both.
 * Jobs: every minute, exams whose time is up are closed.
 */
const runner = await run({
  connectionString: env().DATABASE_URL,
  concurrency: 2,
  noHandleSignals: false,
  pollInterval: 2_000,
  crontab: '* * * * * close-overrun-attempts ?max=1',
  taskList: {
    'close-overrun-attempts': async () => {
      const closed = await closeOverrunAttempts()
      if (closed > 0) log.info({ closed }, 'overrun attempts closed')
    },
  },
})
// The launcher holds an IPC channel; when it is gone, so are we.
process.on('disconnect', () => void runner.stop())
await runner.promise
process.exit(0)
