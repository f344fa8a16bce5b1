import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Locator, type Page } from '@playwright/test'
import { rightAnswer, wrongAnswer } from '@/domain/grading'
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

export const complaintsOf = (page: Page): string[] => complaints.get(page) ?? []

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
  expect(complaintsOf(page)).toEqual([])
}

/** How a test acts on a part of a question: with the pointer, or with nothing but the keyboard. */
export type Hand = { press: (target: Locator) => Promise<void>; write: (target: Locator, text: string) => Promise<void> }
export const mouse: Hand = {
  press: (target) => target.click(),
  write: (target, text) => target.fill(text),
}
/** Tabs to the target as someone without a mouse does; fails when it cannot be reached. Radio buttons of a group are reached by arrows. */
export const keyboard = (page: Page): Hand => {
  const reach = async (target: Locator) => {
    for (let n = 0; n < 80; n++) {
      if (await target.evaluate((node) => node === document.activeElement || node.contains(document.activeElement))) return
      const sibling = await target.evaluate((node) => {
        const own = node.querySelector('input[type=radio]')
        const now = document.activeElement
        return own instanceof HTMLInputElement && now instanceof HTMLInputElement && now.type === 'radio' && now.name === own.name
      })
      await page.keyboard.press(sibling ? 'ArrowDown' : 'Tab')
    }
    throw new Error(`not reached by keyboard: ${target}`)
  }
  return {
    press: async (target) => {
      await reach(target)
      await page.keyboard.press('Space')
    },
    write: async (target, text) => {
      await reach(target)
      await page.keyboard.insertText(text)
    },
  }
}

/** Answers the question that is shown: right, or wrong. Returns its id. */
export async function answer(page: Page, content: KeyedContent, right = true, hand: Hand = mouse, within: Page | Locator = page) {
  const question = within.locator('fieldset.question').first()
  const id = (await question.getAttribute('data-item')) ?? ''
  const candidate = [...content.practicePool, ...content.examPool].find((entry) => entry.itemId === id)
  const key = content.keys.get(candidate?.hash ?? '')
  if (!key || !candidate) throw new Error(`no key for ${id}`)
  const given = right ? rightAnswer(key) : wrongAnswer(key, candidate.optionIds)
  const part = (partId: string) => question.locator(`[data-part="${partId}"]`)
  const label = (value: string) => question.locator('label.opt', { has: page.locator(`input[value="${value}"]`) })
  switch (given.kind) {
    case 'choice':
      for (const value of given.options) await hand.press(label(value))
      break
    case 'true-false':
      await hand.press(label(String(given.value)))
      break
    case 'spot':
      // With one fault only, what is wrong is a part that has none. The parts of such a question are not shuffled, so only the page lists them.
      if (given.parts.length > 0) for (const value of given.parts) await hand.press(label(value))
      else {
        const shown = await question.locator('[data-part]').evaluateAll((parts) => parts.map((part) => part.getAttribute('data-part') ?? ''))
        await hand.press(label(shown.find((value) => key.kind === 'spot' && !key.key.includes(value)) ?? 'none'))
      }
      break
    case 'order':
      for (const step of given.steps) await hand.press(part(step))
      break
    case 'match':
    case 'classify':
      for (const [item, target] of Object.entries(given.kind === 'match' ? given.pairs : given.groups)) {
        await hand.press(part(item))
        await hand.press(part(target))
      }
      break
    case 'cloze': {
      const typed = (await question.locator('input.blank').count()) > 0
      for (const [blank, text] of Object.entries(given.blanks)) {
        if (typed) await hand.write(part(blank), text)
        else if (right) await hand.press(question.getByRole('button', { name: text, exact: true }))
        else {
          const chips = question.locator('.chips button:not([disabled])')
          const texts = await chips.allTextContents()
          const accepted = key.kind === 'cloze' ? (key.key[blank] ?? []) : []
          await hand.press(chips.nth(texts.findIndex((chip) => !accepted.includes(chip.trim()))))
        }
      }
      break
    }
    case 'rewrite':
      await hand.write(part('text'), given.text)
      break
    default:
      given satisfies never
  }
  return id
}
