import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import '@/app/(immersive)/immersive.css'
import { QuestionSample } from '@/components/gallery/question-sample'
import { Suspension } from '@/components/gallery/suspension'
import { dayAndTime } from '@/domain/time'
import { listSuspensions } from '@/server/content/queries'
import { published, questionBodies, questionKeys } from '@/server/content/store'
import { openPage } from '@/server/page'

export const metadata: Metadata = { title: '题目样张' }

/** One question as learners get it, to be tried, and as it looks answered right and wrong. The key is in the page: it is its owner's. */
export default async function QuestionSamplePage({ params }: { params: Promise<{ questionId: string }> }) {
  const { scope, db } = await openPage('content.review')
  const { questionId } = await params
  const content = await published(scope)
  const candidate = [...content.practicePool, ...content.examPool].find(({ itemId }) => itemId === questionId)
  const question = candidate && (await questionBodies(db, scope, [candidate.hash])).get(candidate.hash)
  const key = candidate && (await questionKeys(db, scope, [candidate.hash])).get(candidate.hash)
  const suspension = (await listSuspensions(db, scope)).get(questionId)
  const rule = question && content.rules.get(question.rule)
  if (!question || !key || !rule) notFound()
  return (
    <main className="wide-page gallery">
      <p>
        <Link className="link" href="/gallery" prefetch={false}>
          内容样张
        </Link>
      </p>
      <h1 className="num">{question.id}</h1>
      <QuestionSample question={question} answerKey={key} rule={{ id: rule.id, title: rule.title, text: rule.text }} />
      <Suspension questionId={question.id} since={suspension ? dayAndTime(suspension.suspendedAt) : null} reason={suspension?.reason ?? null} />
    </main>
  )
}
