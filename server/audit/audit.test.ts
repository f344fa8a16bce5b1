import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'
import { v7 as uuid } from 'uuid'
import { describe, expect, it } from 'vitest'
import { auditSearch } from '@/domain/audit'
import type { Prisma } from '@/generated/prisma/client'
import { type Actor, authorize, systemScope } from '@/server/access'
import { openSession, readSession } from '@/server/auth/session'
import { secretsInAudit } from '@/tests/audit-secrets'
import { testDatabase } from '@/tests/database'
import { grantRole, type MadePerson, makeCode, makePerson, makeUnit, testPassword } from '@/tests/factories'
import { ask } from '@/tests/requests'
import { exportAudit } from './export-audit'
import { recordAudit } from './queries'
import { filterOf, readAllAudit, readAudit } from './search-audit'

const db = testDatabase()

async function actorOf(person: MadePerson): Promise<Actor> {
  const actor = await readSession(await openSession(db, person.id, false))
  if (!actor) throw new Error('no session')
  return actor
}
async function administrator(name?: string) {
  const unit = await makeUnit(db)
  const person = await makePerson(db, { unit, ...(name ? { name } : {}) })
  await grantRole(db, person.id, 'administrator')
  return { person, unit, scope: authorize(await actorOf(person), 'audit.view') }
}
/** Lines of these instants by an actor, the oldest first; their ids. */
async function lines(actorId: string, instants: string[], more: Partial<Prisma.AuditEntryCreateManyInput> = {}): Promise<string[]> {
  const rows = instants.map((at) => ({ id: uuid(), at: new Date(at), actorId, action: 'code.issued', subject: 'person', subjectId: actorId, ...more }))
  await db.auditEntry.createMany({ data: rows })
  return rows.map(({ id }) => id)
}

describe('is written once', () => {
  it('a line cannot be changed, deleted or emptied away, whoever asks', async () => {
    const { person } = await administrator()
    const [id = ''] = await lines(person.id, ['2026-11-20T08:00:00Z'])
    await expect(db.auditEntry.update({ where: { id }, data: { action: 'nothing.happened' } })).rejects.toThrow('written once')
    await expect(db.auditEntry.delete({ where: { id } })).rejects.toThrow('written once')
    await expect(db.$executeRaw`UPDATE "AuditEntry" SET "after" = NULL`).rejects.toThrow('written once')
    await expect(db.$executeRaw`DELETE FROM "AuditEntry"`).rejects.toThrow('written once')
    await expect(db.$executeRaw`TRUNCATE "AuditEntry"`).rejects.toThrow('written once')
    expect(await db.auditEntry.findUnique({ where: { id } })).toMatchObject({ action: 'code.issued' })
  })

  it('a planted password, code, hash or field named after one is caught', async () => {
    const { person, unit } = await administrator()
    const code = await makeCode(db, (await makePerson(db, { unit })).id)
    const planted: Prisma.InputJsonObject[] = [
      { note: `新密码是${testPassword}` },
      { list: [{ slip: code }] },
      { was: 'f'.repeat(64) },
      { was: '$argon2id$v=19$m=19456' },
      { passwordText: 'x' },
      { code: 'short' },
    ]
    const scope = systemScope('a planted fault')
    for (const after of planted) {
      const found = db.$transaction(async (tx) => {
        await recordAudit(tx, scope, { actorId: person.id, action: 'fault.planted', subject: 'person', subjectId: person.id, after })
        throw Object.assign(new Error('rolled back'), { faults: await secretsInAudit(tx) })
      })
      await expect(found, JSON.stringify(after)).rejects.toMatchObject({ faults: [expect.stringContaining('fault.planted')] })
    }
    expect(await secretsInAudit(db)).toEqual([])
  })
})

describe('is searched', () => {
  it('by who acted and who was acted upon, by name, initials, login name or id; also through their certificate or request', async () => {
    const { person: admin, unit, scope } = await administrator()
    const someone = await makePerson(db, { unit, name: `欧阳${uuid().slice(-6)}` })
    const correctionId = uuid()
    await db.correction.create({ data: { id: correctionId, personId: someone.id, says: '岗位有误' } })
    const byThem = await lines(someone.id, ['2026-11-20T08:00:00Z'])
    const onThem = await lines(admin.id, ['2026-11-20T09:00:00Z'], { subjectId: someone.id })
    const onTheirs = await lines(admin.id, ['2026-11-20T10:00:00Z'], { action: 'correction.resolved', subject: 'correction', subjectId: correctionId })
    await lines(admin.id, ['2026-11-20T11:00:00Z'])
    const wanted = [...onTheirs, ...onThem, ...byThem]
    for (const typed of [someone.name, someone.loginName.toLowerCase(), someone.id]) {
      const found = await readAudit(db, scope, await filterOf(db, scope, { person: typed }), { after: null, limit: 50 })
      expect(
        found.map(({ id }) => id),
        typed,
      ).toEqual(wanted)
      expect(found[0]).toMatchObject({ action: '答复更正申请', subject: '更正申请', whom: someone.name })
      expect(found[1]?.whom).toContain(someone.name)
    }
    expect(await readAudit(db, scope, await filterOf(db, scope, { person: `无此人${uuid()}` }), { after: null, limit: 50 })).toEqual([])
  })

  it('by days of Shanghai, both included, and by action', async () => {
    const { person, scope } = await administrator()
    // 00:00 on the 20th in Shanghai is 16:00 of the 19th.
    const ids = await lines(person.id, ['2026-11-19T15:59:59Z', '2026-11-19T16:00:00Z', '2026-11-20T15:59:59Z', '2026-11-20T16:00:00Z'])
    await lines(person.id, ['2026-11-20T01:00:00Z'], { action: 'password.set' })
    const search = auditSearch.parse({ person: person.id, action: 'code.issued', from: '2026-11-20', to: '2026-11-20' })
    const found = await readAudit(db, scope, await filterOf(db, scope, search), { after: null, limit: 50 })
    expect(found.map(({ id }) => id)).toEqual([ids[2], ids[1]])
  })

  it('page by page without a gap or a repeat, also where many lines share a microsecond', async () => {
    const { person, scope } = await administrator()
    await db.$executeRaw`
      INSERT INTO "AuditEntry" ("id", "at", "actorId", "action", "subject", "subjectId")
      SELECT gen_random_uuid(), timestamptz '2026-11-20 08:00:00.000001+00' + (n / 7) * interval '1 microsecond', ${person.id}::uuid, 'code.issued', 'person', ${person.id}
      FROM generate_series(1, 100) n`
    const filter = await filterOf(db, scope, { person: person.id })
    const seen: string[] = []
    for (let after: string | null = null; ; ) {
      const page = await readAudit(db, scope, filter, { after, limit: 9 })
      seen.push(...page.map(({ id }) => id))
      if (page.length < 9) break
      after = page.at(-1)?.id ?? null
    }
    expect(seen).toHaveLength(100)
    expect(new Set(seen).size).toBe(100)
    const all: string[] = []
    for await (const line of readAllAudit(db, scope, filter, 40)) all.push(line.id)
    expect(all).toEqual(seen.slice(0, 40))
  })
})

describe('is exported', () => {
  it('as the page shows it, with names for ids and Shanghai time; a line tells of it', async () => {
    const { person, unit } = await administrator('沈砚')
    await lines(person.id, ['2026-11-20T17:30:00Z'], {
      action: 'certificate.revoked',
      before: { unitId: unit.id, status: 'valid' },
      after: { unitId: null, status: 'revoked', reason: '=1+1' },
    })
    const query = { person: person.id, action: 'certificate.revoked', from: '', as: 'csv' }
    const csv = await ask(db, exportAudit, { as: person, query })
    expect(csv.status).toBe(200)
    const [header, row] = parse(await csv.text(), { bom: true }) as string[][]
    expect(header).toEqual(['时间', '操作人', '操作', '对象', '名称', '改动', '编号'])
    expect(row?.[0]).toBe('2026-11-21 01:30')
    expect(row?.[1]).toContain('沈砚')
    expect(row?.[2]).toBe('撤销证书')
    expect(row?.[5]).toContain(`${unit.name} → 空`)
    expect(row?.[5]).toContain('状态：有效 → 已撤销')
    const xlsx = await ask(db, exportAudit, { as: person, query: { ...query, as: 'xlsx' } })
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(await xlsx.arrayBuffer())
    expect(workbook.getWorksheet('审计日志')?.getCell('A2').value).toEqual(new Date('2026-11-21T01:30:00Z'))
    expect(await db.auditEntry.findMany({ where: { actorId: person.id, action: 'audit.exported' } })).toMatchObject([
      { after: { format: 'csv', person: person.id, action: 'certificate.revoked' } },
      { after: { format: 'xlsx' } },
    ])
  })

  it('is an administrator’s alone', async () => {
    const { unit } = await administrator()
    const manager = await makePerson(db, { unit })
    await grantRole(db, manager.id, 'manager', unit.id)
    expect((await ask(db, exportAudit, { as: manager, query: { as: 'csv' } })).status).toBe(404)
    expect((await ask(db, exportAudit, { query: { as: 'csv' } })).status).toBe(401)
  })
})
