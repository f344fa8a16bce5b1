import { type AuditSearch, actionLabel, type Change, changesOf, idsIn, subjectLabel, valueInWords } from '@/domain/audit'
import type { PersonScope } from '../access'
import type { Db } from '../db'
import { type AuditEntryRow, type AuditFilter, findPeopleInAudit, listAudit, nameIds } from './queries'

type Viewing = PersonScope<'audit.view'>

/** A line in words. */
export type AuditView = { id: string; at: Date; actor: string; action: string; subject: string; whom: string; changes: Change[] }

/** What was typed as what the query takes: a person's name becomes the people it may mean. */
export async function filterOf(db: Db, scope: Viewing, { person, action, from, to }: AuditSearch): Promise<AuditFilter> {
  return { people: person ? await findPeopleInAudit(db, scope, person) : null, action: action ?? null, from: from ?? null, to: to ?? null }
}

async function inWords(db: Db, scope: Viewing, rows: AuditEntryRow[]): Promise<AuditView[]> {
  const names = await nameIds(db, scope, idsIn(rows))
  const nameOf = (id: string) => names.get(id)
  return rows.map(({ id, at, actorId, action, subject, subjectId, before, after }) => ({
    id,
    at,
    actor: actorId === null ? '系统' : (names.get(actorId) ?? actorId),
    action: actionLabel(action),
    subject: subjectLabel(subject),
    whom: valueInWords(subject, subjectId, nameOf),
    changes: changesOf(before, after, nameOf),
  }))
}

/** One page of lines from the newest on, after the line with the id `after`. */
export async function readAudit(db: Db, scope: Viewing, filter: AuditFilter, page: { after: string | null; limit: number }): Promise<AuditView[]> {
  return inWords(db, scope, await listAudit(db, scope, filter, page))
}

/** All lines from the newest on, a thousand at a time; no connection is held between two batches. What is written meanwhile is newer and left out. */
export async function* readAllAudit(db: Db, scope: Viewing, filter: AuditFilter, atMost: number): AsyncGenerator<AuditView> {
  let after: string | null = null
  for (let read = 0; read < atMost; ) {
    const page: AuditView[] = await readAudit(db, scope, filter, { after, limit: Math.min(1_000, atMost - read) })
    yield* page
    const last = page.at(-1)
    if (!last) return
    after = last.id
    read += page.length
  }
}
