import { randomBytes } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import { type CertificateStatus, certificateNumber, certificateStatus, validUntil as validUntilOf } from '@/domain/certificate'
import type { Programme, Settings } from '@/domain/curriculum'
import { businessDay, dateOnly } from '@/domain/time'
import type { Prisma } from '@/generated/prisma/client'
import type { PersonScope, PublicScope, SystemScope } from '../access'
import { type Db, databaseNow } from '../db'

export type CertificateView = {
  id: string
  number: string
  token: string
  personId: string
  holderName: string
  unitName: string
  title: string
  scope: string
  issuer: string
  scorePercent: number
  issuedOn: string
  validUntil: string
  revokedAt: Date | null
  revokedReason: string | null
  status: CertificateStatus
}
type Row = Prisma.CertificateGetPayload<object>

const view = (row: Row, now: Date): CertificateView => {
  const { id, number, token, personId, holderName, unitName, title, scope, issuer, scorePercent, revokedAt, revokedReason } = row
  const days = { issuedOn: dateOnly(row.issuedOn), validUntil: dateOnly(row.validUntil) }
  return {
    id,
    number,
    token,
    personId,
    holderName,
    unitName,
    title,
    scope,
    issuer,
    scorePercent,
    revokedAt,
    revokedReason,
    ...days,
    status: certificateStatus({ revokedAt, validUntil: days.validUntil }, now),
  }
}

/** The branch a certificate names: the city's above the person's unit, or the unit itself where there is none. */
async function branchName(db: Db, unitId: string): Promise<string> {
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT above."name" FROM "Unit" own JOIN "Unit" above ON starts_with(own."path", above."path")
    WHERE own."id" = ${unitId}::uuid AND (above."type" = 'city' OR above."id" = own."id") ORDER BY (above."type" = 'city') DESC LIMIT 1`
  return rows[0]?.name ?? ''
}

/** A number and a token nobody has had. The year is that of `today` (YYYY-MM-DD). */
async function freshNumber(db: Db, prefix: string, today: string): Promise<{ number: string; token: string }> {
  const year = Number(today.slice(0, 4))
  const [serial] = await db.$queryRaw<{ last: number }[]>`
    INSERT INTO "CertificateSerial" AS s ("year", "last") VALUES (${year}, 1) ON CONFLICT ("year") DO UPDATE SET "last" = s."last" + 1 RETURNING "last"`
  return { number: certificateNumber(prefix, year, serial?.last ?? 1), token: randomBytes(16).toString('base64url') }
}

/**
 * Issues the certificate of a passed exam, in the caller's transaction. Any number of simultaneous finishes gives one: the partial
 * unique index lets one through, the others wait for it and read it back. Returns its id, and whether it was issued now.
 */
export async function issueCertificate(
  db: Prisma.TransactionClient,
  _scope: SystemScope,
  given: { personId: string; occurrenceId: string; programme: Programme; settings: Settings; standardVersion: string; attemptId: string; scorePercent: number },
): Promise<{ id: string; issued: boolean }> {
  // One at a time for a person and occurrence, so that no serial number is drawn in vain.
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${given.personId}/${given.occurrenceId}`}, 0))`
  const held = await db.certificate.findFirst({ where: { personId: given.personId, occurrenceId: given.occurrenceId, revokedAt: null }, select: { id: true } })
  if (held) return { id: held.id, issued: false }
  // Shared lock: whoever renames the person waits, and then finds this certificate to issue again.
  const [person] = await db.$queryRaw<{ name: string; unitId: string }[]>`SELECT "name", "unitId" FROM "Person" WHERE "id" = ${given.personId}::uuid FOR SHARE`
  if (!person) throw new Error('a certificate is for somebody')
  const issuedOn = businessDay(await databaseNow(db))
  const id = uuid()
  await db.certificate.create({
    data: {
      id,
      ...(await freshNumber(db, given.settings.certificatePrefix, issuedOn)),
      personId: given.personId,
      occurrenceId: given.occurrenceId,
      programmeId: given.programme.id,
      attemptId: given.attemptId,
      holderName: person.name,
      unitName: await branchName(db, person.unitId),
      title: given.programme.certificateTitle,
      scope: `${given.programme.title}｜${given.standardVersion}`,
      issuer: given.settings.issuer,
      scorePercent: given.scorePercent,
      issuedOn: new Date(issuedOn),
      validUntil: new Date(validUntilOf(issuedOn, given.programme.validityMonths)),
    },
  })
  return { id, issued: true }
}

type Viewing = PersonScope<'certificate.view'>

/** One certificate within reach, or null. */
export async function findCertificate(db: Db, scope: Viewing | PersonScope<'certificate.revoke'>, id: string): Promise<CertificateView | null> {
  const row = /^[0-9a-f-]{36}$/.test(id) ? await db.certificate.findFirst({ where: { id, person: scope.people() } }) : null
  return row && view(row, await databaseNow(db))
}

/** One's own certificates: valid ones first, then the latest. */
export async function listOwnCertificates(db: Db, scope: Viewing): Promise<CertificateView[]> {
  const now = await databaseNow(db)
  const rows = await db.certificate.findMany({ where: { personId: scope.own().userId }, orderBy: { issuedAt: 'desc' } })
  return rows.map((row) => view(row, now)).sort((a, b) => Number(b.status === 'valid') - Number(a.status === 'valid'))
}

/** What anyone with the random token may know; callers show a part of it. */
export async function findByToken(db: Db, _scope: PublicScope<'certificate.verify'>, token: string): Promise<CertificateView | null> {
  const row = /^[\w-]{22}$/.test(token) ? await db.certificate.findUnique({ where: { token } }) : null
  return row && view(row, await databaseNow(db))
}

/** By number, for someone who also knows the holder's name. */
export async function findByNumber(db: Db, _scope: PublicScope<'certificate.verify'>, number: string): Promise<CertificateView | null> {
  const row = await db.certificate.findUnique({ where: { number } })
  return row && view(row, await databaseNow(db))
}

/** Revokes a certificate within reach; the first revocation stays. Returns when that was and whether it was this one, or null if there is no such certificate. */
export async function revokeById(
  db: Db,
  scope: PersonScope<'certificate.revoke'>,
  id: string,
  reason: string,
  actorId: string,
): Promise<{ revokedAt: Date; changed: boolean } | null> {
  const { count } = await db.certificate.updateMany({
    where: { id, revokedAt: null, person: scope.people() },
    data: { revokedAt: await databaseNow(db), revokedReason: reason, revokedById: actorId },
  })
  const row = await db.certificate.findFirst({ where: { id, person: scope.people() }, select: { revokedAt: true } })
  return row?.revokedAt ? { revokedAt: row.revokedAt, changed: count > 0 } : null
}

export type Reissued = { before: { id: string; number: string; holderName: string }; after: { id: string; number: string } }

/**
 * Revokes the valid certificates of a person within reach and issues them again in another name: same dates, score and attempt, new number
 * and token. In the caller's transaction, with the person's row locked.
 */
export async function reissueCertificates(
  db: Db,
  scope: PersonScope<'person.edit'>,
  given: { personId: string; holderName: string; reason: string; actorId: string; prefix: string },
): Promise<Reissued[]> {
  const now = await databaseNow(db)
  const today = businessDay(now)
  const valid = await db.certificate.findMany({
    where: { personId: given.personId, person: scope.people(), revokedAt: null, validUntil: { gte: new Date(today) } },
    orderBy: { issuedAt: 'asc' },
  })
  const reissued: Reissued[] = []
  for (const certificate of valid) {
    // Revoked first: only one of a person and occurrence may be valid.
    await db.certificate.update({ where: { id: certificate.id }, data: { revokedAt: now, revokedReason: given.reason, revokedById: given.actorId } })
    const after = { id: uuid(), ...(await freshNumber(db, given.prefix, today)) }
    await db.certificate.create({ data: { ...certificate, ...after, holderName: given.holderName } })
    reissued.push({ before: certificate, after })
  }
  return reissued
}
