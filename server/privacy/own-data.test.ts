import { createHash, randomBytes } from 'node:crypto'
import ExcelJS from 'exceljs'
import { v7 as uuid } from 'uuid'
import { expect, it } from 'vitest'
import { systemScope } from '@/server/access'
import { issueCertificate } from '@/server/certificates/queries'
import { testDatabase } from '@/tests/database'
import {
  completeCurriculum,
  finishExam,
  grantRole,
  keyedContent,
  type MadePerson,
  makeCode,
  makeOccurrence,
  makePerson,
  makeUnit,
  sessionCookie,
} from '@/tests/factories'
import { ask, told } from '@/tests/requests'
import { requestCorrection } from '../corrections/request-correction'
import { issueCode } from '../people/issue-code'
import { exportOwnData } from './export-own-data'

const db = testDatabase()
const content = await keyedContent(db)
type Data = Record<string, Record<string, string | number | null>[]> & { exportedAt: string }

/** Someone of whom there is a row of every kind, each marked with their own word. */
async function someoneWithEverything(word: string): Promise<MadePerson & { code: string }> {
  const unit = await makeUnit(db, { name: `${word}机构` })
  const person = await makePerson(db, { unit, name: `${word}姓名`, loginNames: [`${word}${randomBytes(4).toString('hex')}`], phone: `${word}手机` })
  await db.person.update({ where: { id: person.id }, data: { mail: `${word}@example.test` } })
  await grantRole(db, person.id, 'manager', unit.id)
  const round = await makeOccurrence(db, { title: `${word}任务`, members: [person.id] })
  await completeCurriculum(db, content, person)
  const exam = await finishExam(db, content, person, { occurrenceId: round.id, sitting: 1, at: new Date(Date.now() - 3_600_000), wrong: 1 })
  const programme = content.programmes.get('onboarding')
  if (!programme) throw new Error('no programme')
  await issueCertificate(db, systemScope('a certificate of a test'), {
    personId: person.id,
    occurrenceId: round.id,
    programme,
    settings: content.settings,
    standardVersion: content.standard.version,
    attemptId: exam.id,
    scorePercent: exam.scorePercent,
  })
  // What the factories do not make.
  await db.award.createMany({ data: [{ userId: person.id, badgeId: '2.3' }], skipDuplicates: true })
  await db.extraSitting.create({ data: { id: uuid(), personId: person.id, occurrenceId: round.id, reason: `${word}加考`, grantedById: person.id } })
  await db.mail.create({ data: { id: uuid(), recipient: `${word}@example.test`, subject: `${word}来信`, body: `${word}信里的链接` } })
  const importId = uuid()
  await db.rosterImport.create({ data: { id: importId, fileName: `${word}.xlsx`, full: false, uploadedById: uuid(), writtenAt: new Date(), state: 'written' } })
  await db.rosterChange.create({ data: { importId, personId: person.id, before: { position: `${word}旧岗` }, after: { position: `${word}新岗` } } })
  const code = await makeCode(db, person.id)
  expect((await ask(db, requestCorrection, { as: person, body: { id: uuid(), says: `${word}更正` } })).status).toBe(200)
  return { ...person, code }
}
const json = async (as: MadePerson): Promise<{ text: string; data: Data }> => {
  const response = await ask(db, exportOwnData, { as, query: { as: 'json' } })
  expect(response.status).toBe(200)
  const text = await response.text()
  return { text, data: JSON.parse(text) as Data }
}

it('holds a row of every kind, nothing of anybody else, no key, no hash, no session', async () => {
  const [me, other] = [await someoneWithEverything('甲某'), await someoneWithEverything('乙某')]
  // The other, as administrator, issues me a code: I see that it was done, not by whom.
  await grantRole(db, other.id, 'administrator')
  const issued = (await told(await ask(db, issueCode, { as: other, params: { personId: me.id }, body: {} }))).data as { code: string }
  // And I issue one to somebody of mine: theirs, not mine.
  const colleague = await makePerson(db, { unit: { id: me.unitId, path: me.unitPath, name: '' }, name: '丙某姓名' })
  await ask(db, issueCode, { as: me, params: { personId: colleague.id }, body: {} })
  const cookie = await sessionCookie(db, me.id)

  const { text, data } = await json(me)
  const kinds = Object.keys(data).filter((key) => key !== 'exportedAt')
  expect(kinds).toHaveLength(19)
  for (const kind of kinds) expect(data[kind]?.length, kind).toBeGreaterThan(0)
  for (const mark of ['甲某姓名', '甲某手机', '甲某任务', '甲某加考', '甲某来信', '甲某旧岗', '甲某更正', '甲某机构']) expect(text, mark).toContain(mark)

  for (const foreign of ['乙某', '丙某', '信里的链接', other.id, colleague.id]) expect(text, foreign).not.toContain(foreign)
  const stored = await db.person.findUniqueOrThrow({ where: { id: me.id }, include: { sessions: true, codes: true, certificates: true } })
  const doors = [
    stored.passwordHash ?? 'none',
    me.code,
    issued.code,
    cookie.value,
    ...stored.sessions.map(({ id }) => id),
    ...stored.codes.map(({ codeHash }) => codeHash),
  ]
  expect(doors.length).toBeGreaterThanOrEqual(7)
  for (const door of doors) expect(text).not.toContain(door)
  expect(text).not.toContain(createHash('sha256').update(me.code).digest('hex'))
  expect(text).not.toContain('argon2')

  // Of the exam one's own answers and whether they were right, of the questions not a word; of practice no explanation.
  const exam = data.answers?.filter((row) => row.question === '考试题不公开') ?? []
  expect(exam).toHaveLength(content.programmes.get('onboarding')?.exam.items ?? 0)
  expect(exam.filter((row) => row.correct === '否')).toHaveLength(1)
  expect(exam.filter((row) => row.correct === '是').length).toBe(exam.length - 1)
  const bodies = await db.contentItem.findMany({ where: { hash: { in: content.examPool.map(({ hash }) => hash) } } })
  const practised = new Set(data.answers?.map((row) => row.question))
  for (const { body } of bodies) {
    const { stem } = body as { stem: string }
    if (![...practised].some((question) => String(question).includes(stem))) expect(text, 'the stem of an exam question').not.toContain(stem)
  }
  for (const candidate of [...content.examPool, ...content.practicePool]) expect(text).not.toContain(content.keys.get(candidate.hash)?.explanation)
  expect(data.moves?.every((row) => row.said !== '')).toBe(true)
  expect(data.audit?.map(({ by, action }) => [by, action])).toEqual(
    expect.arrayContaining([
      ['经理或管理员', '发登录码'],
      ['本人', '发登录码'],
      ['本人', '申请更正'],
      ['本人', '导出自己的数据'],
    ]),
  )
})

it('is a workbook too: a sheet a kind, headings in Chinese, times of Shanghai', async () => {
  const me = await someoneWithEverything('丁某')
  const at = new Date('2026-11-25T17:30:00Z')
  await db.award.updateMany({ where: { userId: me.id }, data: { awardedAt: at } })
  const response = await ask(db, exportOwnData, { as: me, query: { as: 'xlsx' } })
  expect(response.headers.get('content-disposition')).toContain(encodeURIComponent('我的数据-'))
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(await response.arrayBuffer())
  expect(workbook.worksheets).toHaveLength(19)
  for (const sheet of workbook.worksheets) {
    expect(sheet.rowCount, sheet.name).toBeGreaterThan(1)
    sheet.getRow(1).eachCell((cell) => expect(String(cell.value), sheet.name).toMatch(/[一-鿿]/))
  }
  expect(workbook.getWorksheet('勋章')?.getCell('B2').value).toEqual(new Date('2026-11-26T01:30:00Z'))
  expect(workbook.getWorksheet('档案')?.getCell('A2').value).toBe('丁某姓名')
})

it('tells nothing of an exam that is still open', async () => {
  const me = await makePerson(db, { unit: await makeUnit(db) })
  const [candidate] = content.examPool
  if (!candidate) throw new Error('no exam question')
  const id = uuid()
  const item = { itemId: candidate.itemId, hash: candidate.hash, section: candidate.section, chapter: candidate.chapter, rule: candidate.rule, optionOrder: [] }
  await db.attempt.create({
    data: {
      id,
      userId: me.id,
      unitId: me.unitId,
      kind: 'exam',
      subjectId: 'onboarding',
      revisionId: content.revisionId,
      seed: id,
      paper: { items: [item] },
      itemIds: [item.itemId],
      passPercent: 80,
      responses: { create: { userId: me.id, id: uuid(), itemId: item.itemId, answer: { kind: 'true-false', value: true }, sequence: 1 } },
    },
  })
  const { data } = await json(me)
  expect(data.answers).toMatchObject([{ question: '考试题不公开', answer: '对', correct: '' }])
  expect(data.attempts).toMatchObject([{ closedAt: null, scorePercent: null, passed: '' }])
})

it('goes out three times a minute, also when asked for at once; for nobody it does not', async () => {
  const me = await makePerson(db, { unit: await makeUnit(db) })
  const statuses = await Promise.all(Array.from({ length: 5 }, async () => (await ask(db, exportOwnData, { as: me, query: { as: 'json' } })).status))
  expect(statuses.sort()).toEqual([200, 200, 200, 429, 429])
  expect(await db.auditEntry.count({ where: { actorId: me.id, action: 'own-data.exported' } })).toBe(3)
  expect((await ask(db, exportOwnData, { as: me, query: { as: 'exe' } })).status).toBe(400)
  expect((await ask(db, exportOwnData, { query: { as: 'json' } })).status).toBe(401)
})
