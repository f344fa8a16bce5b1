import type { SettingKey } from '@/domain/setting'
import type { Prisma } from '@/generated/prisma/client'
import type { PersonScope, SystemScope } from '../access'
import type { Db } from '../db'

export type StoredSettings = { rows: { key: string; value: unknown }[]; today: string }

/** Everything that has been set, and the day it is in Shanghai by the database's clock. */
export async function readStoredSettings(db: Db, _scope: SystemScope): Promise<StoredSettings> {
  const rows = await db.$queryRaw<StoredSettings[]>`
    SELECT coalesce((SELECT json_agg(json_build_object('key', "key", 'value', "value")) FROM "Setting"), '[]') AS "rows",
      to_char(now() AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS "today"`
  return rows[0] ?? { rows: [], today: '' }
}

/** What is stored under a key, kept for oneself until the transaction ends, so that two who save at once each see what the other did. */
export async function lockSetting(db: Db, _scope: PersonScope<'setting.edit'>, key: SettingKey): Promise<{ value: unknown } | null> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('setting/' || ${key}, 0))`
  return db.setting.findUnique({ where: { key }, select: { value: true } })
}

export async function storeSetting(db: Db, _scope: PersonScope<'setting.edit'>, key: SettingKey, value: Prisma.InputJsonObject, byId: string): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "Setting" ("key", "value", "updatedById") VALUES (${key}, ${JSON.stringify(value)}::jsonb, ${byId}::uuid)
    ON CONFLICT ("key") DO UPDATE SET "value" = excluded."value", "updatedById" = excluded."updatedById", "updatedAt" = now()`
}
