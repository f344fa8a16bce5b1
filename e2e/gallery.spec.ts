import { kindWords, questionKinds } from '@/domain/question'
import { grantRole, makePerson, makeUnit } from '@/tests/factories'
import { answer, expect, look, mouse, test } from './fixtures'

test('who owns the content sees every kind and form, answered right and wrong; a learner does not', async ({ page, db, content, as }) => {
  test.setTimeout(180_000)
  const unit = await makeUnit(db)
  const owner = await makePerson(db, { unit })
  await grantRole(db, owner.id, 'content_owner')
  await page.setViewportSize({ width: 1280, height: 800 })
  await as(page, owner.id)
  await page.goto('/')
  await page.getByRole('link', { name: '内容样张' }).click()
  await expect(page.getByRole('heading', { name: '内容样张' })).toBeVisible()
  for (const kind of questionKinds) await expect(page.getByText(kindWords[kind], { exact: true })).toBeVisible()
  await look(page)
  for (const kind of questionKinds) {
    const candidate = content.practicePool.find(({ hash }) => content.keys.get(hash)?.kind === kind)
    await page.goto(`/gallery/questions/${candidate?.itemId}`)
    await expect(page.getByRole('region', { name: '答错时' })).toBeVisible()
    // The renderers are looked at in the practice page; here the frame around them.
    if (kind === 'spot') await look(page)
    const trial = page.getByRole('region', { name: '试答' })
    await answer(page, content, true, mouse, trial)
    await trial.getByRole('button', { name: '确定', exact: true }).click()
    await expect(trial.getByRole('heading', { name: kind === 'rewrite' ? '对照参考' : '正确' })).toBeVisible()
    await expect(page.getByRole('region', { name: '答错时' }).getByRole('heading', { name: kind === 'rewrite' ? '对照参考' : /欠妥|对了一部分/ })).toBeVisible()
  }
  for (const id of ['s04', 's07', 's12'])
    for (const path of ['best', 'taboo']) {
      await page.goto(`/gallery/scenarios/${id}?path=${path}`)
      await expect(page.getByText(path === 'best' ? '100分，通过' : '触犯红线，未通过')).toBeVisible()
      if (path === 'taboo') await look(page)
    }

  const learner = await makePerson(db, { unit })
  await page.context().clearCookies()
  await as(page, learner.id)
  for (const path of ['/gallery', `/gallery/questions/${content.examPool[0]?.itemId}`, '/gallery/scenarios/s04']) {
    const answered = await page.goto(path)
    expect(answered?.status()).toBe(404)
    expect(await page.content()).not.toContain('misconception')
  }
})

test('the mirror gives round after round', async ({ page, db, as }) => {
  const person = await makePerson(db, { unit: await makeUnit(db) })
  await page.setViewportSize({ width: 390, height: 844 })
  await as(page, person.id)
  await page.goto('/practice')
  await page.getByRole('link', { name: /更衣镜/ }).click()
  for (let round = 1; round <= 3; round++) {
    await expect(page.getByText(`第${round}轮`, { exact: true })).toBeVisible()
    await page.locator('.hot').first().click()
    await page.getByRole('button', { name: '就是这1处' }).click()
    await expect(page.getByText(/都找对了|找对\d处/)).toBeVisible()
    if (round === 1) await look(page)
    await page.getByRole('button', { name: '换一身再来' }).click()
  }
})
