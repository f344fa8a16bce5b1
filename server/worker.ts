import { run } from 'graphile-worker'
import { keepAssignments } from './assignments/keep-assignments'
import { closeOverrunAttempts } from './attempts/close-overrun'
import { env } from './env'
import { log } from './log'
import { sendDueMail } from './mail/send-due-mail'

/**
 * The worker process: same code, same database, no port. Runs beside the web process; `npm start` looks after both.
 * Jobs: every minute, exams whose time is up are closed and letters that are due are sent; at 00:10 in Shanghai (16:10 UTC), assignments open and follow people; a
 * day on which no worker ran is made up for at its start. A job that throws is tried again, and the runner logs why.
 */
const runner = await run({
  connectionString: env().DATABASE_URL,
  concurrency: 2,
  noHandleSignals: false,
  pollInterval: 2_000,
  crontab: ['* * * * * close-overrun-attempts ?max=1', '* * * * * send-due-mail ?max=1', '10 16 * * * keep-assignments ?fill=1d&max=10'].join('\n'),
  taskList: {
    'close-overrun-attempts': async () => {
      const closed = await closeOverrunAttempts()
      if (closed > 0) log.info({ closed }, 'overrun attempts closed')
    },
    'keep-assignments': async () => log.info(await keepAssignments(), 'assignments kept'),
    'send-due-mail': async () => {
      const { sent, failed } = await sendDueMail()
      if (sent + failed > 0) log.info({ sent, failed }, 'mail')
    },
  },
})
// The launcher holds an IPC channel; when it is gone, so are we.
process.on('disconnect', () => void runner.stop())
await runner.promise
process.exit(0)
