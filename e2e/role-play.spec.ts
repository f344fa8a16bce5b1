import type { Page } from '@playwright/test'
import { faultsOf, partsOf } from '@/domain/figure'
import { figureOf, replay } from '@/domain/scenario'
import { makePerson, makeUnit } from '@/tests/factories'
import { expect, type Hand, keyboard, look, mouse, test } from './fixtures'

/** The telephone played as it is: a customer at the desk, the ring, the greeting, the call, the end of it; then one's own words. */

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
/** Says the card of a turn that a judgement belongs to, and waits for what comes of it. */
async function sayCard(page: Page, hand: Hand, text: string, consequence: string) {
  await hand.press(button(page, text))
  await hand.press(button(page, '就这样说'))
  await expect(page.getByText(consequence)).toBeVisible()
}

test('a call is taken in time with a word to the customer at the desk, and ends when the caller hangs up', async ({ page, db, content, as }) => {
  test.setTimeout(120_000)
  const person = await makePerson(db, { unit: await makeUnit(db) })
  await page.setViewportSize({ width: 390, height: 844 })
  await as(page, person.id)
  await page.goto('/role-play/s07')
  await look(page)
  const answers: string[] = []
  page.on('response', async (response) => {
    if (response.url().includes('/api/role-play/')) answers.push(await response.text().catch(() => ''))
  })
  await button(page, '开始演练').click()
  await button(page, '对不起，葛老师，我接个电话。').click()
  await button(page, '准备好了，电话响起').click()
  await expect(page.locator('.ring-count')).toHaveText('第1声')
  await look(page)
  // The look takes a second or, on a busy machine, ten: any ring but the first shows that the cadence runs, and three are in time.
  await expect(page.locator('.ring-count')).toHaveText(/第[23]声/, { timeout: 8_000 })
  await button(page, '接听').click()
  await expect(page.getByText(/（第[23]声接起）/)).toBeVisible()
  // Nothing of what lies ahead or of moves not made has come with it.
  const script = content.scripts.get('s07')
  const ahead = script?.turns.find((turn) => turn.id === 't3')
  const t1 = script?.turns.find((turn) => turn.id === 't1')
  expect(answers).toHaveLength(1)
  for (const secret of [ahead?.kind === 'say' ? ahead.customer : '', t1?.kind === 'ring' ? t1.late.consequence : '', 'end-', 'redLine', '"next"']) {
    expect(secret.length).toBeGreaterThan(3)
    expect(answers.join()).not.toContain(secret)
  }

  // The greeting typed; a reload in the middle comes back to the same place.
  await button(page, '自己输入').click()
  const service = await page.getByText('对外服务为主').count()
  expect(service).toBeGreaterThan(0)
  await page.reload()
  await expect(page.getByText(/（第[23]声接起）/)).toBeVisible()
  await button(page, '自己输入').click()
  await page.getByLabel('这部电话的应答语').fill(`您好 ${content.settings.company}柳河支公司`)
  await button(page, '就这样说').click()
  await expect(page.getByText('您好，我打听一件理赔的事。')).toBeVisible()
  await sayCard(page, mouse, '这项由理赔岗办理，您留个电话，我请他们马上联系您。', '您记下来念了一遍')
  await sayCard(page, mouse, '不用谢，再见。', '再见啊')
  await expect(page.getByText('嘟……对方已挂断。')).toBeVisible({ timeout: 6_000 })
  await look(page)
  await button(page, '挂断').click()
  await expect(page.getByText('您放下电话')).toBeVisible()
  await page.getByLabel(/写下您会说的话/).fill('葛老师，让您久等了，我来看。')
  await button(page, '就这样说').click()
  await expect(page.getByText('100分，通过')).toBeVisible()
  await button(page, '说到了').click()
  await expect(button(page, '说到了')).toHaveAttribute('aria-pressed', 'true')
  await look(page)

  // What is stored is the run: played again it gives what was told, and the page shows it again.
  const run = await db.scenarioRun.findFirstOrThrow({ where: { userId: person.id }, include: { turns: { orderBy: { chosenAt: 'asc' } } } })
  expect(run).toMatchObject({ passed: true, scorePercent: 100, redLine: false, endingId: 'end-good' })
  const again =
    script &&
    replay(
      script,
      run.seed,
      run.turns.map(({ step, turnId, move, tookMs }) => ({ step, turnId, move: move as never, tookMs })),
    )
  expect(again).toMatchObject({ at: 'end-good', ended: true })
  expect(again?.steps.map(({ resolved }) => resolved.hits)).toEqual(
    run.turns.filter(({ judgement }, index) => judgement !== null || index === 5).map(({ hits }) => hits),
  )
  await page.goto(`/role-play/s07?run=${run.id}`)
  await expect(page.getByText('100分，通过')).toBeVisible()
  await expect(button(page, '说到了')).toHaveAttribute('aria-pressed', 'true')
})

test('with the keyboard alone and without the clock: a red line fails the run, but it goes on to its end', async ({ page, db, as }) => {
  test.setTimeout(120_000)
  const person = await makePerson(db, { unit: await makeUnit(db) })
  await page.setViewportSize({ width: 1280, height: 800 })
  await as(page, person.id)
  await page.goto('/role-play/s07')
  const hand = keyboard(page)
  await hand.press(button(page, '开始演练'))
  await hand.press(button(page, '您等会儿，这个电话要紧。'))
  await hand.press(button(page, '不限时：改为选择第几声'))
  await look(page)
  await hand.press(button(page, '第4声'))
  await expect(page.getByText('不限时', { exact: true })).toBeVisible()
  await hand.press(page.locator('.card', { hasText: '请' }).or(page.locator('.card')).first())
  await hand.press(button(page, '就这样说'))
  await sayCard(page, hand, '我这边有客户，这个问题不归我管，您另外找人问。', '葛老师也抬起头来看您')
  await expect(page.getByText('忌语').first()).toBeVisible()
  // Back to that turn for another try: it is answered, but the first one counts.
  await hand.press(button(page, '回到这一步'))
  await sayCard(page, hand, '这项由理赔岗办理，您留个电话，我请他们马上联系您。', '您记下来念了一遍')
  await expect(page.getByText('再试一次，不计分')).toBeVisible()
  await sayCard(page, hand, '不用谢，再见。', '再见啊')
  await hand.press(button(page, '不限时：改为选择做法'))
  await hand.press(button(page, '说完就挂断'))
  await expect(page.getByText('线已经断了')).toBeVisible()
  await hand.write(page.getByLabel(/写下您会说的话/), '我看看。')
  await hand.press(button(page, '就这样说'))
  await expect(page.getByText('触犯红线，未通过')).toBeVisible()
  await expect(page.getByText('同事会这样做')).toBeVisible()
  await look(page)
  const run = await db.scenarioRun.findFirstOrThrow({ where: { userId: person.id } })
  expect(run).toMatchObject({ passed: false, redLine: true })
})

test('a dialogue to a pass and, hanging on, to a red line', async ({ page, db, content, as }) => {
  test.setTimeout(120_000)
  const person = await makePerson(db, { unit: await makeUnit(db) })
  await as(page, person.id)
  const script = content.scripts.get('s04')
  for (const wanted of ['best', 'taboo'] as const) {
    await page.goto('/role-play/s04')
    await button(page, '开始演练').click()
    for (let turnId = script?.start ?? ''; ; ) {
      const turn = script?.turns.find((entry) => entry.id === turnId)
      if (turn?.kind !== 'say') break
      const card =
        turn.replies.find(({ judgement, redLine }) => (wanted === 'taboo' ? redLine : judgement === wanted)) ??
        turn.replies.find(({ judgement }) => judgement === 'best')
      if (!card) break
      await sayCard(page, mouse, card.text, card.consequence)
      turnId = String(card.next)
    }
    await expect(page.getByText(wanted === 'best' ? '100分，通过' : '触犯红线，未通过')).toBeVisible()
    await look(page)
  }
  expect(await db.scenarioRun.count({ where: { userId: person.id, endedAt: { not: null } } })).toBe(2)
})

test('the mirror: found by list and by hot spot, another figure each time; a red line in it fails the run', async ({ page, db, content, as }) => {
  test.setTimeout(180_000)
  const person = await makePerson(db, { unit: await makeUnit(db) })
  await page.setViewportSize({ width: 390, height: 844 })
  await as(page, person.id)
  const script = content.scripts.get('s12')
  const hand = keyboard(page)
  const drawn: string[] = []
  for (const wanted of ['best', 'taboo'] as const) {
    await page.goto('/role-play/s12')
    await button(page, '开始演练').click()
    await expect(page.locator('.reply')).toBeVisible()
    const { seed } = await db.scenarioRun.findFirstOrThrow({ where: { userId: person.id, endedAt: null } })
    for (let turnId = script?.start ?? ''; ; ) {
      const turn = script?.turns.find((entry) => entry.id === turnId)
      if (turn?.kind === 'mirror') {
        const faults = faultsOf(figureOf(turn, seed))
        drawn.push(JSON.stringify(figureOf(turn, seed)))
        await look(page)
        if (wanted === 'best') {
          for (const { part } of faults) await hand.press(page.locator('.reply label.opt', { has: page.locator(`input[value="${part}"]`) }))
          await hand.press(button(page, `就是这${faults.length}处`))
          await expect(page.getByText(turn.found.consequence)).toBeVisible()
        } else {
          const name = partsOf(figureOf(turn, seed)).find(({ id }) => id === faults[0]?.part)?.name ?? ''
          await page.locator('.reply').getByRole('button', { name, exact: true }).click()
          await button(page, '就是这1处').click()
          await expect(page.getByText(turn.missed.consequence)).toBeVisible()
          await expect(page.getByText('漏了这一处').first()).toBeVisible()
        }
        turnId = String(turn.found.next)
        continue
      }
      if (turn?.kind !== 'say') break
      const red = turn.replies.find(({ redLine }) => redLine)
      const astray = turn.replies.find(({ next }) => next === 't2b')
      const card = (wanted === 'taboo' ? (red ?? astray) : undefined) ?? turn.replies.find(({ judgement }) => judgement === 'best')
      if (!card) break
      await sayCard(page, mouse, card.text, card.consequence)
      turnId = String(card.next)
    }
    await expect(page.getByText(wanted === 'best' ? '100分，通过' : '触犯红线，未通过')).toBeVisible()
    await look(page)
  }
  expect(new Set(drawn).size).toBe(4)
})
