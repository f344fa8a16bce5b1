import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { api } from '@/domain/api'
import { actionLabels } from '@/domain/audit'
import { policy } from '@/domain/policy'

/** Conventions worth a test. Each looks at a plausible number of files, so that a wrong path does not pass for good order. */

function files(folder: string, end: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(end))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
}
const read = (file: string) => readFileSync(file, 'utf8')
/** Code without its comments, which may speak of what code must not do. */
const codeOf = (file: string) => read(file).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
const isTest = (file: string) => /\.test\.tsx?$/.test(file)

const routes = files('app/api', 'route.ts')
const pages = files('app', 'page.tsx')
const authRoute = 'app/api/auth/[...nextauth]/route.ts'

describe('routes', () => {
  test('every route is a mount of one verb', () => {
    expect(routes.length).toBeGreaterThanOrEqual(15)
    for (const file of routes.filter((file) => file !== authRoute))
      expect(read(file), file).toMatch(/^import \{ (\w+) \} from '@\/server\/[\w/-]+'\n\nexport const (GET|POST|PUT) = \1\n$/)
  })
  test('the API table and the routes name the same endpoints', () => {
    const mounted = routes
      .filter((file) => file !== authRoute)
      .map((file) => `${/export const (\w+)/.exec(read(file))?.[1]} ${file.replace(/^app/, '').replace(/\/route\.ts$/, '')}`)
    expect(mounted.sort()).toEqual(
      Object.values(api)
        .map(({ method, path: at }) => `${method} ${at}`)
        .sort(),
    )
  })
  test('every action of the policy is asked for somewhere', () => {
    const code = [...files('app', '.tsx'), 'domain/api.ts', ...files('server', '.ts')].map(codeOf).join('\n')
    for (const action of Object.keys(policy)) expect(code, action).toContain(`'${action}'`)
  })
})

describe('pages', () => {
  test('every page and layout that shows anything of ours opens with its action', () => {
    expect(pages.length).toBeGreaterThanOrEqual(15)
    for (const file of pages) expect(read(file), file).toMatch(/await openPage\('[\w.-]+'\)/)
  })
  test('there are no server actions and no raw HTML', () => {
    for (const file of [...files('app', '.tsx'), ...files('components', '.tsx'), ...files('server', '.ts')]) {
      expect(codeOf(file), file).not.toMatch(/['"]use server['"]/)
      expect(codeOf(file), file).not.toMatch(/dangerouslySetInnerHTML/)
    }
  })
})

describe('domain', () => {
  const rules = files('domain', '.ts').filter((file) => !isTest(file))
  test('reads no clock and throws no dice', () => {
    expect(rules.length).toBeGreaterThanOrEqual(20)
    for (const file of rules) expect(codeOf(file), file).not.toMatch(/Date\.now\(|new Date\(\)|Math\.random|performance\.now|process\./)
  })
})

describe('server', () => {
  const sources = files('server', '.ts').filter((file) => !isTest(file))
  test('only env.ts reads the environment, but for the root of the files that fonts lie in', () => {
    for (const file of sources.filter((file) => !file.endsWith('env.ts') && !file.includes('draw-pdf'))) expect(codeOf(file), file).not.toMatch(/process\.env/)
  })
  test('every exported function of a queries.ts takes a scope', () => {
    const queries = sources.filter((file) => file.endsWith('queries.ts'))
    expect(queries.length).toBeGreaterThanOrEqual(6)
    for (const file of queries)
      for (const [, name = '', parameters = ''] of codeOf(file).matchAll(/export (?:async )?function (\w+)\(([\s\S]*?)\n?\): /g))
        expect(parameters, `${file} ${name}`).toMatch(/Scope|Viewing|Own\b|Reporting/)
  })
  test('no raw SQL is put together from text', () => {
    for (const file of sources) expect(codeOf(file), file).not.toMatch(/(query|execute)RawUnsafe/)
  })
})

describe('audit', () => {
  const sources = [...files('server', '.ts'), ...files('scripts', '.ts')].filter((file) => !isTest(file))
  /** Actions that code hands to the audit: every word of the form noun.verb after `action`. */
  const actionsIn = (code: string) =>
    [...code.matchAll(/\baction(?::|\s*=(?!=))([^,\n]*)/g)].flatMap(([, value = '']) =>
      [...value.matchAll(/'([a-z][a-z-]*\.[a-z][a-z-]*)'/g)].map(([, action = '']) => action),
    )
  test('every action has a label', () => {
    expect(actionsIn(`action: reason === null ? 'question.planted' : 'question.suspended',\nconst action = 'own.planted'`)).toEqual([
      'question.planted',
      'question.suspended',
      'own.planted',
    ])
    const used = new Set(sources.flatMap((file) => actionsIn(codeOf(file))))
    expect(used.size).toBeGreaterThanOrEqual(12)
    for (const action of used) expect(actionLabels[action], `a label for ${action} in domain/audit.ts`).toMatch(/[一-鿿]/)
  })
  test('only server/audit writes into it, and nothing there changes a line', () => {
    const writes = /auditEntry\.(create|update|delete|upsert)|(INSERT INTO|UPDATE|DELETE FROM|TRUNCATE)\s+(TABLE\s+)?"AuditEntry"/
    expect('await db.auditEntry.createMany({ data })').toMatch(writes)
    for (const file of sources.filter((file) => file !== 'server/audit/queries.ts')) expect(codeOf(file), file).not.toMatch(writes)
    expect(codeOf('server/audit/queries.ts')).toMatch(writes)
    expect(codeOf('server/audit/queries.ts')).not.toMatch(/auditEntry\.(update|delete|upsert)|(UPDATE|DELETE FROM)\s+"AuditEntry"/)
  })
})

test('what the product says has no forbidden phrase and no dead end', () => {
  const ui = [...files('app', '.tsx'), ...files('components', '.tsx'), ...files('server', '.ts').filter((file) => !isTest(file))]
  for (const file of ui) {
    const code = codeOf(file)
    for (const phrase of ['我也没办法', '不归我管', '你自己看', '请联系管理员', '暂无数据', '系统错误']) expect(code, `${file} ${phrase}`).not.toContain(phrase)
    expect(code, `${file}: an exclamation mark`).not.toMatch(/[一-鿿]！{1}(?!已)/)
  }
})
