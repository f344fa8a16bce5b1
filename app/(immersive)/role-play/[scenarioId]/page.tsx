import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { RolePlay } from '@/components/role-play/role-play'
import { ruleTexts } from '@/domain/curriculum'
import { replay, viewRun } from '@/domain/role-play'
import { published, scenarioScript } from '@/server/content/store'
import { openPage } from '@/server/page'
import { findLastRun, findOpenRun, listChoices } from '@/server/role-play/queries'

export const metadata: Metadata = { title: '情景演练' }

/** The open run as it stands, or the last one finished (`?last`), or the introduction. */
export default async function RolePlayPage({ params, searchParams }: { params: Promise<{ scenarioId: string }>; searchParams: Promise<{ last?: string }> }) {
  const { scope, db } = await openPage('role-play.play')
  const { scenarioId } = await params
  const content = await published(scope)
  const heading = content.scenarios.get(scenarioId)
  if (!heading) notFound()
  const last = await findLastRun(db, scope, scenarioId)
  const run = (await searchParams).last !== undefined ? last : await findOpenRun(db, scope, scenarioId)
  const isCritical = (rule: string) => content.rules.get(rule)?.criticality === 'A'
  const script = run && (await scenarioScript(db, scope, run.scenarioHash))
  const view = run && script ? viewRun(script, replay(script, heading.mood, await listChoices(db, scope, run.id)), run.seed, isCritical) : null
  const { hash: _hash, ...shown } = heading
  return (
    <RolePlay
      key={run?.id ?? 'new'}
      heading={shown}
      backTo={`/chapters/${heading.chapter}`}
      rules={ruleTexts(content.rules, heading.rules)}
      runId={run?.id ?? null}
      view={view}
      lastScore={last?.scorePercent ?? null}
    />
  )
}
