import { changePasswordBody, lockout, passwordHolds, refuseLocked } from '@/domain/credential'
import { refuse } from '@/domain/errors'
import { recordAudit } from '../audit/queries'
import { database } from '../db'
import { endpoint } from '../endpoint'
import { revokeOwnSessions } from '../sessions/queries'
import { hashPassword, verifyPassword } from './password'
import { readOwnCredential, replaceOwnPassword } from './queries'
import { countTry, forgetTries } from './sign-in'

/**
 * The password one has and a new one in; every other session ends, this one stays. Wrong ones are counted as when signing in, but by the person:
 * who finds an open screen must not guess on, nor lock its owner out.
 */
export const changePassword = endpoint('changePassword', {
  kind: 'json',
  body: changePasswordBody,
  // No connection is held while passwords are hashed.
  db: 'none',
  run: async ({ actor, scope, body, db, requestId }) => {
    const { passwordHash: was, loginNames } = await readOwnCredential(db, scope)
    if (!was) return refuse('no-password', '还没有设过密码。请本机构经理发登录码，用它来设。')
    if (!loginNames.every((loginName) => passwordHolds(body.password, loginName))) return refuse('password', '新密码要至少8位，含字母和数字，不含登录名。')
    // No folded login name has small letters, so this counter is nobody's but the person's own.
    const counter = `person ${actor.personId}`
    const counted = await countTry(db, counter)
    if ('lockedMinutes' in counted) return refuseLocked(counted.lockedMinutes)
    const passwordHash = (await verifyPassword(was, body.current)) && (await hashPassword(body.password))
    const changed =
      passwordHash &&
      (await database().$transaction(async (tx) => {
        if (!(await replaceOwnPassword(tx, scope, was, passwordHash))) return false
        const revoked = await revokeOwnSessions(tx, scope, { except: actor.sessionId })
        const subject = { subject: 'person', subjectId: actor.personId, after: { revoked } }
        await recordAudit(tx, scope, { actorId: actor.personId, action: 'password.changed', ...subject, requestId })
        return true
      }))
    if (!changed) return counted.triesLeft > 0 ? refuse('wrong', `现在的密码不正确，还可以试${counted.triesLeft}次。`) : refuseLocked(lockout.minutes)
    await forgetTries(db, counter)
    return { changed: true as const }
  },
})
