import { rmSync } from 'node:fs'
import { startEmbeddedDatabase } from './embedded-database'
import { StartupError } from './startup-error'

/** `npm run db:reset`: throws the embedded database away; the next start makes a new one with the demo. Never touches DATABASE_URL. */
try {
  const { postgres, release } = await startEmbeddedDatabase() // refuses while an application uses it
  await release()
  postgres.stop()
  rmSync(postgres.home, { recursive: true })
  console.log('内置数据库已清空。下次 npm start 会重新建好并放入演示数据。')
} catch (error) {
  if (!(error instanceof StartupError)) throw error
  console.error(`\n${error.message}\n`)
  process.exitCode = 1
}
