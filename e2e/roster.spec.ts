import type { Page } from '@playwright/test'
import { grantRole, makeOccurrence, makePerson, makeUnit } from '@/tests/factories'
import { expect, look, test, watch } from './fixtures'

/** HR's spreadsheet: in the encoding of an old Excel, with mistakes, mended, written, printed as slips, and the right task on the right phone. */

/** Bytes of GBK, which nothing here can write but everything can read: the other way round through all two-byte characters. */
function toGbk(text: string): Buffer {
  const decoder = new TextDecoder('gb18030')
  const codes = new Map<string, [number, number]>()
  for (let lead = 0x81; lead < 0xff; lead++)
    for (let trail = 0x40; trail < 0xff; trail++) if (trail !== 0x7f) codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail])
  return Buffer.from(
    [...text].flatMap((character) => {
      if (character.charCodeAt(0) < 0x80) return [character.charCodeAt(0)]
      const code = codes.get(character)
      if (!code) throw new Error(`not in GBK: ${character}`)
      return code
    }),
  )
}

async function upload(page: Page, name: string, rows: string[][]) {
  await page.goto('/people/imports')
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: toGbk(rows.map((row) => row.join(',')).join('\r\n')) })
  await page.getByRole('button', { name: '上传并预检' }).click()
  await expect(page).toHaveURL(/\/people\/imports\/[0-9a-f-]{36}/)
}

test('a GBK roster with mistakes is mended and written; the new hire signs in on a phone with the slip, and the task is there', async ({
  page,
  browser,
  db,
  as,
  baseURL,
}) => {
  test.setTimeout(240_000)
  const run = String(Date.now()).slice(-8)
  const province = await makeUnit(db, { name: `花名册省分公司${run}` })
  const administrator = await makePerson(db, { unit: province })
  await grantRole(db, administrator.id, 'administrator')
  // The task is given by rule: whoever comes to the province is given it.
  await makeOccurrence(db, { title: '岗前培训', rule: { unitIds: [province.id] } })

  const header = ['登录名', '姓名', '机构路径', '岗位', '服务环节', '人员类别', '入职日期', '状态', '经理', '手机', '邮箱']
  const branch = `${province.name}/清川市分公司/槐安支公司`
  const hire = [`00${run}`, '吴小满', branch, '柜面客服', '咨询', '员工', '2026-11-02', '在岗', '', '13800001234', '']
  const agent = [`01${run}`, '欧阳青', branch, '个人代理营销员', '展业', '个人代理', '2026-11-02', '在岗', '', '', '']
  const wrong = (row: string[], column: string, value: string) => row.map((cell, i) => (header[i] === column ? value : cell))

  await page.setViewportSize({ width: 1280, height: 800 })
  await as(page, administrator.id)
  await upload(page, '花名册.csv', [header, wrong(hire, '手机', '1380000'), wrong(agent, '服务环节', '柜台')])
  await expect(page.getByText('2行有误，改好前一行也不写入')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('“1380000”不是11位手机号')).toBeVisible()
  await expect(page.getByText('J2', { exact: true })).toBeVisible()
  await expect(page.getByText(/“柜台”不认识/)).toBeVisible()
  await look(page)
  expect(await db.loginName.count({ where: { name: hire[0] ?? '' } })).toBe(0)

  await upload(page, '花名册改好.csv', [header, hire, agent])
  const confirm = page.getByRole('button', { name: /^确认写入：新增2人/ })
  await expect(confirm).toBeVisible({ timeout: 30_000 })
  await look(page)
  await confirm.click()
  await expect(page.getByText(/已全部写入/)).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText(/加入学习任务2人/)).toBeVisible()
  await look(page)

  await page.getByRole('link', { name: '打印登录条' }).click()
  await expect(page.getByRole('heading', { name: '登录条' })).toBeVisible()
  await look(page)
  await page.getByRole('link', { name: `${province.name}含下级2人` }).click()
  await page.getByRole('button', { name: '发登录码（2人）' }).click()
  await expect(page.getByText('已发2个登录码')).toBeVisible()
  await look(page)
  const slip = await page.locator('.slip', { hasText: '吴小满' }).innerText()
  const code = /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{5}/.exec(slip)?.[0] ?? 'no code on the slip'

  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, ...(baseURL ? { baseURL } : {}) })
  const phone = await context.newPage()
  watch(phone)
  await phone.goto('/first-sign-in')
  await phone.getByLabel('工号或手机号').fill(hire[0] ?? '')
  await phone.getByLabel('一次性登录码').fill(code)
  await phone.getByLabel('设一个自己的密码').fill('qing-chuan-88')
  await phone.getByRole('button', { name: '设好密码并登录' }).click()
  await phone.getByRole('button', { name: '我已看过，继续' }).click()
  await expect(phone.getByRole('heading', { name: /吴小满/ })).toBeVisible()
  await expect(phone.getByText(/岗前培训/).first()).toBeVisible()
  await look(phone)
  await context.close()

  // The manager's side of it: found by the initials of the name, and no longer waiting for a code.
  await page.goto('/people?q=wxm')
  await expect(page.getByRole('link', { name: /吴小满/ }).first()).toBeVisible()
  const [entry] = await db.auditEntry.findMany({ where: { actorId: administrator.id, action: 'roster.imported' } })
  expect(entry?.after).toMatchObject({ new: 2 })
})
