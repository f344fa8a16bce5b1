import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Names } from '@/components/report/names'
import { ReportHead } from '@/components/report/report-head'
import { Summary } from '@/components/report/summary'
import { Units } from '@/components/report/units'
import { mayAdjust } from '@/domain/assignment'
import { AppError } from '@/domain/errors'
import { type NameList, nameLists } from '@/domain/report'
import { dateOnly } from '@/domain/time'
import { may } from '@/server/access'
import { published } from '@/server/content/store'
import { openPage } from '@/server/page'
import { listTops } from '@/server/reports/queries'
import { pageLength, readReport } from '@/server/reports/report'

export const metadata: Metadata = { title: '机构看板' }

type Props = { params: Promise<{ unitId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function ReportPage({ params, searchParams }: Props) {
  const { actor, scope, db } = await openPage('report.view')
  const [{ unitId }, search] = await Promise.all([params, searchParams])
  const asked = (name: string) => (typeof search[name] === 'string' ? search[name] : null)
  const list = nameLists.find((name) => name === asked('list')) ?? ('outstanding' satisfies NameList)
  const page = Math.min(10_000, Math.max(1, Math.floor(Number(asked('page') ?? 1)) || 1))
  const content = await published(scope)
  const report = await readReport(scope, content, { unitId, occurrenceId: asked('occurrence') }, { list, page }).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not-found') notFound()
    throw error
  })
  const tops = await listTops(db, scope)
  const { unit, occurrence, asOf } = report
  /** A place in this report; what is not named stays at its beginning. */
  const hrefOf = ({
    unit: to = unit.id,
    occurrence: round = occurrence?.id ?? null,
    ...more
  }: {
    unit?: string
    occurrence?: string | null
    list?: string
    page?: string
  }) => {
    const query = new URLSearchParams({ ...(round && round !== report.occurrences[0]?.id ? { occurrence: round } : {}), ...more }).toString()
    return `/reports/${to}${query ? `?${query}` : ''}`
  }
  const branches = [...report.above, unit]
  return (
    <main className="report">
      <ReportHead
        unit={unit}
        above={report.above.map(({ id, name }) => ({ name, href: hrefOf({ unit: id }) }))}
        others={tops.filter((top) => !branches.some((branch) => branch.id === top.id)).map(({ id, name }) => ({ name, href: hrefOf({ unit: id }) }))}
        occurrence={occurrence && { title: occurrence.ended ? `${occurrence.title}（已结束）` : occurrence.title, dueOn: dateOnly(occurrence.dueOn) }}
        occurrences={report.occurrences.map(({ id, title, ended }) => ({
          title: ended ? `${title}（已结束）` : title,
          href: hrefOf({ occurrence: id }),
          current: id === occurrence?.id,
        }))}
        asOf={asOf}
        exportHref={occurrence ? `/api/reports/${unit.id}/export?occurrence=${occurrence.id}` : null}
      />
      {occurrence ? (
        <>
          <Summary figures={report.figures} />
          <div className="report-cols">
            <Units
              unitName={unit.name}
              rows={report.rows.map((row) => ({ ...row, href: row.unit && hrefOf({ unit: row.unit.id }) }))}
              chapters={report.chapters}
              figures={report.figures}
            />
            <Names
              figures={report.figures}
              list={list}
              names={report.names.map((member) => ({ ...member, dueOn: dateOnly(member.dueOn), href: `/reports/people/${member.personId}` }))}
              chapters={report.chapters.length}
              asOf={asOf}
              showUnit={report.rows.some((row) => row.unit)}
              listHref={(name) => hrefOf(name === 'outstanding' ? {} : { list: name })}
              page={page}
              pageLength={pageLength}
              adjust={
                may(actor, 'member.adjust') && !occurrence.ended
                  ? { occurrenceId: occurrence.id, mayAdjust: (personId) => mayAdjust(actor.grants, actor.personId, personId) }
                  : null
              }
              pageHref={(to) => hrefOf({ ...(list === 'outstanding' ? {} : { list }), ...(to > 1 ? { page: String(to) } : {}) })}
            />
          </div>
        </>
      ) : (
        <p className="sec mt-5 pt-4">还没有学习任务。任务布置后，这里会显示完成情况。</p>
      )}
    </main>
  )
}
