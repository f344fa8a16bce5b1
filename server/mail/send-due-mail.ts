import { createTransport } from 'nodemailer'
import { systemScope } from '../access'
import { database } from '../db'
import { mailSettings } from '../env'
import { log } from '../log'
import { markFailed, markSent, takeDueMail } from './queries'

const scope = systemScope('the outbox is emptied by a job')
const atOnce = 50
const longestError = 300

/** The mail server said no to this letter (not to us, and not "later"): trying again changes nothing. */
function isHopeless(error: unknown): boolean {
  const { code, responseCode } = error as { code?: string; responseCode?: number }
  return (code === 'EENVELOPE' || code === 'EMESSAGE') && (responseCode ?? 0) >= 500
}

/** Sends what is due, one letter after the other. Returns how many went out and how many did not. Does nothing where no mail is configured. */
export async function sendDueMail(settings = mailSettings()): Promise<{ sent: number; failed: number }> {
  const counts = { sent: 0, failed: 0 }
  if (!settings) return counts
  const db = database()
  const letters = await takeDueMail(db, scope, atOnce)
  if (letters.length === 0) return counts
  const transport = createTransport({
    url: settings.url,
    pool: true,
    maxConnections: 1,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  })
  try {
    for (const { id, recipient, subject, body } of letters)
      try {
        // Address and name apart: nothing in an address is read as a second one.
        await transport.sendMail({ from: settings.from, to: { name: '', address: recipient }, subject, text: body })
        await markSent(db, scope, id)
        counts.sent++
      } catch (error) {
        const { code, responseCode, message } = error as { code?: string; responseCode?: number; message: string }
        await markFailed(db, scope, id, [code, message].filter(Boolean).join(' ').slice(0, longestError), isHopeless(error))
        // Never the message itself: a server's answer may repeat the address.
        log.warn({ letter: id, code, responseCode }, 'mail not sent')
        counts.failed++
      }
  } finally {
    transport.close()
  }
  return counts
}
