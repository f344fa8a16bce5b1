import { setTimeout as sleep } from 'node:timers/promises'
import { askResetBody, credentialFragment, foldLoginName, mailedLink } from '@/domain/credential'
import { AppError } from '@/domain/errors'
import { resetLetter } from '@/domain/mail'
import { notFoundMessage, type PublicScope } from '../access'
import { recordAudit } from '../audit/queries'
import { database } from '../db'
import { endpoint } from '../endpoint'
import { env, mailSettings } from '../env'
import { postMail } from '../mail/queries'
import { newCode } from '../people/credentials'
import { insertMailedCode, lockForReset } from './queries'

/** No answer comes sooner: what is done for a name that exists takes a few milliseconds and is not to be seen in the time. */
const answerAfterMs = 400

/** Login name in; a letter goes out where one can. Whatever exists, the answer is the same and comes at the same time. */
export const askReset = endpoint('askReset', {
  kind: 'json',
  body: askResetBody,
  db: 'none',
  run: async ({ scope, body, requestId }) => {
    if (!mailSettings()) throw new AppError('not-found', notFoundMessage)
    await Promise.all([sendLink(scope, foldLoginName(body.loginName), requestId), sleep(answerAfterMs)])
    return { asked: true as const }
  },
})

function sendLink(scope: PublicScope<'account.sign-in'>, loginName: string, requestId: string): Promise<void> {
  return database().$transaction(async (db) => {
    const person = await lockForReset(db, scope, loginName)
    if (!person) return
    const { code, codeHash } = newCode()
    await insertMailedCode(db, scope, person.personId, codeHash)
    // The address is that of our settings, never of the request: whoever asks does not choose where the link leads.
    const address = `${new URL(env().NEXTAUTH_URL).origin}/reset${credentialFragment({ loginName, code })}`
    await postMail(db, scope, resetLetter(person.mail, address))
    await recordAudit(db, scope, {
      actorId: null,
      action: 'reset.mailed',
      subject: 'person',
      subjectId: person.personId,
      after: { minutes: mailedLink.minutes },
      requestId,
    })
  })
}
