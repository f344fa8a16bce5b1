import type { Metadata } from 'next'
import Link from 'next/link'
import '@/app/(immersive)/immersive.css'
import { MirrorRounds } from '@/components/question/mirror-rounds'
import { ruleTexts } from '@/domain/curriculum'
import { published } from '@/server/content/store'
import { openPage } from '@/server/page'

export const metadata: Metadata = { title: '更衣镜' }

/** As many rounds before the mirror as one likes: nothing is stored and nothing counts. */
export default async function MirrorPage() {
  const { scope } = await openPage('curriculum.read')
  const content = await published(scope)
  const bound = [...content.rules.values()].filter(({ section }) => section === '2.2' || section === '2.3').map(({ id }) => id)
  return (
    <main className="wide-page mirror-page">
      <p>
        <Link className="link" href="/practice" prefetch={false}>
          练习
        </Link>
      </p>
      <h1>更衣镜</h1>
      <p className="sub">找出不合标准的地方。每次都换一身，不计分，也不限时。</p>
      <MirrorRounds rules={ruleTexts(content.rules, bound)} />
    </main>
  )
}
