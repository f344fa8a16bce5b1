import { compileContent } from '@/server/content/compile'
import { grantRole, makePerson, makeUnit } from '@/tests/factories'
import { complaintsOf, expect, test } from './fixtures'

const { curriculum } = compileContent()

test('every lesson opens, and nothing complains', async ({ page, db, as }) => {
  test.setTimeout(180_000)
  const person = await makePerson(db, { unit: await makeUnit(db) })
  await page.setViewportSize({ width: 390, height: 844 })
  await as(page, person.id)
  expect(curriculum.lessons.length).toBeGreaterThanOrEqual(32)
  for (const lesson of curriculum.lessons) {
    await page.goto(`/lessons/${lesson.id}`)
    await expect(page.getByRole('heading', { name: lesson.cards[0]?.title }), lesson.id).toBeVisible()
    expect(complaintsOf(page), lesson.id).toEqual([])
  }
})

test('every role-play opens, and its best way is played to the full score', async ({ page, db, as }) => {
  test.setTimeout(180_000)
  const owner = await makePerson(db, { unit: await makeUnit(db) })
  await grantRole(db, owner.id, 'content_owner')
  await page.setViewportSize({ width: 1280, height: 800 })
  await as(page, owner.id)
  expect(curriculum.scenarios.length).toBeGreaterThanOrEqual(24)
  for (const { id, title } of curriculum.scenarios) {
    await page.goto(`/role-play/${id}`)
    await expect(page.getByRole('heading', { name: title }).first(), id).toBeVisible()
    await page.goto(`/gallery/scenarios/${id}?path=best`)
    await expect(page.getByText('100分，通过'), id).toBeVisible()
    expect(complaintsOf(page), id).toEqual([])
  }
})
