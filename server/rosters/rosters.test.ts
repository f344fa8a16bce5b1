import { v7 as uuid } from 'uuid'
import { expect, it } from 'vitest'
import { rosterColumns } from '@/domain/roster'
import type { RosterSummary } from '@/domain/roster-import'
import { env } from '@/server/env'
import { testDatabase } from '@/tests/database'
import {
  completeCurriculum,
  grantRole,
  keyedContent,
  type MadePerson,
  type MadeUnit,
  makeOccurrence,
  makePerson,
  makeUnit,
  sessionCookie,
} from '@/tests/factories'
import { undoRoster } from './ask-undo'
import { confirmRoster } from './confirm-roster'
import { exportDryRun } from './export-dry-run'
import { rosterTemplate } from './roster-template'
import { uploadRoster } from './upload-roster'
import { workOnImport } from './work-on-import'
import { workOnRosters } from './work-on-rosters'

const db = testDatabase()

type Handler = typeof uploadRoster
type Answer = { status: number; data?: { importId: string; state: string }; error?: { code: string; reason?: string; message: string } }
async function send(
  handler: Handler,
  request: { params?: Record<string, string>; query?: string; body?: BodyInit; type?: string; method?: string },
  as?: MadePerson,
) {
  const cookie = as && (await sessionCookie(db, as.id))
  return handler(
    new Request(`${env().NEXTAUTH_URL}/api/x${request.query ?? ''}`, {
      method: request.method ?? 'POST',
      headers: {
        'content-type': request.type ?? 'application/json',
        origin: env().NEXTAUTH_URL,
        ...(cookie ? { cookie: `${cookie.name}=${cookie.value}` } : {}),
      },
      ...(request.body === undefined ? {} : { body: request.body }),
    }),
    { params: Promise.resolve(request.params ?? {}) },
  )
}
async function answer(...given: Parameters<typeof send>): Promise<Answer> {
  const response = await send(...given)
  return { status: response.status, ...((await response.json()) as object) }
}

const upload = (as: MadePerson | undefined, text: string | Buffer, query = '?name=%E5%90%8D%E5%86%8C.csv') =>
  answer(uploadRoster, { body: typeof text === 'string' ? text : new Uint8Array(text), type: 'application/octet-stream', query }, as)
const confirm = (as: MadePerson, importId: string, leavers: number | null = null) =>
  answer(confirmRoster, { params: { importId }, body: JSON.stringify({ leavers }) }, as)
const undo = (as: MadePerson, importId: string) => answer(undoRoster, { params: { importId }, body: '{}' }, as)
const found = async (id: string) => {
  const row = await db.rosterImport.findUniqueOrThrow({ where: { id } })
  return { ...row, summary: row.summary as RosterSummary | null }
}

/** A province with a round for everybody in it, an administrator, and how a roster of it reads. */
async function beginning() {
  const province = await makeUnit(db, { name: `省分公司${uuid()}` })
  const round = await makeOccurrence(db, { rule: { unitIds: [province.id] } })
  const administrator = await makePerson(db, { unit: province })
  await grantRole(db, administrator.id, 'administrator')
  const key = uuid().slice(-8).toUpperCase()
  const line = (login: string, name: string, change: Partial<Record<(typeof rosterColumns)[number], string>> = {}) => {
    const cells: Record<string, string> = {
      登录名: `${login}${key}`,
      姓名: name,
      机构路径: `${province.name}/清川市分公司`,
      岗位: '柜面客服',
      服务环节: '咨询',
      人员类别: '员工',
      入职日期: '2026-11-02',
      ...change,
    }
    return rosterColumns.map((column) => cells[column] ?? '').join(',')
  }
  const file = (...lines: string[]) => [rosterColumns.join(','), ...lines].join('\r\n')
  const login = (short: string) => `${short}${key}`
  const person = (short: string) =>
    db.person.findFirst({ where: { loginNames: { some: { name: login(short) } } }, include: { unit: true, roles: true, members: true, loginNames: true } })
  return { province, round, administrator, line, file, login, person }
}
/** Uploads, and works on it as the job does. */
async function check(as: MadePerson, text: string, query?: string): Promise<string> {
  const { data } = await upload(as, text, query)
  const importId = data?.importId ?? ''
  await workOnImport(db, importId, 'staged')
  return importId
}
async function writeAll(as: MadePerson, importId: string): Promise<void> {
  const leaving = (await found(importId)).summary?.counts.leaving ?? 0
  expect(await confirm(as, importId, leaving)).toMatchObject({ status: 200, data: { state: 'writing' } })
  await workOnImport(db, importId, 'writing')
}
async function undoAll(as: MadePerson, importId: string): Promise<RosterSummary['undone']> {
  expect(await undo(as, importId)).toMatchObject({ status: 200, data: { state: 'undoing' } })
  await workOnImport(db, importId, 'undoing')
  return (await found(importId)).summary?.undone
}
/** Everything an import may touch in this province, in a form that can be compared. */
async function pictureOf(province: MadeUnit) {
  const people = await db.person.findMany({
    where: { unit: { path: { startsWith: province.path } } },
    include: { loginNames: { orderBy: { name: 'asc' } }, roles: { select: { role: true, unitId: true } }, members: { orderBy: { occurrenceId: 'asc' } } },
    orderBy: { id: 'asc' },
  })
  return { people, units: await db.unit.findMany({ where: { path: { startsWith: province.path } }, orderBy: { path: 'asc' } }) }
}

it('from upload to undo', async () => {
  const { province, administrator, line, file, person } = await beginning()
  const before = await pictureOf(province)
  const importId = await check(administrator, file(line('007', '吴桐', { 经理: '是' }), line('008', '郝𠮷')))
  expect(await found(importId)).toMatchObject({ state: 'checked', fileName: '名册.csv', summary: { counts: { new: 2, warned: 1, wrong: 0, newUnits: 1 } } })
  expect(await person('007')).toBeNull()

  await writeAll(administrator, importId)
  expect(await found(importId)).toMatchObject({ state: 'written', contents: null, summary: { written: { joined: 2 } } })
  const made = await person('007')
  expect(made).toMatchObject({ nameInitials: 'wt', roles: [{ role: 'manager' }], members: [{ endedAt: null }] })
  expect(await db.oneTimeCode.count({ where: { personId: made?.id ?? '' } })).toBe(0)

  const again = await check(administrator, file(line('007', '吴桐', { 经理: '是' }), line('008', '郝𠮷')))
  expect((await found(again)).summary?.counts).toMatchObject({ new: 0, changed: 0, leaving: 0, unchanged: 2, newUnits: 0 })
  expect(await confirm(administrator, again)).toMatchObject({ status: 409, error: { reason: 'nothing' } })

  expect(await undoAll(administrator, importId)).toEqual({ removed: 2, restored: 0, units: 1, kept: [], keptCount: 0 })
  expect(await pictureOf(province)).toEqual(before)
  const actions = await db.auditEntry.findMany({ where: { subjectId: importId }, orderBy: { at: 'asc' } })
  expect(actions.map(({ action, actorId }) => [action, actorId === administrator.id])).toEqual(
    ['roster.uploaded', 'roster.confirmed', 'roster.imported', 'roster.undo-asked', 'roster.undone'].map((action) => [action, true]),
  )
})

it('undo gives back what people were: unit, roles, login names, status, memberships', async () => {
  const { province, administrator, line, file, login, person } = await beginning()
  await writeAll(administrator, await check(administrator, file(line('1', '吴桐', { 经理: '是' }), line('2', '郝佳'), line('3', '单雄'))))
  const before = await pictureOf(province)
  const importId = await check(
    administrator,
    file(
      line('1', '吴桐', { 机构路径: province.name, 岗位: '大堂引导', 手机: '13800000001' }),
      line('2', '郝佳', { 状态: '离职' }),
      line('3', '单雄', { 登录名: `${login('3')}；${login('X3')}`, 状态: '休假', 经理: '是' }),
    ),
  )
  expect((await found(importId)).summary?.counts).toMatchObject({ changed: 2, leaving: 1 })
  await writeAll(administrator, importId)
  expect(await person('2')).toMatchObject({ status: 'left' })
  expect(await person('X3')).toMatchObject({ name: '单雄', status: 'on_leave' })
  expect(await undoAll(administrator, importId)).toMatchObject({ removed: 0, restored: 3, keptCount: 0 })
  expect(await pictureOf(province)).toEqual(before)
})

it('undo leaves alone who has signed in, learned or been changed since, and says so', async () => {
  const { administrator, line, file, person } = await beginning()
  const importId = await check(administrator, file(line('1', '吴桐'), line('2', '郝佳'), line('3', '单雄'), line('4', '方圆')))
  await writeAll(administrator, importId)
  const [signedIn, learned, changed] = await Promise.all([person('1'), person('2'), person('3')])
  await db.person.update({ where: { id: signedIn?.id ?? '' }, data: { passwordSetAt: new Date() } })
  await completeCurriculum(db, await keyedContent(db), { id: learned?.id ?? '', unitId: learned?.unitId ?? '' })
  await db.person.update({ where: { id: changed?.id ?? '' }, data: { position: '大堂引导' } })
  const undone = await undoAll(administrator, importId)
  expect(undone).toMatchObject({ removed: 1, units: 0, keptCount: 3 })
  expect(undone?.kept.map(({ name, reason }) => `${name} ${reason}`).sort()).toEqual(['单雄 changed', '吴桐 used', '郝佳 used'])
  expect(await person('4')).toBeNull()
  expect(await person('1')).not.toBeNull()
})

it('undo is possible for a day', async () => {
  const { administrator, line, file, person } = await beginning()
  const importId = await check(administrator, file(line('1', '吴桐')))
  expect(await undo(administrator, importId)).toMatchObject({ status: 409, error: { reason: 'late' } })
  await writeAll(administrator, importId)
  await db.rosterImport.update({ where: { id: importId }, data: { writtenAt: new Date(Date.now() - 24 * 3_600_000 - 1_000) } })
  expect(await undo(administrator, importId)).toMatchObject({ status: 409, error: { reason: 'late' } })
  expect(await person('1')).not.toBeNull()
})

it('many leavers are confirmed by their number', async () => {
  const { administrator, line, file, person } = await beginning()
  await writeAll(administrator, await check(administrator, file(...Array.from({ length: 40 }, (_, i) => line(`P${i}X`, '吴桐')))))
  const leaving = await check(administrator, file(...Array.from({ length: 40 }, (_, i) => line(`P${i}X`, '吴桐', { 状态: '离职' }))))
  const { presentBefore } = (await found(leaving)).summary?.counts ?? { presentBefore: 0 }
  // Other tests of this database have people too; the share is that of all.
  if (40 * 20 > presentBefore) {
    expect(await confirm(administrator, leaving)).toMatchObject({
      status: 409,
      error: { reason: 'leavers', message: '这次有40人离职。请核对后输入这个人数。' },
    })
    expect(await confirm(administrator, leaving, 39)).toMatchObject({ status: 409 })
  }
  expect(await confirm(administrator, leaving, 40)).toMatchObject({ status: 200 })
  await workOnImport(db, leaving, 'writing')
  expect(await person('P7X')).toMatchObject({ status: 'left' })
})

it('when people have changed since the dry run, it is shown again and nothing is written', async () => {
  const { administrator, line, file, person } = await beginning()
  await writeAll(administrator, await check(administrator, file(line('1', '吴桐'))))
  const importId = await check(administrator, file(line('1', '吴桐', { 岗位: '大堂引导' })))
  await db.person.update({ where: { id: (await person('1'))?.id ?? '' }, data: { position: '查勘' } })
  expect(await confirm(administrator, importId)).toMatchObject({ status: 200 })
  await workOnImport(db, importId, 'writing')
  expect(await found(importId)).toMatchObject({ state: 'checked', summary: { outdated: true } })
  expect(await person('1')).toMatchObject({ position: '查勘' })
  await writeAll(administrator, importId)
  expect(await person('1')).toMatchObject({ position: '大堂引导' })
})

it('wrong rows are told by cell and keep everything out', async () => {
  const { administrator, line, file, person } = await beginning()
  const importId = await check(administrator, file(line('1', '吴桐'), line('2', '郝佳', { 手机: '123', 入职日期: '昨天' })))
  expect((await found(importId)).summary?.counts).toMatchObject({ new: 1, wrong: 1 })
  const rows = await db.rosterRow.findMany({ where: { importId }, orderBy: { sequence: 'asc' } })
  expect(rows.map(({ line: at, outcome, name }) => ({ at, outcome, name }))).toEqual([
    { at: 2, outcome: 'new', name: '吴桐' },
    { at: 3, outcome: 'wrong', name: '郝佳' },
  ])
  expect(rows[1]?.notes).toEqual([
    { column: '入职日期', cell: 'G3', says: '“昨天”不是日期，请写成2026-01-05' },
    { column: '手机', cell: 'J3', says: '“123”不是11位手机号' },
  ])
  expect(await confirm(administrator, importId)).toMatchObject({ status: 409, error: { reason: 'wrong' } })
  expect(await person('1')).toBeNull()

  const csv = await (await send(exportDryRun, { method: 'GET', params: { importId }, query: '?format=csv&show=wrong' }, administrator)).text()
  expect(csv).toContain('3,有误,郝佳')
  expect(csv).toContain('J3,手机,“123”不是11位手机号')
  expect(csv).not.toContain('吴桐')
  const xlsx = await send(exportDryRun, { method: 'GET', params: { importId }, query: '?format=xlsx' }, administrator)
  expect(
    Buffer.from(await xlsx.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')
})

it('a file that cannot be read is refused at once, or by the job, with a sentence', async () => {
  const { administrator } = await beginning()
  expect(await upload(administrator, Buffer.from('%PDF-1.7'))).toMatchObject({
    status: 409,
    error: { reason: 'file', message: '这不是表格文件。请上传xlsx或csv。' },
  })
  expect(await upload(administrator, Buffer.alloc(33 * 2 ** 20, 65))).toMatchObject({
    status: 413,
    error: { message: '文件超过32MB。请只留名册那一页，再上传。' },
  })
  const importId = await check(administrator, '登录名,姓名\n1,"吴桐')
  expect(await found(importId)).toMatchObject({ state: 'refused', contents: null, refusal: expect.stringContaining('引号') })
  expect(await confirm(administrator, importId)).toMatchObject({ status: 409, error: { reason: 'state' } })
})

it('only administrators; what there is not is not found', async () => {
  const { province, administrator, line, file } = await beginning()
  const manager = await makePerson(db, { unit: province })
  await grantRole(db, manager.id, 'manager', province.id)
  const importId = await check(administrator, file(line('1', '吴桐')))
  for (const other of [manager, await makePerson(db, { unit: province })]) {
    expect((await upload(other, file())).status).toBe(404)
    expect((await confirm(other, importId)).status).toBe(404)
    expect((await undo(other, importId)).status).toBe(404)
    for (const handler of [exportDryRun, rosterTemplate])
      expect((await send(handler, { method: 'GET', params: { importId }, query: '?format=csv' }, other)).status).toBe(404)
  }
  expect((await upload(undefined, file())).status).toBe(401)
  for (const id of ['nobody', uuid()]) expect((await confirm(administrator, id)).status).toBe(404)
  expect((await answer(uploadRoster, { body: '{}', type: 'application/json' }, administrator)).status).toBe(415)
})

it('repeats are harmless', async () => {
  const { administrator, line, file, person } = await beginning()
  const importId = await check(administrator, file(line('1', '吴桐')))
  await workOnImport(db, importId, 'staged')
  await Promise.all([confirm(administrator, importId), confirm(administrator, importId)])
  await Promise.all([workOnImport(db, importId, 'writing'), workOnImport(db, importId, 'writing')])
  expect(await confirm(administrator, importId)).toMatchObject({ data: { state: 'written' } })
  expect(await db.auditEntry.count({ where: { subjectId: importId, action: { in: ['roster.confirmed', 'roster.imported'] } } })).toBe(2)
  await Promise.all([undo(administrator, importId), undo(administrator, importId)])
  await Promise.all([workOnImport(db, importId, 'undoing'), workOnImport(db, importId, 'undoing')])
  expect(await undo(administrator, importId)).toMatchObject({ data: { state: 'undone' } })
  expect(await person('1')).toBeNull()
})

it('what was begun and killed is taken back, and asks to be confirmed again', async () => {
  const { administrator, line, file } = await beginning()
  const importId = await check(administrator, file(line('1', '吴桐')))
  await confirm(administrator, importId)
  const client = { query: async () => ({ rows: [{ held: true }] }) }
  const worked: string[] = []
  expect(
    await workOnRosters(client, async ({ id, state }) => {
      if (id === importId) worked.push(state)
      throw new Error('killed')
    }),
  ).toBe(true)
  expect(worked).toEqual(['writing'])
  expect(await found(importId)).toMatchObject({ state: 'checked', tries: 0, summary: { interrupted: true, counts: { new: 1 } } })
  await writeAll(administrator, importId)
  expect(await found(importId)).toMatchObject({ state: 'written' })
  expect((await found(importId)).summary).not.toHaveProperty('interrupted')
  expect(await workOnRosters({ query: async () => ({ rows: [{ held: false }] }) })).toBe(false)
})

it('a file that stops its reader three times is refused', async () => {
  const { administrator, line, file } = await beginning()
  const { data } = await upload(administrator, file(line('1', '吴桐')))
  const client = { query: async () => ({ rows: [{ held: true }] }) }
  let tries = 0
  await workOnRosters(client, async ({ id }) => {
    if (id === data?.importId) tries += 1
    throw new Error('killed')
  })
  expect(tries).toBe(3)
  expect(await found(data?.importId ?? '')).toMatchObject({ state: 'refused', refusal: expect.stringContaining('没有读完') })
})
