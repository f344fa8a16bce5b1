import { run } from 'graphile-worker'
import { keepAssignments } from './assignments/keep-assignments'
import { closeOverrunAttempts } from './attempts/close-overrun'
import { env } from './env'
import { log } from './log'
import { sendDueMail } from './mail/send-due-mail'
import { workOnRosters } from './rosters/work-on-rosters'

/**
 * The worker process: same code, same database, no port. Runs beside the web process; `npm start` looks after both.
 * Jobs: every minute, exams whose time is up are closed and letters that are due are sent; rosters are read, written and undone when asked for, and
 * looked after every minute; at 00:10 in Shanghai (16:10 UTC), assignments open and follow people, and a day on which no worker ran is made up
 * for at its start. A job that throws is tried again, and the runner logs why.
 */
const everyMinute = ['close-overrun-attempts', 'send-due-mail', 'work-on-rosters']
const runner = await run({
  connectionString: env().DATABASE_URL,
  // One for each job: a roster of a province or a slow mail server holds up no exam.
  concurrency: 4,
  noHandleSignals: false,
  pollInterval: 2_000,
  crontab: [...everyMinute.map((name) => `* * * * * ${name} ?max=1`), '10 16 * * * keep-assignments ?fill=1d&max=10'].join('\n'),
  taskList: {
    'close-overrun-attempts': async () => {
      const closed = await closeOverrunAttempts()
      if (closed > 0) log.info({ closed }, 'overrun attempts closed')
    },
    'send-due-mail': async () => {
      const { sent, failed } = await sendDueMail()
      if (sent + failed > 0) log.info({ sent, failed }, 'mail')
    },
    'work-on-rosters': async (_payload, helpers) => {
      const done = await helpers.withPgClient((client) => workOnRosters(client))
      // Another process holds the claim, perhaps on its last look: look again soon.
      if (!done) await helpers.addJob('work-on-rosters', {}, { runAt: new Date(Date.now() + 2_000), jobKey: 'work-on-rosters-again' })
    },
    'keep-assignments': async () => log.info(await keepAssignments(), 'assignments kept'),
  },
})
// A worker that was killed may have left a roster half done.
await runner.addJob('work-on-rosters', {})
// The launcher holds an IPC channel; when it is gone, so are we.
process.on('disconnect', () => void runner.stop())
await runner.promise
process.exit(0)
