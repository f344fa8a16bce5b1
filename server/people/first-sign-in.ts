import { firstSignInBody, foldLoginName, lockout, passwordHolds, refuseLocked } from '@/domain/credential'
import { refuse } from '@/domain/errors'
import { recordAudit } from '../audit/queries'
import { hashPassword } from '../auth/password'
import { countTry, forgetTries } from '../auth/sign-in'
import { database } from '../db'
import { endpoint } from '../endpoint'
import { hashCode } from './credentials'
import { findCodeHolder, redeemCode } from './queries'

/**
 * Login name, one-time code and a new password in; the browser then signs in with that password. An unknown name and a wrong, used or
 * expired code are one answer. Tries count together with those of signing in, except for a code that came by mail: it cannot be guessed, and
 * whoever has been locked out is to get in by it.
 */
export const firstSignIn = endpoint('firstSignIn', {
  kind: 'json',
  body: firstSignInBody,
  // No connection is held while the password is hashed.
  db: 'none',
  run: async ({ scope, body, db, requestId }) => {
    const loginName = foldLoginName(body.loginName)
    if (!passwordHolds(body.password, loginName)) return refuse('password', '密码要至少8位，含字母和数字，不含登录名。')
    const holder = await findCodeHolder(db, scope, loginName, hashCode(body.code))
    const counted = holder?.via === 'mail' ? { triesLeft: lockout.tries } : await countTry(db, loginName)
    if ('lockedMinutes' in counted) return refuseLocked(counted.lockedMinutes)
    const passwordHash = holder && (await hashPassword(body.password))
    const redeemed =
      holder &&
      passwordHash &&
      (await database().$transaction(async (tx) => {
        if (!(await redeemCode(tx, scope, { ...holder, passwordHash }))) return false
        const subject = { subject: 'person', subjectId: holder.personId, after: { via: holder.via } }
        await recordAudit(tx, scope, { actorId: holder.personId, action: 'password.set', ...subject, requestId })
        return true
      }))
    if (!redeemed) return counted.triesLeft > 0 ? refuse('wrong', `登录名或登录码不正确，还可以试${counted.triesLeft}次。`) : refuseLocked(lockout.minutes)
    await forgetTries(db, loginName)
    return { loginName }
  },
})
