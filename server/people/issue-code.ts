import { z } from 'zod'
import { AppError, refuse } from '@/domain/errors'
import { extentOf, reachesAllOf } from '@/domain/policy'
import { notFoundMessage } from '../access'
import { recordAudit } from '../audit/queries'
import { endpoint } from '../endpoint'
import { newCode } from './credentials'
import { insertCode, lockForCode, voidCodes } from './queries'

/** A new one-time code for someone within reach; told once, here, and never again. Older unused codes become worthless. */
export const issueCode = endpoint('issueCode', {
  kind: 'json',
  body: z.strictObject({}),
  db: 'transaction',
  run: async ({ actor, scope, params, db, requestId }) => {
    // Not a uuid: no such person, and Postgres need not be asked.
    const personId = z.uuid().safeParse(params.personId).data
    const person = personId ? await lockForCode(db, scope, personId) : null
    if (!person) throw new AppError('not-found', notFoundMessage)
    if (person.status === 'left') return refuse('left', '这位同事已离职，不能再发登录码。')
    const extent = extentOf('code.issue', actor.grants)
    // Whoever holds a code becomes that person: a manager must not become an administrator by one.
    if (!extent || !reachesAllOf(extent, person.grants)) return refuse('higher-role', '这位同事的权限更大，请省客户服务管理部发码。')
    const { code, codeHash } = newCode()
    await voidCodes(db, scope, person.id)
    const expiresAt = await insertCode(db, scope, person.id, codeHash)
    await recordAudit(db, scope, {
      actorId: actor.personId,
      action: 'code.issued',
      subject: 'person',
      subjectId: person.id,
      after: { expiresAt: expiresAt.toISOString() },
      requestId,
    })
    return { code, expiresAt: expiresAt.toISOString() }
  },
})
