import { z } from 'zod'
import { issueSlipsBody } from '@/domain/credential'
import { AppError, refuse } from '@/domain/errors'
import { typedLoginName } from '@/domain/report'
import { notFoundMessage } from '../access'
import { recordAudit, recordAuditLines } from '../audit/queries'
import { endpoint } from '../endpoint'
import { newCode } from '../people/credentials'
import { findUnit } from '../people/queries'
import { lockWaitingPeople, replaceCodes } from './queries'
import { mayIssueTo } from './waiting'

/**
 * New one-time codes for people of a unit and below who never signed in: told once, here, to be printed. Whoever signed in meanwhile, left, is out
 * of reach or may do more than the actor is left out.
 */
export const issueSlips = endpoint('issueSlips', {
  kind: 'json',
  body: issueSlipsBody,
  db: 'transaction',
  run: async ({ actor, scope, params, body, db, requestId }) => {
    const unitId = z.uuid().safeParse(params.unitId).data
    const unit = unitId ? await findUnit(db, scope, unitId) : null
    if (!unit) throw new AppError('not-found', notFoundMessage)
    const personIds = [...new Set(body.personIds)]
    const people = (await lockWaitingPeople(db, scope, unit, personIds)).filter((person) => mayIssueTo(actor, person))
    if (people.length === 0) return refuse('nobody', '所选的人都已登录过，不用再发。请刷新页面。')
    const codes = people.map(({ id: personId }) => ({ personId, ...newCode() }))
    const expiresAt = (await replaceCodes(db, scope, codes)).toISOString()
    await recordAuditLines(
      db,
      scope,
      people.map(({ id }) => ({ actorId: actor.personId, action: 'code.issued', subject: 'person', subjectId: id, after: { expiresAt }, requestId })),
    )
    await recordAudit(db, scope, {
      actorId: actor.personId,
      action: 'slips.issued',
      subject: 'unit',
      subjectId: unit.id,
      after: { people: people.length, expiresAt },
      requestId,
    })
    const slips = people.map(({ id, name, unitName, loginNames }, n) => ({
      personId: id,
      name,
      unitName,
      loginName: typedLoginName(loginNames),
      code: codes[n]?.code ?? '',
    }))
    return { slips, expiresAt, leftOut: personIds.length - people.length }
  },
})
