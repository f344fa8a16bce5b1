import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { directionFaults } from '@/scripts/check-direction'

/** A small tree with these files, checked by the rules of the real one. */
function faultsOf(files: Record<string, string>): string[] {
  const base = mkdtempSync(path.join(tmpdir(), 'liangchuang-direction-'))
  try {
    const tsconfig = JSON.stringify({ compilerOptions: { module: 'esnext', moduleResolution: 'bundler', jsx: 'react-jsx', paths: { '@/*': ['./*'] } } })
    for (const [file, text] of Object.entries({ 'tsconfig.json': tsconfig, ...files })) {
      mkdirSync(path.dirname(path.join(base, file)), { recursive: true })
      writeFileSync(path.join(base, file), text)
    }
    return directionFaults(base).faults
  } finally {
    rmSync(base, { recursive: true })
  }
}

const sound = {
  'domain/grading.ts': 'export const grade = 1',
  'server/attempts/queries.ts': `import { Prisma } from '@/generated/prisma/client'\nimport { grade } from '@/domain/grading'\nexport const load = [Prisma, grade]`,
  'server/attempts/save-response.ts': `import type { Prisma } from '@/generated/prisma/client'\nimport { load } from './queries'\nexport const save = load as Prisma`,
  'components/question.tsx': `import { grade } from '@/domain/grading'\nexport const Question = () => <p>{grade}</p>`,
  'app/page.tsx': `import { Question } from '@/components/question'\nimport { save } from '@/server/attempts/save-response'\nexport default () => <Question key={save} />`,
  'generated/prisma/client.ts': 'export type Prisma = never\nexport const Prisma = 1',
}

test('a sound tree has no faults', () => expect(faultsOf(sound)).toEqual([]))

const violations: [rule: string, file: string, text: string][] = [
  ['nobody-imports-app', 'server/link.ts', `export { default } from '@/app/page'`],
  ['components-use-domain-only', 'components/answer.tsx', `export { save } from '@/server/attempts/save-response'`],
  ['components-use-domain-only', 'components/row.tsx', `import type { load } from '../server/attempts/queries'\nexport type Row = typeof load`],
  ['domain-is-pure', 'domain/clock.ts', `import { readFileSync } from 'node:fs'\nexport const now = readFileSync`],
  ['domain-is-pure', 'domain/store.ts', `export { load } from '@/server/attempts/queries'`],
  ['server-knows-no-outer-layer', 'server/page.ts', `export { Question } from '@/components/question'`],
  ['prisma-in-one-kind-of-file', 'server/attempts/finish-attempt.ts', `import { Prisma } from '@/generated/prisma/client'\nexport const finish = Prisma`],
  ['app-uses-server-components-domain', 'app/list/page.tsx', `import { seed } from '@/prisma/seed'\nexport default () => seed`],
  ['tests-are-for-tests', 'server/make.ts', `export { make } from '../tests/factories'`],
  ['no-circle', 'domain/one.ts', `export { one } from './one'`],
  ['resolvable', 'domain/lost.ts', `export { nothing } from './nothing'`],
]

// One tree for all: starting the checker takes longer than its work.
test('each planted violation is caught', () => {
  const planted = Object.fromEntries(violations.map(([, file, text]) => [file, text]))
  const faults = faultsOf({ ...sound, 'prisma/seed.ts': 'export const seed = 1', 'tests/factories.ts': 'export const make = 1', ...planted })
  for (const [rule, file] of violations)
    expect(
      faults.some((fault) => fault.startsWith(`${rule}: ${file} `)),
      `${rule} in ${file}`,
    ).toBe(true)
})

test('a broken alias is a fault, not silence', () => {
  expect(faultsOf({ ...sound, 'server/lost.ts': `export { nothing } from '@/domain/nothing'` })).toContain('cannot resolve @/domain/nothing')
})
