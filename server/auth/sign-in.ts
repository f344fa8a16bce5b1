import { foldLoginName, lockout } from '@/domain/credential'
import { type Db, database } from '../db'
import { verifyPassword } from './password'
import { openSession } from './session'

export type SignInOutcome =
  | { kind: 'signed-in'; sessionId: string; personId: string }
  | { kind: 'wrong'; triesLeft: number }
  | { kind: 'locked'; minutes: number }

/**
 * Counts a try before it is evaluated, so that parallel guesses cannot outrun the lock: one statement, at most five per typed name
 * and window. Returns the tries left, or the wait.
 */
export async function countTry(db: Db, loginName: string): Promise<{ triesLeft: number } | { lockedMinutes: number }> {
  const rows = await db.$queryRaw<{ failures: number }[]>`
    INSERT INTO "SignInThrottle" AS t ("loginName", "failures", "windowStart") VALUES (${loginName}, 1, now())
    ON CONFLICT ("loginName") DO UPDATE SET
      "failures" = CASE WHEN t."windowStart" < now() - ${lockout.minutes} * interval '1 minute' THEN 1 ELSE t."failures" + 1 END,
      "windowStart" = CASE WHEN t."windowStart" < now() - ${lockout.minutes} * interval '1 minute' THEN now() ELSE t."windowStart" END,
      "lockedUntil" = CASE WHEN t."windowStart" >= now() - ${lockout.minutes} * interval '1 minute' AND t."failures" + 1 >= ${lockout.tries}
        THEN now() + ${lockout.minutes} * interval '1 minute' END
    WHERE t."lockedUntil" IS NULL OR t."lockedUntil" <= now()
    RETURNING t."failures"`
  const row = rows[0]
  if (row) return { triesLeft: Math.max(0, lockout.tries - row.failures) }
  const locked = await db.$queryRaw<{ minutes: number }[]>`
    SELECT greatest(1, ceil(extract(epoch FROM "lockedUntil" - now()) / 60))::int AS "minutes" FROM "SignInThrottle" WHERE "loginName" = ${loginName}`
  return { lockedMinutes: locked[0]?.minutes ?? lockout.minutes }
}

export const forgetTries = (db: Db, loginName: string) => db.signInThrottle.deleteMany({ where: { loginName } })

/** Login name and password in, a new session out. Unknown names and wrong passwords are one answer and cost the same time. */
export async function signIn(typedName: string, password: string, remember: boolean, device = ''): Promise<SignInOutcome> {
  const db = database()
  const loginName = foldLoginName(typedName)
  const counted = await countTry(db, loginName)
  if ('lockedMinutes' in counted) return { kind: 'locked', minutes: counted.lockedMinutes }
  const login = await db.loginName.findUnique({ where: { name: loginName }, select: { person: { select: { id: true, passwordHash: true, status: true } } } })
  const right = await verifyPassword(login?.person.passwordHash, password)
  if (!login || !right || login.person.status === 'left')
    return counted.triesLeft > 0 ? { kind: 'wrong', triesLeft: counted.triesLeft } : { kind: 'locked', minutes: lockout.minutes }
  await forgetTries(db, loginName)
  return { kind: 'signed-in', personId: login.person.id, sessionId: await openSession(db, login.person.id, remember, device) }
}

/**
 * A login name vouched for by the organisation's identity provider in, a new session out; null where it is nobody's, or that of somebody who
 * has left. Nobody is created here: who learns is decided by the roster.
 */
export async function signInVouched(vouchedName: string, device: string): Promise<string | null> {
  const db = database()
  const login = await db.loginName.findUnique({ where: { name: foldLoginName(vouchedName) }, select: { person: { select: { id: true, status: true } } } })
  return login && login.person.status !== 'left' ? openSession(db, login.person.id, false, device) : null
}
