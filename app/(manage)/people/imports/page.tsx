import type { Metadata } from 'next'
import Link from 'next/link'
import { Crumbs } from '@/components/administration/crumbs'
import { Icon } from '@/components/report/icon'
import { columnGuide, rosterColumns } from '@/domain/roster'
import { importStateWord } from '@/domain/roster-import'
import { dayAndTime } from '@/domain/time'
import { openPage } from '@/server/page'
import { listImports, type RosterImport } from '@/server/rosters/queries'
import { UploadForm } from './upload-form'

export const metadata: Metadata = { title: '人员导入' }

function Outcome({ summary, state, refusal }: RosterImport) {
  if (state === 'refused') return refusal
  if (!summary?.counts) return ''
  const { counts, undone } = summary
  if (undone) return `撤回新增${undone.removed}人，恢复${undone.restored}人${undone.keptCount > 0 ? `，保留${undone.keptCount}人` : ''}`
  return (
    [
      ['新增', counts.new, '人'],
      ['更新', counts.changed, '人'],
      ['离职', counts.leaving, '人'],
      ['有误', counts.wrong, '行'],
    ]
      .filter(([, count]) => Number(count) > 0)
      .map((part) => part.join(''))
      .join('，') || '没有变化'
  )
}

/** Where rosters come in: template, upload, and what came in before. */
export default async function ImportsPage() {
  const { scope, db } = await openPage('roster.import')
  const imports = await listImports(db, scope, 50)
  return (
    <main className="admin">
      <header className="page-hd">
        <div>
          <Crumbs places={[{ name: '人员', href: '/people' }]} />
          <h1>人员导入</h1>
        </div>
        <div className="acts">
          <a className="btn btn-2 btn-s" href="/api/rosters/template?format=xlsx">
            <Icon name="download" />
            下载模板（xlsx）
          </a>
          <a className="btn btn-2 btn-s" href="/api/rosters/template?format=csv">
            <Icon name="download" />
            csv模板
          </a>
        </div>
      </header>
      <section className="sec">
        <div className="sec-h">
          <h2>上传花名册</h2>
        </div>
        <UploadForm />
        <details className="guide">
          <summary className="link">每一列怎么填</summary>
          <table className="data">
            <thead>
              <tr>
                <th scope="col">列</th>
                <th scope="col">怎么填</th>
                <th scope="col">例</th>
              </tr>
            </thead>
            <tbody>
              {rosterColumns.map((column) => (
                <tr key={column}>
                  <th scope="row">
                    {column}
                    {!columnGuide[column].needed && <small>可空</small>}
                  </th>
                  <td data-label="怎么填">{columnGuide[column].how}</td>
                  <td data-label="例">{columnGuide[column].example}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      </section>
      <section className="sec mt-7">
        <div className="sec-h">
          <h2>以往的导入</h2>
        </div>
        {imports.length === 0 ? (
          <p className="nothing">还没有导入过。下载模板，填好后在上面上传。</p>
        ) : (
          <table className="data">
            <thead>
              <tr>
                <th scope="col">花名册</th>
                <th scope="col">上传</th>
                <th scope="col">状态</th>
                <th scope="col">结果</th>
              </tr>
            </thead>
            <tbody>
              {imports.map((entry) => (
                <tr key={entry.id}>
                  <th scope="row">
                    <Link className="whole" href={`/people/imports/${entry.id}`} prefetch={false}>
                      {entry.fileName}
                      {entry.full && <small>完整名册</small>}
                    </Link>
                  </th>
                  <td data-label="上传">
                    <span>
                      {dayAndTime(entry.uploadedAt)}
                      <small>{entry.uploaderName ?? '命令行'}</small>
                    </span>
                  </td>
                  <td data-label="状态" className={entry.state === 'refused' ? 'bad' : undefined}>
                    <span>
                      {entry.state === 'checked' && (entry.summary?.counts.wrong ?? 0) > 0 ? '有误' : importStateWord[entry.state]}
                      {entry.undoable && entry.undoUntil && <small>{dayAndTime(entry.undoUntil)}前可撤销</small>}
                    </span>
                  </td>
                  <td data-label="结果">{Outcome(entry)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
    </main>
  )
}
