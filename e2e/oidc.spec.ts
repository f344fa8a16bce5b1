import { makePerson, makeUnit, testPassword } from '@/tests/factories'
import { expect, look, test } from './fixtures'
import { IdentityProvider } from './identity-provider'

/** Signing in by the organisation's identity provider: the built application against a real one on loopback. */

test.describe.configure({ mode: 'serial' })
let provider: IdentityProvider
test.beforeAll(async () => {
  provider = await IdentityProvider.start(process.env.BASE_URL ?? '')
})
test.afterAll(() => provider.stop())

const button = '统一身份登录'

test('who is on the roster gets in, and to where they were going', async ({ page, db }) => {
  const person = await makePerson(db, { unit: await makeUnit(db), passwordHash: null })
  provider.who = person.loginName.toLowerCase()
  await page.goto('/standard')
  await expect(page).toHaveURL('/sign-in?from=%2Fstandard')
  await look(page)
  await page.getByRole('button', { name: button }).click()
  await expect(page).toHaveURL('/standard')
  for (const check of ['state', 'nonce', 'code_challenge']) expect(provider.asked?.get(check) ?? '', check).toMatch(/^[\w-]{20,}$/)
  expect(provider.asked?.get('code_challenge_method')).toBe('S256')
  // The session is a row like any other: listed, and over when it is revoked.
  expect(await db.session.findMany({ where: { personId: person.id } })).toMatchObject([{ remember: false, device: 'Chrome，Linux' }])
  await db.session.updateMany({ where: { personId: person.id }, data: { revokedAt: new Date() } })
  await page.reload()
  await expect(page).toHaveURL('/sign-in?from=%2Fstandard')
})

test('strangers and those who have left come back to the form, and nobody is created', async ({ page, db }) => {
  const left = await makePerson(db, { unit: await makeUnit(db), status: 'left' })
  const people = await db.person.count()
  for (const who of [`nobody-${left.id}`, left.loginName]) {
    provider.who = who
    await page.context().clearCookies()
    await page.goto('/sign-in')
    await page.getByRole('button', { name: button }).click()
    await expect(page.getByRole('alert').filter({ hasText: '这个账号不在学习名单里' })).toBeVisible()
    await expect(page.getByLabel('密码', { exact: true })).toBeVisible()
    await page.goto('/')
    await expect(page).toHaveURL('/sign-in')
  }
  await look(page)
  expect(await db.session.count({ where: { personId: left.id } })).toBe(0)
  expect(await db.person.count()).toBe(people)
})

for (const part of ['state', 'code'])
  test(`an answer with another ${part} opens nothing`, async ({ page, db }) => {
    const person = await makePerson(db, { unit: await makeUnit(db) })
    provider.who = person.loginName
    provider.bend = (back) => back.searchParams.set(part, 'x'.repeat(43))
    await page.goto('/sign-in?from=%2Fstandard')
    await page.getByRole('button', { name: button }).click()
    await expect(page.getByRole('alert').filter({ hasText: '统一身份登录没有完成' })).toBeVisible()
    expect(await db.session.count({ where: { personId: person.id } })).toBe(0)
    // With the password one still gets to where one was going.
    provider.bend = () => {}
    await page.getByLabel('工号或手机号').fill(person.loginName)
    await page.getByLabel('密码', { exact: true }).fill(testPassword)
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await expect(page).toHaveURL('/standard')
  })
