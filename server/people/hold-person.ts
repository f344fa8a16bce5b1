import { z } from 'zod'
import { AppError } from '@/domain/errors'
import { notFoundMessage, type PersonScope } from '../access'
import type { Db } from '../db'
import { keepRosterOut, lockPersonFile, type PersonFile } from './queries'

/**
 * The person a verb is about, locked until its transaction ends, with no roster written meanwhile. Refuses whoever is out of reach as if
 * they did not exist.
 */
export async function holdPerson(db: Db, scope: PersonScope, personId: string): Promise<PersonFile> {
  await stopRosters(db, scope)
  // Not a uuid: no such person, and Postgres need not be asked.
  const person = z.uuid().safeParse(personId).success ? await lockPersonFile(db, scope, personId) : null
  if (!person) throw new AppError('not-found', notFoundMessage)
  return person
}

/** A roster's plan holds only while nobody else writes people, so it and we do not write at once. */
export async function stopRosters(db: Db, scope: PersonScope): Promise<void> {
  if (!(await keepRosterOut(db, scope))) throw new AppError('unavailable', '花名册或机构正在更新，请一分钟后再试。')
}
