import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'
import { createDatabase, type Database } from '@/server/db'
import { type KeyedContent, keyedContent, sessionCookie } from '@/tests/factories'

/** Journeys in a real browser against the built application. The database is reached directly to prepare people and to know the keys. */

type Fixtures = {
  db: Database
  content: KeyedContent
  /** Signs a browser in as someone, without the form. */
  as: (page: Page, personId: string) => Promise<void>
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to know what a fixture needs
  db: async ({}, use) => {
    const db = createDatabase(process.env.DATABASE_URL ?? '', { max: 3 })
    await use(db)
    await db.$disconnect()
  },
  content: async ({ db }, use) => use(await keyedContent(db)),
  as: async ({ db, baseURL }, use) =>
    use(async (page, personId) => {
      await page.context().addCookies([{ ...(await sessionCookie(db, personId)), url: baseURL ?? '', httpOnly: true, sameSite: 'Lax' }])
    }),
  page: async ({ page }, use) => {
    watch(page)
    await use(page)
  },
})
export { expect }

const complaints = new WeakMap<Page, string[]>()
/** Whatever a page complains about fails the test at its next look. */
export function watch(page: Page) {
  const list: string[] = []
  complaints.set(page, list)
  page.on('pageerror', (error) => list.push(error.message))
  page.on('console', (message) => {
    // A refused request is announced by the browser too; the test that provokes one looks at the answer.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) list.push(message.text())
  })
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol.startsWith('http') && url.hostname !== '127.0.0.1') list.push(`request to another host: ${url.host}`)
  })
}

/** Looks at a page: axe in both themes, no sideways scroll, no complaint in the console. */
export async function look(page: Page) {
  await page.evaluate(() => document.fonts.ready)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(
      violations.map(
        ({ id, nodes }) => `${page.url()} ${colorScheme} ${id}: ${nodes.map((node) => `${node.target.join(' ')} ${node.failureSummary ?? ''}`).join('; ')}`,
      ),
    ).toEqual([])
  }
  await page.emulateMedia({ colorScheme: 'light' })
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  expect(complaints.get(page) ?? []).toEqual([])
}

/** Chooses in the question that is shown: the right answer, or a wrong one. */
export async function answer(page: Page, content: KeyedContent, right = true) {
  const id = (await page.locator('fieldset.question input').first().getAttribute('name')) ?? ''
  const candidate = [...content.practicePool, ...content.examPool].find((entry) => entry.itemId === id)
  const key = content.keys.get(candidate?.hash ?? '')
  if (!key || !candidate) throw new Error(`no key for ${id}`)
  const wanted =
    key.kind === 'true-false'
      ? [String(right ? key.key : !key.key)]
      : right
        ? key.key
        : candidate.optionIds.filter((option) => !key.key.includes(option)).slice(0, 1)
  for (const value of wanted) await page.locator('label.opt', { has: page.locator(`input[value="${value}"]`) }).click()
  return id
}
