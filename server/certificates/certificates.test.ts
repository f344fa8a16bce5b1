import type { Canvas } from '@napi-rs/canvas'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { v7 as uuid } from 'uuid'
import { describe, expect, it } from 'vitest'
import { certificateNumber, isCertificateNumber, validUntil } from '@/domain/certificate'
import type { Programme, Settings } from '@/domain/curriculum'
import { businessDay, dateOnly } from '@/domain/time'
import { systemScope } from '@/server/access'
import { databaseNow } from '@/server/db'
import { env } from '@/server/env'
import { testDatabase } from '@/tests/database'
import { grantRole, type MadePerson, type MadeUnit, makeOccurrence, makePerson, makeUnit, sessionCookie } from '@/tests/factories'
import { certificatePdf } from './certificate-pdf'
import { checkHolder } from './check-holder'
import { drawCertificatePdf } from './draw-pdf'
import { lookUpCertificate } from './look-up-certificate'
import { issueCertificate } from './queries'
import { revokeCertificate } from './revoke-certificate'

const db = testDatabase()
const scope = systemScope('certificates of a test')
const programme = {
  id: 'onboarding',
  title: '岗前培训',
  certificateTitle: '客户服务标准培训合格证',
  scope: '试行版第一、二篇',
  validityMonths: 12,
} as Programme
const settings = { company: '示例保险', issuer: '示例保险客户服务管理部', certificatePrefix: 'JR-HEB' } as Settings

async function organisation() {
  const province = await makeUnit(db)
  const city = await makeUnit(db, { parent: province, type: 'city', name: `清川市分公司${uuid().slice(-6)}` })
  const county = await makeUnit(db, { parent: city, type: 'county' })
  return { province, city, county }
}
const issue = (personId: string, occurrenceId: string) =>
  db.$transaction(
    (tx) => issueCertificate(tx, scope, { personId, occurrenceId, programme, settings, standardVersion: programme.scope, attemptId: uuid(), scorePercent: 92 }),
    {
      maxWait: 15_000,
      timeout: 15_000,
    },
  )
/** A person in `unit` with a valid certificate. */
async function certified(unit: MadeUnit, name = '王小敏') {
  const person = await makePerson(db, { unit, name })
  const { id } = await issue(person.id, (await makeOccurrence(db, { members: [person.id] })).id)
  return { person, certificate: await db.certificate.findUniqueOrThrow({ where: { id } }) }
}
async function ask(handler: typeof certificatePdf, params: Record<string, string>, { as, body }: { as?: MadePerson; body?: object } = {}) {
  const cookie = as ? await sessionCookie(db, as.id) : null
  const request = new Request(`${env().NEXTAUTH_URL}/api/anything`, {
    method: body ? 'POST' : 'GET',
    headers: {
      ...(cookie ? { cookie: `${cookie.name}=${cookie.value}` } : {}),
      ...(body ? { 'content-type': 'application/json', origin: env().NEXTAUTH_URL } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  return handler(request, { params: Promise.resolve(params) })
}
const json = async (answer: Promise<Response>) => {
  const response = await answer
  return { status: response.status, body: (await response.json()) as { data?: unknown; error?: { code: string; reason?: string; message: string } } }
}

describe('issuing', () => {
  it('gives one certificate to fifty simultaneous finishes, and draws one number', async () => {
    const { county } = await organisation()
    const person = await makePerson(db, { unit: county })
    const occurrence = await makeOccurrence(db, { members: [person.id] })
    const year = Number(businessDay(await databaseNow(db)).slice(0, 4))
    const drawn = async () => (await db.certificateSerial.findUnique({ where: { year } }))?.last ?? 0
    const before = await drawn()
    const results = await Promise.all(Array.from({ length: 50 }, () => issue(person.id, occurrence.id)))
    expect(new Set(results.map(({ id }) => id)).size).toBe(1)
    expect(results.filter(({ issued }) => issued)).toHaveLength(1)
    expect(await db.certificate.count({ where: { personId: person.id } })).toBe(1)
    expect(await drawn()).toBe(before + 1)
  })

  it('gives numbers without gaps or doubles to fifty people at once', async () => {
    const { county } = await organisation()
    const people = await Promise.all(Array.from({ length: 50 }, () => makePerson(db, { unit: county, passwordHash: null })))
    const occurrence = await makeOccurrence(db, { members: people.map(({ id }) => id) })
    await Promise.all(people.map(({ id }) => issue(id, occurrence.id)))
    const rows = await db.certificate.findMany({ where: { occurrenceId: occurrence.id } })
    const serials = rows.map(({ number }) => Number(number.split('-')[3])).sort((a, b) => a - b)
    expect(serials).toEqual(Array.from({ length: 50 }, (_, i) => (serials[0] ?? 0) + i))
    expect(rows.every(({ number }) => isCertificateNumber(number))).toBe(true)
    expect(new Set(rows.map(({ token }) => token)).size).toBe(50)
  })

  it('draws no number for a finish that is rolled back', async () => {
    const { county } = await organisation()
    const person = await makePerson(db, { unit: county, passwordHash: null })
    const occurrence = await makeOccurrence(db)
    const failing = db.$transaction(async (tx) => {
      await issueCertificate(tx, scope, {
        personId: person.id,
        occurrenceId: occurrence.id,
        programme,
        settings,
        standardVersion: '',
        attemptId: uuid(),
        scorePercent: 92,
      })
      throw new Error('something else fails')
    })
    await expect(failing).rejects.toThrow('something else fails')
    expect(await db.certificate.count({ where: { personId: person.id } })).toBe(0)
  })

  it('is held by the database too: a second valid row is refused', async () => {
    const { county } = await organisation()
    const { certificate } = await certified(county)
    const year = 2099
    const twin = { ...certificate, id: uuid(), token: uuid(), number: certificateNumber('JR-HEB', year, Math.floor(Math.random() * 900_000) + 1) }
    await expect(db.certificate.create({ data: twin })).rejects.toThrow()
  })

  it('freezes the name, the city’s branch, the dates and the number', async () => {
    const { city, county } = await organisation()
    const { person, certificate } = await certified(county)
    await db.person.update({ where: { id: person.id }, data: { name: '王晓敏' } })
    await db.unit.update({ where: { id: city.id }, data: { name: `${city.name}（新）` } })
    const kept = await db.certificate.findUniqueOrThrow({ where: { id: certificate.id } })
    expect(kept).toMatchObject({ holderName: '王小敏', unitName: city.name, title: programme.certificateTitle, issuer: settings.issuer })
    expect(kept.token).toMatch(/^[\w-]{22}$/)
    expect(dateOnly(kept.issuedOn)).toBe(businessDay(kept.issuedAt))
    expect(dateOnly(kept.validUntil)).toBe(validUntil(dateOnly(kept.issuedOn), 12))
  })

  it('names the unit itself where no city is above it', async () => {
    const { province } = await organisation()
    expect((await certified(province)).certificate.unitName).toBe(province.name)
  })
})

describe('revoking', () => {
  const body = { reason: '签发错误', note: '姓名有误' }

  it('takes an administrator, a reason and the number; then a new one can be issued', async () => {
    const { province, county } = await organisation()
    const { person, certificate } = await certified(county)
    const administrator = await makePerson(db, { unit: province })
    await grantRole(db, administrator.id, 'administrator')
    const revoke = (number: string) => json(ask(revokeCertificate, { certificateId: certificate.id }, { as: administrator, body: { ...body, number } }))

    const wrong = await revoke('JR-HEB-2026-999999-0')
    expect([wrong.status, wrong.body.error?.reason]).toEqual([409, 'number'])
    const both = await Promise.all([revoke(certificate.number.toLowerCase()), revoke(certificate.number)])
    const again = await revoke(certificate.number)
    expect([...both, again].map(({ status }) => status)).toEqual([200, 200, 200])
    expect(new Set([...both, again].map((answer) => (answer.body.data as { revokedAt: string }).revokedAt)).size).toBe(1)

    const row = await db.certificate.findUniqueOrThrow({ where: { id: certificate.id } })
    expect(row).toMatchObject({ revokedReason: '签发错误：姓名有误', revokedById: administrator.id })
    const audit = await db.auditEntry.findMany({ where: { subjectId: certificate.id } })
    expect(audit).toHaveLength(1)
    expect(audit[0]).toMatchObject({
      actorId: administrator.id,
      action: 'certificate.revoked',
      before: { status: 'valid' },
      after: { status: 'revoked', reason: '签发错误：姓名有误' },
    })

    const reissued = await Promise.all(Array.from({ length: 5 }, () => issue(person.id, certificate.occurrenceId)))
    expect(new Set(reissued.map(({ id }) => id)).size).toBe(1)
    expect(reissued[0]?.id).not.toBe(certificate.id)
  })

  it('is nobody else’s: holder and manager are told there is nothing', async () => {
    const { city, county } = await organisation()
    const { person, certificate } = await certified(county)
    const manager = await makePerson(db, { unit: city })
    await grantRole(db, manager.id, 'manager', city.id)
    for (const as of [person, manager])
      expect((await ask(revokeCertificate, { certificateId: certificate.id }, { as, body: { ...body, number: certificate.number } })).status).toBe(404)
    expect((await db.certificate.findUniqueOrThrow({ where: { id: certificate.id } })).revokedAt).toBeNull()
  })
})

describe('a stranger’s check', () => {
  it('tells by token and full name only whether they fit', async () => {
    const { county } = await organisation()
    const { certificate } = await certified(county, '买买提·艾力')
    const check = (token: string, name: string) => json(ask(checkHolder, { token }, { body: { name } }))
    expect(await check(certificate.token, '买买提•艾力 ')).toEqual({ status: 200, body: { data: { matches: true } } })
    const no = await check(certificate.token, '买买提')
    expect(no).toEqual({ status: 200, body: { data: { matches: false } } })
    expect(await check('A'.repeat(22), '买买提·艾力')).toEqual(no)
    expect(await check('short', '买买提·艾力')).toEqual(no)
  })

  it('tells by number and name the status, and for anything else the same “unknown”', async () => {
    const { county } = await organisation()
    const { certificate } = await certified(county)
    const lookUp = (number: string, name: string) => json(ask(lookUpCertificate, {}, { body: { number, name } }))
    expect((await lookUp(` ${certificate.number.toLowerCase()} `, '王 小敏')).body.data).toEqual({ status: 'valid' })
    const unknown = await lookUp(certificateNumber('JR-HEB', 2031, 999_998), '王小敏')
    expect(unknown).toEqual({ status: 200, body: { data: { status: 'unknown' } } })
    expect(await lookUp(certificate.number, '王大敏')).toEqual(unknown)
    expect(await lookUp('不是编号', '王小敏')).toEqual(unknown)

    await db.certificate.update({ where: { id: certificate.id }, data: { validUntil: new Date('2026-01-01') } })
    expect((await lookUp(certificate.number, '王小敏')).body.data).toEqual({ status: 'expired' })
    await db.certificate.update({ where: { id: certificate.id }, data: { revokedAt: await databaseNow(db) } })
    expect((await lookUp(certificate.number, '王小敏')).body.data).toEqual({ status: 'revoked' })
  })
})

describe('the PDF', () => {
  const face = {
    number: 'JR-HEB-2026-000128-0',
    holderName: '王敏',
    unitName: '清川市分公司（示例）',
    title: programme.certificateTitle,
    scope: '岗前培训｜试行版第一、二篇',
    issuer: settings.issuer,
    issuedOn: '2026-11-23',
    validUntil: '2027-11-22',
    status: 'valid',
  } as const
  async function open(pdf: Uint8Array) {
    const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0, useSystemFonts: false }).promise
    const page = await document.getPage(1)
    const content = await page.getTextContent()
    return {
      document,
      page,
      text: content.items
        .map((item) => ('str' in item ? item.str : ''))
        .join('')
        .replace(/\s/g, ''),
    }
  }

  it('is one landscape A4 page whose text can be read out', async () => {
    const { document, page, text } = await open(await drawCertificatePdf(face, 'http://127.0.0.1:3000/verify/abcdefghijklmnopqrstuv'))
    expect(document.numPages).toBe(1)
    expect(page.view.slice(2).map(Math.round)).toEqual([842, 595])
    for (const part of [
      face.title,
      face.holderName,
      face.unitName,
      face.number,
      face.issuer,
      '2026年11月23日',
      '2027年11月22日',
      '企业内部培训合格证明，不作执业资格凭证。',
    ])
      expect(text).toContain(part)
  })

  it('draws glyphs, not boxes, and the word across the sill when it is no longer valid', async () => {
    /** Share of dark pixels in a part of the page, given in points. */
    const darkness = async (certificate: Parameters<typeof drawCertificatePdf>[0], [x, y, width, height]: [number, number, number, number]) => {
      const { document, page } = await open(await drawCertificatePdf(certificate, 'http://127.0.0.1:3000/verify/abcdefghijklmnopqrstuv'))
      const viewport = page.getViewport({ scale: 2 })
      // pdf.js draws with a canvas of its own copy of the package; another's paths it does not know.
      const factory = document.canvasFactory as { create: (width: number, height: number) => { canvas: HTMLCanvasElement & Canvas } }
      const { canvas } = factory.create(Math.ceil(viewport.width), Math.ceil(viewport.height))
      await page.render({ canvas, viewport }).promise
      const { data } = (canvas as Canvas).getContext('2d').getImageData(x * 2, y * 2, width * 2, height * 2)
      let dark = 0
      for (let i = 0; i < data.length; i += 4) if ((data[i] ?? 255) < 90) dark++
      return dark / (data.length / 4)
    }
    const name: [number, number, number, number] = [370, 228, 105, 46]
    const [one, another] = [await darkness(face, name), await darkness({ ...face, holderName: '一丁' }, name)]
    expect(one).toBeGreaterThan(0.05)
    expect(one).toBeGreaterThan(another * 1.5) // a missing glyph would be the same box for each
    const { text } = await open(await drawCertificatePdf({ ...face, status: 'revoked' }, 'http://127.0.0.1:3000/verify/x'))
    expect(text).toContain('已撤销')
  })

  it('is for the holder and those who may see the holder; others are told there is nothing', async () => {
    const { city, county, province } = await organisation()
    const { person, certificate } = await certified(county)
    const manager = await makePerson(db, { unit: city })
    await grantRole(db, manager.id, 'manager', city.id)
    const elsewhere = await makeUnit(db, { parent: province })
    const stranger = await makePerson(db, { unit: elsewhere })
    await grantRole(db, stranger.id, 'manager', elsewhere.id)
    const get = (as?: MadePerson) => ask(certificatePdf, { certificateId: certificate.id }, as ? { as } : {})
    for (const as of [person, manager]) {
      const answer = await get(as)
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
      expect(answer.headers.get('content-disposition')).toContain(`${certificate.number}.pdf`)
    }
    expect((await get(stranger)).status).toBe(404)
    expect((await get()).status).toBe(401)
  })

  it('leaves a name that the font lacks to the page the browser prints', async () => {
    const { county } = await organisation()
    const { person, certificate } = await certified(county, '𠮷小敏')
    const answer = await ask(certificatePdf, { certificateId: certificate.id }, { as: person })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/certificates/${certificate.id}/print`])
  })
})
