import { spawn } from 'node:child_process'
import path from 'node:path'
import { migrate } from './migrate'
import { ensureDatabase, startPostgres } from './postgres'

/** `npm run dev`: the development server with hot reload, on the same embedded database as `npm start`. */
const port = process.env.PORT ?? '3000'
const postgres = await startPostgres(path.resolve(process.env.DATA_DIR ?? '.data', 'postgres'))
await ensureDatabase(postgres.url('postgres'), 'liangchuang')
const url = process.env.DATABASE_URL ?? postgres.url('liangchuang')
await migrate(url)
const { createDatabase } = await import('@/server/db')
const { publishContent } = await import('@/server/content/publish')
const { seedDemo } = await import('@/prisma/seed')
const db = createDatabase(url, { max: 2 })
await publishContent(db)
console.table(await seedDemo(db))
await db.$disconnect()
const child = spawn(process.execPath, [path.resolve('node_modules/next/dist/bin/next'), 'dev', '-p', port, '-H', '127.0.0.1'], {
  stdio: 'inherit',
  env: { ...process.env, DATABASE_URL: url, NEXTAUTH_SECRET: 'development-only-development-only-0000', NEXTAUTH_URL: `http://127.0.0.1:${port}`, NODE_ENV: 'development' },
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => {
  postgres.stop()
  process.exit(code ?? 0)
})
