import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { RolePlay } from '@/components/role-play/role-play'
import { ruleTexts } from '@/domain/curriculum'
import { viewRun } from '@/domain/role-play'
import { replay } from '@/domain/scenario'
import { dayAndTime } from '@/domain/time'
import { published, scenarioScript } from '@/server/content/store'
import { openPage } from '@/server/page'
import { findOpenRun, listMoves, listRuns } from '@/server/role-play/queries'

export const metadata: Metadata = { title: '情景演练' }

/** The open run as it stands, or a finished one again (`?run=`), or the introduction. */
export default async function RolePlayPage({ params, searchParams }: { params: Promise<{ scenarioId: string }>; searchParams: Promise<{ run?: string }> }) {
  const { scope, db } = await openPage('role-play.play')
  const { scenarioId } = await params
  const content = await published(scope)
  const heading = content.scenarios.get(scenarioId)
  if (!heading) notFound()
  const past = await listRuns(db, scope, scenarioId)
  const wanted = (await searchParams).run
  const run = wanted === undefined ? await findOpenRun(db, scope, scenarioId) : (past.find((entry) => entry.id === wanted) ?? notFound())
  const isCritical = (rule: string) => content.rules.get(rule)?.criticality === 'A'
  const script = run && (await scenarioScript(db, scope, run.scenarioHash))
  const view = run && script ? viewRun(script, replay(script, run.seed, await listMoves(db, scope, run.id)), run.seed, isCritical) : null
  const { hash: _hash, ...shown } = heading
  return (
    <RolePlay
      key={run?.id ?? 'new'}
      heading={shown}
      backTo={`/chapters/${heading.chapter}`}
      rules={ruleTexts(content.rules, heading.rules)}
      runId={run?.id ?? null}
      view={view}
      pastRuns={past.map(({ id, scorePercent, endedAt }) => ({ id, scorePercent: scorePercent ?? 0, endedAt: endedAt ? dayAndTime(endedAt) : '' }))}
    />
  )
}
