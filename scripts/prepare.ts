import { seedDemo } from '@/prisma/seed'
import { ContentRefused, publishContent } from '@/server/content/publish'
import { createDatabase } from '@/server/db'
import { migrate } from './migrate'
import { StartupError } from './startup-error'

export type DemoAccount = { name: string; loginName: string; password: string; role: string }

/** Brings a database up to this version of the product: structure, content, and on request the demo organisation. */
export async function prepareDatabase(url: string, { demo, say }: { demo: boolean; say: (step: string) => void }): Promise<DemoAccount[]> {
  say('核对数据库结构')
  await migrate(url)
  const db = createDatabase(url, { max: 4 })
  try {
    say('发布课程内容')
    await publishContent(db)
    if (!demo) return []
    say('核对演示数据')
    return await seedDemo(db)
  } catch (error) {
    if (error instanceof ContentRefused) throw new StartupError(`课程内容没有通过检查，没有发布：\n${error.message}`)
    throw error
  } finally {
    await db.$disconnect()
  }
}
