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
  picked.push(...ofKind('spot').filter(({ chapter }) => chapter === '2.2'))
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
  test.setTimeout(180_000)
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
  test.setTimeout(180_000)
  const person = await makePerson(db, { unit: await makeUnit(db) })
  const items = oneOfEach(content)
  await page.setViewportSize({ width: 1280, height: 800 })
  await as(page, person.id)
  await page.goto(`/attempts/${await openPractice(db, content, person, items)}`)
  await goThrough(page, content, items, false, keyboard(page))
  expect(await db.attempt.findFirstOrThrow({ where: { userId: person.id } })).toMatchObject({ result: { right: 0 } })
})
