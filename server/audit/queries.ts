import { v7 as uuid } from 'uuid'
import type { Prisma } from '@/generated/prisma/client'
import type { PersonScope, PublicScope, SystemScope } from '../access'
import type { Db } from '../db'

export type AuditLine = {
  /** Null for a deployment step or a job. */
  actorId: string | null
  /** Noun and verb in words: "code.issued". */
  action: string
  subject: string
  subjectId: string
  before?: Prisma.InputJsonObject
  after?: Prisma.InputJsonObject
  requestId?: string
}

/** Writes a line that nobody can change afterwards. In the same transaction as what it tells of; never a secret in it. */
export async function recordAudit(
  db: Db,
  _scope: PersonScope | PublicScope | SystemScope,
  { actorId, action, subject, subjectId, before, after, requestId }: AuditLine,
): Promise<void> {
  await db.auditEntry.create({
    data: { id: uuid(), actorId, action, subject, subjectId, ...(before ? { before } : {}), ...(after ? { after } : {}), ...(requestId ? { requestId } : {}) },
  })
}

/** Many lines at once, in one statement. */
export async function recordAuditLines(db: Db, _scope: PersonScope | SystemScope, lines: AuditLine[]): Promise<void> {
  await db.auditEntry.createMany({ data: lines.map((line) => ({ id: uuid(), ...line })) })
}
