import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ExamRunner } from '@/components/question/exam-runner'
import { PracticeRunner } from '@/components/question/practice-runner'
import { gradesAtOnce } from '@/domain/attempt'
import { ruleTexts } from '@/domain/curriculum'
import { closeIfOverrun } from '@/server/attempts/close-overrun'
import { findAttempt } from '@/server/attempts/queries'
import { viewAttempt } from '@/server/attempts/view-attempt'
import { published } from '@/server/content/store'
import { openPage } from '@/server/page'
import { Result } from './result'

export const metadata: Metadata = { title: '答题' }

export default async function AttemptPage({ params }: { params: Promise<{ attemptId: string }> }) {
  const { scope, db } = await openPage('attempt.take')
  const { attemptId } = await params
  if (!/^[0-9a-f-]{36}$/.test(attemptId)) notFound()
  const found = await findAttempt(db, scope, attemptId)
  if (!found) notFound()
  // The first look after the time is up closes an exam, if the job has not done so yet.
  const attempt = (await closeIfOverrun(found)) ?? found
  const content = await published(scope)
  if (attempt.closedAt) return <Result attempt={attempt} />
  const view = await viewAttempt(db, scope, content, attempt)
  if (!gradesAtOnce(attempt.kind)) return <ExamRunner attempt={view} />
  const rules = ruleTexts(
    content.rules,
    view.questions.map((question) => question.rule),
  )
  return <PracticeRunner attempt={view} rules={rules} />
}
