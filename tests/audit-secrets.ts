import type { Db } from '@/server/db'
import { testPassword } from './factories'

/** Passwords the tests type. */
const typed = [testPassword, 'qingchuan2', 'another1pass', 'deng-liang-88']

/**
 * Lines of the audit that hold what opens a door: a password, a one-time code, a hash, or a field named after one. Action and field of each; never the
 * value itself.
 */
export async function secretsInAudit(db: Db): Promise<string[]> {
  const rows = await db.$queryRaw<{ action: string; before: unknown; after: unknown }[]>`
    SELECT DISTINCT "action", "before", "after" FROM "AuditEntry" WHERE "before" IS NOT NULL OR "after" IS NOT NULL`
  return [...new Set(rows.flatMap(({ action, before, after }) => [...faults(before, ''), ...faults(after, '')].map((field) => `${action}${field}`)))]
}

function faults(value: unknown, path: string): string[] {
  if (value && typeof value === 'object')
    return Object.entries(value).flatMap(([key, entry]) => [
      ...(/password|hash|secret|token|^code$|session/i.test(key) && typeof entry === 'string' ? [`${path}.${key}`] : []),
      ...faults(entry, `${path}.${key}`),
    ])
  if (typeof value !== 'string') return []
  const isSecret =
    value.startsWith('$argon2') ||
    /\b[0-9a-f]{64}\b/.test(value) ||
    /\b[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{5}\b/.test(value) ||
    typed.some((password) => value.includes(password))
  return isSecret ? [path] : []
}
