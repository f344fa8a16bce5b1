import type { Page } from '@playwright/test'
import { questionKinds } from '@/domain/question'
import { type KeyedContent, makePerson, makeUnit, openPractice } from '@/tests/factories'
import { answer, expect, type Hand, keyboard, look, mouse, test } from './fixtures'

/** A question of every kind, and a cloze of either sort, answered in the real practice page: by pointer and by keyboard alone. */

function oneOfEach(content: KeyedContent): string[] {
  const practice = content.practicePool.map((candidate) => ({ candidate, key: content.keys.get(candidate.hash) }))
  const ofKind = (kind: string) => practice.filter(({ key }) => key?.kind === kind).map(({ candidate }) => candidate)
  const cloze = ofKind('cloze')
  const picked = questionKinds.flatMap((kind) => (kind === 'cloze' ? [] : (ofKind(kind)[0] ?? [])))
  picked.push(...cloze.filter(({ optionIds }) => optionIds.length === 0).slice(0, 1), ...cloze.filter(({ optionIds }) => optionIds.length > 0).slice(0, 1))
  // Of the dress chapter's, a drawn figure.
  const figure = ofKind('spot').find(({ itemId }) => itemId === 'q-2-2-16')
  if (figure) picked.push(figure)
  expect(picked).toHaveLength(questionKinds.length + 2)
  return picked.map(({ itemId }) => itemId)
}

async function goThrough(page: Page, content: KeyedContent, items: string[], right: boolean, hand: Hand) {
  for (const [index, item] of items.entries()) {
    await expect(page.locator(`fieldset.question[data-item="${item}"]`)).toBeVisible()
    const kind = content.keys.get(content.practicePool.find((candidate) => candidate.itemId === item)?.hash ?? '')?.kind
    const confirm = page.getByRole('button', { name: '确定', exact: true })
    await expect(confirm).toBeDisabled()
    await answer(page, content, right, hand)
    if (right) await look(page)
    await expect(confirm).toBeEnabled()
    await hand.press(confirm)
    const verdict = kind === 'rewrite' ? '对照参考' : right ? '正确' : /这一步欠妥|对了一部分/
    await expect(page.getByRole('heading', { name: verdict }).first()).toBeVisible()
    if (kind === 'rewrite') {
      const judged = page.getByRole('button', { name: '差一点' })
      await hand.press(judged)
      await expect(judged).toHaveAttribute('aria-pressed', 'true')
    }
    if (!right) await look(page)
    if (index === 3) {
      // What was answered and said of it is still there after a reload, and cannot be changed.
      await page.reload()
      await expect(page.locator(`fieldset.question[data-item="${items[4]}"]`)).toBeVisible()
      continue
    }
    await hand.press(page.getByRole('button', { name: /下一题|看结果/ }))
  }
  await expect(page.getByText('逐题回看')).toBeVisible()
  await look(page)
}

test('every kind by pointer on a phone, right', async ({ page, db, content, as }) => {
  test.setTimeout(360_000)
  const person = await makePerson(db, { unit: await makeUnit(db) })
  const items = oneOfEach(content)
  await page.setViewportSize({ width: 390, height: 844 })
  await as(page, person.id)
  await page.goto(`/attempts/${await openPractice(db, content, person, items)}`)
  await goThrough(page, content, items, true, mouse)
  const kept = await db.attempt.findFirstOrThrow({ where: { userId: person.id } })
  expect(kept).toMatchObject({ scorePercent: 100, result: { right: items.length - 1, total: items.length - 1 } })
  const lines = await db.response.findMany({ where: { userId: person.id, itemId: items[questionKinds.indexOf('rewrite') - 1] ?? '' } })
  expect(lines.map(({ correct }) => correct)).toEqual([null, null])
})

test('every kind with nothing but the keyboard, wrong', async ({ page, db, content, as }) => {
  test.setTimeout(360_000)
  const person = await makePerson(db, { unit: await makeUnit(db) })
  const items = oneOfEach(content)
  await page.setViewportSize({ width: 1280, height: 800 })
  await as(page, person.id)
  await page.goto(`/attempts/${await openPractice(db, content, person, items)}`)
  await goThrough(page, content, items, false, keyboard(page))
  expect(await db.attempt.findFirstOrThrow({ where: { userId: person.id } })).toMatchObject({ result: { right: 0 } })
})

test('what is pressed can be dragged as well', async ({ page, db, content, as }) => {
  const person = await makePerson(db, { unit: await makeUnit(db) })
  const ofKind = (kind: string) => content.practicePool.find(({ hash }) => content.keys.get(hash)?.kind === kind)
  const order = ofKind('order')
  const match = ofKind('match')
  const orderKey = content.keys.get(order?.hash ?? '')
  const matchKey = content.keys.get(match?.hash ?? '')
  if (!order || !match || orderKey?.kind !== 'order' || matchKey?.kind !== 'match') throw new Error('no question to drag in')
  await page.setViewportSize({ width: 1280, height: 1000 })
  await as(page, person.id)
  await page.goto(`/attempts/${await openPractice(db, content, person, [order.itemId, match.itemId])}`)
  const drag = async (part: string, target: number | string) => {
    const from = await page.locator(`.chips [data-part="${part}"]`).boundingBox()
    const to = await (typeof target === 'number' ? page.locator('.steps > li').nth(target) : page.locator(`.pairing[data-part="${target}"]`)).boundingBox()
    if (!from || !to) throw new Error(`nothing to drag: ${part} to ${target}`)
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
    await page.mouse.down()
    await page.mouse.move(to.x + 60, to.y + to.height / 2, { steps: 8 })
    await page.mouse.up()
  }
  // A click within 50 ms of letting go is taken for the end of the drag: no hand is that quick, but this one is.
  const confirmed = () =>
    expect(async () => {
      await page.getByRole('button', { name: '确定', exact: true }).click({ timeout: 1_000 })
      await expect(page.getByRole('heading', { name: '正确' })).toBeVisible({ timeout: 2_000 })
    }).toPass()
  for (const [at, step] of orderKey.key.entries()) {
    await drag(step, at)
    await expect(page.locator('.steps button.slot')).toHaveCount(at + 1)
  }
  await confirmed()
  await page.getByRole('button', { name: '下一题' }).click()
  await expect(page.locator('.pairing').first()).toBeVisible()
  for (const [at, [item, target]] of Object.entries(matchKey.key).entries()) {
    await drag(target, item)
    // A row grows with what it is given: the next place is measured when it has.
    await expect(page.locator('.pairing.full')).toHaveCount(at + 1)
  }
  await confirmed()
})
