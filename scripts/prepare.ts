import { type DemoAccount, seedDemo } from '@/prisma/seed'
import { ContentRefused, publishContent } from '@/server/content/publish'
import { createDatabase } from '@/server/db'
import { fillInitials } from '@/server/people/fill-initials'
import { migrate } from './migrate'
import { StartupError } from './startup-error'

/** Brings a database up to this version of the product: structure, content, and on request the demo organisation. */
export async function prepareDatabase(url: string, { demo, step }: { demo: boolean; step: (line: string) => void }): Promise<DemoAccount[]> {
  step('核对数据库结构')
  await migrate(url)
  const db = createDatabase(url, { max: 4 })
  try {
    step('发布课程内容')
    await publishContent(db)
    await fillInitials(db)
    if (!demo) return []
    step('核对演示数据')
    return await seedDemo(db)
  } catch (error) {
    if (error instanceof ContentRefused) throw new StartupError(contentSentence(error.message.split('\n')))
    throw error
  } finally {
    await db.$disconnect()
  }
}

function contentSentence(findings: string[]): string {
  const first = findings.slice(0, 5).map((finding) => `  ${finding}`)
  return [`课程内容有${findings.length}处没有通过检查，没有发布。改好后再启动，全部见 npm run content:check。`, ...first].join('\n')
}
