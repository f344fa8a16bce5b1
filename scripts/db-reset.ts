import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { startPostgres } from './postgres'

/** `npm run db:reset`: throws the embedded database away; the next start makes a new one with the demo. Never touches DATABASE_URL. */
const folder = path.resolve(process.env.DATA_DIR ?? '.data', 'postgres')
if (!existsSync(folder)) console.log('没有内置数据库，不用清空。')
else {
  const postgres = await startPostgres(folder)
  postgres.stop()
  rmSync(folder, { recursive: true, force: true })
  console.log('内置数据库已清空。下次 npm start 会重新建好并放入演示数据。')
}
