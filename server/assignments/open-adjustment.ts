import { z } from 'zod'
import { mayAdjust } from '@/domain/assignment'
import { AppError, type Refusal, refuse } from '@/domain/errors'
import { type Actor, notFoundMessage, type PersonScope } from '../access'
import type { Db } from '../db'
import { type LockedMember, lockMembers } from './queries'

/**
 * What every adjustment of members begins with: the members, locked, and the business day. Anyone out of reach, or no member, and the whole is
 * refused as not found; so that nobody eases their own duty, only an administrator adjusts themselves.
 */
export async function openAdjustment(
  db: Db,
  scope: PersonScope<'member.adjust'>,
  actor: Actor,
  occurrenceId: string,
  personIds: string[],
): Promise<{ members: LockedMember[]; today: string } | Refusal> {
  const members = z.uuid().safeParse(occurrenceId).success ? await lockMembers(db, scope, occurrenceId, personIds) : null
  const [first] = members ?? []
  if (!members || !first) throw new AppError('not-found', notFoundMessage)
  if (!personIds.every((personId) => mayAdjust(actor.grants, actor.personId, personId))) return refuse('self', '本人的任务，请上级机构经理来调整。')
  return { members, today: first.today }
}
