import type { Metadata } from 'next'
import Link from 'next/link'
import { Crumbs } from '@/components/administration/crumbs'
import { ResolutionForm } from '@/components/administration/resolution-form'
import { fullDayAndTime } from '@/domain/time'
import { type Correction, listCorrections } from '@/server/corrections/queries'
import { openPage } from '@/server/page'

export const metadata: Metadata = { title: '更正申请' }

function Request({ correction: { person, says, createdAt } }: { correction: Correction }) {
  return (
    <>
      <h3>
        <Link className="link" href={`/people/${person.id}`} prefetch={false}>
          {person.name}
        </Link>
        <span className="aux">
          {person.unitName}
          <i className="sep" />
          {fullDayAndTime(createdAt)}
        </span>
      </h3>
      <p className="whitespace-pre-line">{says}</p>
    </>
  )
}

export default async function CorrectionsPage() {
  const { scope, db } = await openPage('person.edit')
  const [open, resolved] = await Promise.all([listCorrections(db, scope, 'open'), listCorrections(db, scope, 'resolved')])
  return (
    <main className="admin">
      <Crumbs places={[{ name: '人员', href: '/people' }]} />
      <header className="page-hd">
        <h1>更正申请</h1>
      </header>
      <section className="sec">
        <div className="sec-h">
          <h2>待答复</h2>
          <span className="aux">{open.length > 0 && `${open.length}条`}</span>
        </div>
        {open.length === 0 ? (
          <p className="sub py-3">都已答复。有人在“我的数据”里提出更正，会列在这里。</p>
        ) : (
          <ul className="corrections">
            {open.map((correction) => (
              <li key={correction.id}>
                <div>
                  <Request correction={correction} />
                </div>
                <ResolutionForm correctionId={correction.id} name={correction.person.name} />
              </li>
            ))}
          </ul>
        )}
      </section>
      {resolved.length > 0 && (
        <details className="sec mt-6">
          <summary className="flex min-h-12 cursor-pointer items-center justify-between text-sub">
            最近答复的{resolved.length}条
            <svg className="ic ic-s" viewBox="0 0 24 24" aria-hidden="true">
              <path d="m6 9.500 6 6 6-6" />
            </svg>
          </summary>
          <ul className="corrections">
            {resolved.map((correction) => (
              <li key={correction.id}>
                <div>
                  <Request correction={correction} />
                </div>
                <div>
                  <p className="aux">{correction.resolvedAt && fullDayAndTime(correction.resolvedAt)}答复</p>
                  <p className="whitespace-pre-line">{correction.outcome}</p>
                </div>
              </li>
            ))}
          </ul>
        </details>
      )}
    </main>
  )
}
