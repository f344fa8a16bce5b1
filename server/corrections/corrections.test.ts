import { v7 as uuid } from 'uuid'
import { expect, it } from 'vitest'
import { authorize } from '@/server/access'
import { openSession, readSession } from '@/server/auth/session'
import { testDatabase } from '@/tests/database'
import { grantRole, type MadePerson, makePerson, makeUnit } from '@/tests/factories'
import { ask, told } from '@/tests/requests'
import { listCorrections, listOwnCorrections } from './queries'
import { requestCorrection } from './request-correction'
import { resolveCorrection } from './resolve-correction'

const db = testDatabase()

async function cast() {
  const unit = await makeUnit(db)
  const [learner, other, manager, admin] = await Promise.all([1, 2, 3, 4].map(() => makePerson(db, { unit })))
  if (!learner || !other || !manager || !admin) throw new Error('nobody')
  await grantRole(db, manager.id, 'manager', unit.id)
  await grantRole(db, admin.id, 'administrator')
  return { learner, other, manager, admin }
}
const request = async (as: MadePerson, says = '岗位应当是柜面客服', id = uuid()) => told(await ask(db, requestCorrection, { as, body: { id, says } }))
const resolve = async (as: MadePerson, correctionId: string, outcome = '已改好') =>
  told(await ask(db, resolveCorrection, { as, params: { correctionId }, body: { outcome } }))
async function actorOf(person: MadePerson) {
  const actor = await readSession(await openSession(db, person.id, false))
  if (!actor) throw new Error('no session')
  return actor
}

it('goes from request to answer; both sides see it, and each step is in the audit once', async () => {
  const { learner, other, admin } = await cast()
  const id = uuid()
  expect((await request(learner, '入职日期写错了', id)).status).toBe(200)
  expect((await request(learner, '入职日期写错了', id)).status).toBe(200)
  const asAdmin = authorize(await actorOf(admin), 'person.edit')
  expect((await listCorrections(db, asAdmin, 'open')).find((entry) => entry.id === id)).toMatchObject({ says: '入职日期写错了', person: { id: learner.id } })
  expect((await resolve(admin, id)).status).toBe(200)
  expect((await resolve(admin, id)).status).toBe(200)
  expect(await resolve(admin, id, '另一个答复')).toMatchObject({ status: 409, error: { reason: 'resolved' } })
  const own = authorize(await actorOf(learner), 'account.own')
  expect(await listOwnCorrections(db, own)).toMatchObject([{ id, outcome: '已改好' }])
  expect(await listOwnCorrections(db, authorize(await actorOf(other), 'account.own'))).toEqual([])
  const lines = await db.auditEntry.findMany({ where: { subject: 'correction', subjectId: id }, orderBy: { at: 'asc' } })
  expect(lines.map(({ action, actorId }) => [action, actorId])).toEqual([
    ['correction.requested', learner.id],
    ['correction.resolved', admin.id],
  ])
})

it('five may be open, also when more are asked at once; an answer makes room', async () => {
  const { learner, admin } = await cast()
  const answers = await Promise.all(Array.from({ length: 8 }, () => request(learner)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(5)
  expect(answers.filter(({ error }) => error?.reason === 'too-many')).toHaveLength(3)
  const first = await db.correction.findFirstOrThrow({ where: { personId: learner.id } })
  await resolve(admin, first.id)
  expect((await request(learner)).status).toBe(200)
})

it('an id of somebody else is neither taken nor told', async () => {
  const { learner, other } = await cast()
  const id = uuid()
  await request(learner, '手机号少一位', id)
  expect(await request(other, '这是我的', id)).toMatchObject({ status: 409 })
  expect(await db.correction.findUnique({ where: { id } })).toMatchObject({ personId: learner.id, says: '手机号少一位' })
})

it('only an administrator answers; for others the request does not exist', async () => {
  const { learner, manager, admin } = await cast()
  const id = uuid()
  await request(learner, '机构写错了', id)
  const absent = await resolve(admin, uuid())
  const body = ({ status, error }: typeof absent) => ({ status, code: error?.code, message: error?.message })
  for (const answer of [await resolve(manager, id), await resolve(learner, id), await resolve(admin, 'nobody')]) expect(body(answer)).toEqual(body(absent))
  expect((await resolve(admin, id, ' ')).error?.message).toBe('请写一句处理结果，本人会看到。')
  expect((await request(learner, '错')).error?.message).toBe('请写明哪一项有误，应当是什么。')
})
