import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createCanvas, DOMMatrix, ImageData, Path2D } from '@napi-rs/canvas'
import type { Page } from '@playwright/test'
import { completeCurriculum, grantRole, makeOccurrence, makePerson } from '@/tests/factories'
import { answer, expect, look, test, watch } from './fixtures'

const phone = { width: 390, height: 844 }

/** Imports a roster as an administrator would on the command line. Returns the one-time codes by login name. */
function importRoster(rows: string[][]): Map<string, string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'liangchuang-roster-'))
  const header = ['登录名', '姓名', '机构路径', '岗位', '服务环节', '人员类别', '入职日期', '状态', '经理', '手机', '邮箱']
  const file = path.join(folder, 'roster.csv')
  writeFileSync(file, [header, ...rows].map((row) => row.join(',')).join('\n'))
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/people-import.ts', file], { encoding: 'utf8' })
  const written = readdirSync(folder)
    .filter((name) => name !== 'roster.csv')
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
    .join('\n')
  return new Map(
    rows.flatMap(([login = '']) => {
      const line = written.split('\n').find((entry) => entry.includes(login))
      const code = /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{5}/.exec(line ?? '')?.[0]
      return code ? [[login, code] as const] : []
    }),
  )
}

/** Text of the PDF, and the share of its first page's picture that is not paper. */
async function readPdf(bytes: Uint8Array): Promise<{ text: string; inked: number; landscape: boolean }> {
  // pdf.js draws with whatever of these is global when it is loaded: they must be of the canvas it draws on.
  Object.assign(globalThis, { DOMMatrix, ImageData, Path2D })
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const pdf = await getDocument({ data: bytes, useSystemFonts: false }).promise
  const page = await pdf.getPage(1)
  const text = (await page.getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join('')
  const viewport = page.getViewport({ scale: 1 })
  const canvas = createCanvas(viewport.width, viewport.height)
  const context = canvas.getContext('2d')
  await page.render({ canvas: canvas as unknown as HTMLCanvasElement, canvasContext: context as unknown as CanvasRenderingContext2D, viewport }).promise
  const { data } = context.getImageData(0, 0, viewport.width, viewport.height)
  let dark = 0
  for (let i = 0; i < data.length; i += 4) if ((data[i] ?? 255) + (data[i + 1] ?? 255) + (data[i + 2] ?? 255) < 600) dark++
  return { text, inked: dark / (data.length / 4), landscape: viewport.width > viewport.height }
}

async function throughPractice(page: Page, content: Parameters<typeof answer>[1], items: number) {
  for (let n = 1; n <= items; n++) {
    // The page has turned before the question is read.
    await expect(page.getByText(`${n}/${items}`, { exact: true })).toBeVisible()
    await answer(page, content)
    await page.getByRole('button', { name: '确定' }).click()
    await expect(page.getByRole('heading', { name: '正确' })).toBeVisible()
    if (n === 1) await look(page)
    await page.getByRole('button', { name: n === items ? '看结果' : '下一题' }).click()
  }
}

test('a new hire signs in, learns, passes and holds a certificate; the manager sees it; a stranger verifies it; it is revoked', async ({
  page,
  browser,
  db,
  content,
  as,
  baseURL,
}) => {
  test.setTimeout(420_000)
  const run = String(Date.now()).slice(-8)
  const login = `0${run}`
  const branch = `示例省分公司${run}`
  const codes = importRoster([
    [login, '林小满', `${branch}/柳河市分公司${run}/柳河支公司`, '柜面客服', '咨询', '员工', '2026-03-02', '在岗', '', '', ''],
    [`M${run}`, '方以安', `${branch}/柳河市分公司${run}`, '市分公司经理', '投诉', '员工', '2020-05-06', '在岗', '是', '', ''],
  ])
  const hire = await db.loginName.findUniqueOrThrow({ where: { name: login }, select: { person: true } })
  await makeOccurrence(db, { title: '岗前培训', members: [hire.person.id] })
  const manager = await db.loginName.findUniqueOrThrow({ where: { name: `M${run}` }, select: { person: true } })
  const administrator = await makePerson(db, { unit: { id: manager.person.unitId, path: '', name: '' }, name: '程远航' })
  await grantRole(db, administrator.id, 'administrator')

  // Signs in with the code from the slip, on a phone, and sets a password.
  await page.setViewportSize(phone)
  await page.goto('/')
  await expect(page).toHaveURL(/sign-in/)
  await look(page)
  await page.getByRole('link', { name: '首次登录，用登录码' }).click()
  await expect(page.getByRole('heading', { name: '首次登录' })).toBeVisible()
  await page.getByLabel('工号或手机号').fill(login)
  await page.getByLabel('一次性登录码').fill((codes.get(login) ?? 'no code').toLowerCase())
  await page.getByLabel('设一个自己的密码').fill('deng-liang-88')
  await look(page)
  await page.getByRole('button', { name: '设好密码并登录' }).click()
  // Before anything else: what is recorded, and who sees it.
  await expect(page.getByRole('heading', { name: '隐私说明' })).toBeVisible()
  await look(page)
  await page.getByRole('button', { name: '我已看过，继续' }).click()
  await expect(page.getByRole('heading', { name: /林小满/ })).toBeVisible()
  await look(page)

  // Today's one thing is the first lesson; it is read to the end and its check passed.
  await page.getByRole('link', { name: '开始', exact: true }).click()
  await expect(page).toHaveURL(/lessons/)
  await look(page)
  const cards = content.lessons.get(content.chapters[0]?.lessons[0] ?? '')?.cards.length ?? 0
  for (let card = 1; card < cards; card++) {
    await expect(page.getByText(`${card}/${cards}`, { exact: true })).toBeVisible()
    await page.getByRole('button', { name: /下一张|先跳过/ }).click()
  }
  await page.getByRole('button', { name: '随堂三题' }).click()
  await expect(page).toHaveURL(/attempts/)
  await throughPractice(page, content, 3)
  await expect(page.getByText('通过', { exact: true })).toBeVisible()
  await look(page)

  // A chapter quiz.
  await page.goto('/chapters/2.3')
  await look(page)
  await page.getByRole('button', { name: '开始测验' }).click()
  await throughPractice(page, content, content.chapters.find((chapter) => chapter.id === '2.3')?.quiz.items ?? 5)
  await expect(page.getByText('通过', { exact: true })).toBeVisible()

  // A role-play, in the words the standard wants; a reload in the middle loses nothing.
  await page.goto('/role-play/s01')
  await look(page)
  await page.getByRole('button', { name: '开始演练' }).click()
  const script = content.scripts.get('s01')
  for (let turnId = script?.start ?? ''; ; ) {
    const turn = script?.turns.find((entry) => entry.id === turnId)
    const best = turn?.kind === 'say' ? turn.replies.find((reply) => reply.judgement === 'best') : undefined
    if (!best) break
    await page.getByRole('button', { name: best.text }).click()
    await page.getByRole('button', { name: '就这样说' }).click()
    await expect(page.getByText(best.consequence)).toBeVisible()
    if (turnId === script?.start) {
      await look(page)
      await page.reload()
      await expect(page.getByText(best.consequence)).toBeVisible()
    }
    turnId = String(best.next)
  }
  await expect(page.getByText('100分，通过')).toBeVisible()
  await look(page)

  // The rest is prepared; the whole hall is lit and the exam open.
  await completeCurriculum(db, content, { id: hire.person.id, unitId: hire.person.unitId })
  await page.goto('/map')
  await expect(page.getByText('全楼点亮了。')).toBeVisible()
  await look(page)
  await page.goto('/exam')
  await look(page)
  const keysSeen: string[] = []
  page.on('response', async (response) => {
    if (response.url().includes('/attempts')) keysSeen.push(await response.text().catch(() => ''))
  })
  await page.getByRole('button', { name: '我已知晓，开始考试' }).click()
  await expect(page.getByRole('timer')).toContainText('剩余')
  await look(page)
  const asked: string[] = []
  for (let n = 1; n <= 30; n++) {
    await expect(page.locator('.no b')).toHaveText(String(n))
    // Five are answered wrong; some kinds give a part of the mark all the same.
    asked.push(await answer(page, content, n > 5))
    await expect(page.getByRole('button', { name: `答题卡，已答${n}题` }), `${asked.at(-1)} is answered in full`).toBeVisible()
    if (n === 12) {
      await expect(page.getByText('已保存')).toBeVisible()
      await page.reload()
      // Comes back at the first question not answered, with the others as they were.
      await expect(page.getByRole('button', { name: /答题卡，已答12题/ })).toBeVisible()
      await expect(page.locator('.no b')).toHaveText('13')
    } else if (n < 30) await page.getByRole('button', { name: '下一题' }).click()
  }
  await page.getByRole('button', { name: '检查交卷' }).click()
  await expect(page.getByText('30题都答了。')).toBeVisible()
  // Nothing of keys or explanations has reached the browser before grading.
  const sent = keysSeen.join('\n')
  for (const id of asked) {
    const explanation = content.keys.get(content.examPool.find((entry) => entry.itemId === id)?.hash ?? '')?.explanation ?? ''
    expect(explanation.length).toBeGreaterThan(0)
    expect(sent).not.toContain(explanation.slice(0, 12))
  }
  await page.getByRole('button', { name: '交卷', exact: true }).click()
  await expect(page.getByText('合格', { exact: true })).toBeVisible()
  await expect(page.getByText('25/30')).toBeVisible()
  await look(page)

  // The certificate, its PDF and its picture.
  await page.getByRole('link', { name: '查看证书' }).click()
  await expect(page).toHaveURL(/certificates\//)
  await look(page)
  const certificate = await db.certificate.findFirstOrThrow({ where: { personId: hire.person.id } })
  const pdf = await page.request.get(`/api/certificates/${certificate.id}/pdf`)
  expect(pdf.headers()['content-type']).toBe('application/pdf')
  const drawn = await readPdf(new Uint8Array(await pdf.body()))
  expect(drawn.text.replace(/\s/g, '')).toContain('林小满')
  expect(drawn.text).toContain(certificate.number)
  expect(drawn.landscape).toBe(true)
  expect(drawn.inked).toBeGreaterThan(0.02)
  expect(drawn.inked).toBeLessThan(0.4)

  // A stranger scans the code.
  const outside = await browser.newContext({ baseURL, viewport: phone, locale: 'zh-CN' })
  const stranger = await outside.newPage()
  watch(stranger)
  await stranger.goto(`/verify/${certificate.token}`)
  await expect(stranger.getByRole('heading', { name: '有效' })).toBeVisible()
  await expect(stranger.getByText('林*满')).toBeVisible()
  await expect(stranger.getByText('林小满')).toHaveCount(0)
  await look(stranger)

  // The manager finds it in the report and in the export.
  const office = await browser.newContext({ baseURL, viewport: { width: 1280, height: 800 }, locale: 'zh-CN' })
  const desk = await office.newPage()
  watch(desk)
  await as(desk, manager.person.id)
  await desk.goto('/reports')
  await desk.getByRole('button', { name: '我已看过，继续' }).click()
  await expect(desk.getByText(/完成率/).first()).toBeVisible()
  await look(desk)
  const exported = await desk.request.get(`/api/reports/${manager.person.unitId}/export?format=csv`)
  expect(exported.status()).toBe(200)
  expect(await exported.text()).toContain('林小满')
  await desk.goto(`/reports/people/${hire.person.id}`)
  await expect(desk.getByText('林小满').first()).toBeVisible()
  await look(desk)

  // An administrator revokes it, and the stranger sees that.
  const head = await browser.newContext({ baseURL, viewport: { width: 1280, height: 800 }, locale: 'zh-CN' })
  const ruling = await head.newPage()
  watch(ruling)
  await as(ruling, administrator.id)
  await ruling.goto(`/certificates/${certificate.id}`)
  await look(ruling)
  await ruling.getByText('撤销证书').click()
  await ruling.getByLabel('撤销原因').selectOption('签发错误')
  await ruling.getByLabel('再输一遍编号').fill('JR-HEB-2026-000000-0')
  await ruling.getByRole('button', { name: '撤销这张证书' }).click()
  await expect(ruling.getByText('编号与这张证书不一致')).toBeVisible()
  await ruling.getByLabel('再输一遍编号').fill(certificate.number)
  await ruling.getByRole('button', { name: '撤销这张证书' }).click()
  await expect(ruling.getByText('已撤销').first()).toBeVisible()
  await stranger.reload()
  await expect(stranger.getByRole('heading', { name: '已撤销' })).toBeVisible()
  await look(stranger)
  await Promise.all([outside.close(), office.close(), head.close()])
})
