import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import '@/app/(immersive)/immersive.css'
import { RolePlay } from '@/components/role-play/role-play'
import { ruleTexts } from '@/domain/curriculum'
import { viewRun } from '@/domain/role-play'
import { playThrough, replay } from '@/domain/scenario'
import { published, scenarioScript } from '@/server/content/store'
import { openPage } from '@/server/page'

export const metadata: Metadata = { title: '演练样张' }

/** A scenario played by the product: by the best move of each turn, or by the worst until a red line is crossed. */
export default async function ScenarioSamplePage({
  params,
  searchParams,
}: {
  params: Promise<{ scenarioId: string }>
  searchParams: Promise<{ path?: string }>
}) {
  const { scope, db } = await openPage('content.review')
  const { scenarioId } = await params
  const well = (await searchParams).path !== 'taboo'
  const content = await published(scope)
  const heading = content.scenarios.get(scenarioId)
  if (!heading) notFound()
  const { hash, ...shown } = heading
  const script = await scenarioScript(db, scope, hash)
  const moves = playThrough(script, scenarioId, (options) => (well ? options[0] : options.at(-1)))
  const isCritical = (rule: string) => content.rules.get(rule)?.criticality === 'A'
  return (
    <RolePlay
      demo
      heading={shown}
      backTo="/gallery"
      rules={ruleTexts(content.rules, heading.rules)}
      runId="sample"
      view={viewRun(script, replay(script, scenarioId, moves), scenarioId, isCritical)}
      pastRuns={[]}
    />
  )
}
