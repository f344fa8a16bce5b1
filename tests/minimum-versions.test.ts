import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import floors from './minimum-versions.json'

/** Older ones have known holes. Every copy in the lock file counts, also those that packages bring for themselves. */
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, { version?: string }> }

const copies = (name: string) =>
  Object.entries(lock.packages)
    .filter(([place]) => place.endsWith(`node_modules/${name}`))
    .map(([place, { version }]) => ({ place, version: version ?? '' }))

function isAtLeast(version: string, floor: string): boolean {
  const [mine, least] = [version, floor].map((text) => (text.split('-')[0] as string).split('.').map(Number)) as [number[], number[]]
  const differing = least.findIndex((part, index) => mine[index] !== part)
  if (differing === -1) return !version.includes('-') // a pre-release comes before its release
  return (mine[differing] ?? 0) > (least[differing] as number)
}

test.each(Object.entries(floors))('%s is at least %s', (name, floor) => {
  const found = copies(name)
  expect(found.length).toBeGreaterThan(0)
  expect(found.filter(({ version }) => !isAtLeast(version, floor))).toEqual([])
})

test.each([
  ['16.4.1', '16.4.1', true],
  ['16.4.10', '16.4.9', true],
  ['16.3.9', '16.4.1', false],
  ['17.0.0', '16.4.1', true],
  ['16.4.1-canary.3', '16.4.1', false],
])('%s against %s', (version, floor, fine) => expect(isAtLeast(version, floor)).toBe(fine))
