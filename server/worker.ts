import { run } from 'graphile-worker'
import { closeOverrunAttempts } from './attempts/close-overrun'
import { env } from './env'
import { log } from './log'
import { workOnRosters } from './rosters/work-on-rosters'

/**
 * The worker process: same code, same database, no port. Runs beside the web process; `npm start` looks after both.
 * Jobs: every minute, exams whose time is up are closed; rosters are read, written and undone when asked for, and looked after every minute.
 */
const runner = await run({
  connectionString: env().DATABASE_URL,
  concurrency: 2,
  noHandleSignals: false,
  pollInterval: 2_000,
  crontab: ['* * * * * close-overrun-attempts ?max=1', '* * * * * work-on-rosters ?max=1'].join('\n'),
  taskList: {
    'close-overrun-attempts': async () => {
      const closed = await closeOverrunAttempts()
      if (closed > 0) log.info({ closed }, 'overrun attempts closed')
    },
    'work-on-rosters': async (_payload, helpers) => {
      const done = await helpers.withPgClient((client) => workOnRosters(client))
      // Another process holds the claim, perhaps on its last look: look again soon.
      if (!done) await helpers.addJob('work-on-rosters', {}, { runAt: new Date(Date.now() + 2_000), jobKey: 'work-on-rosters-again' })
    },
  },
})
// A worker that was killed may have left a roster half done.
await runner.addJob('work-on-rosters', {})
// The launcher holds an IPC channel; when it is gone, so are we.
process.on('disconnect', () => void runner.stop())
await runner.promise
process.exit(0)
