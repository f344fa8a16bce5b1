import type { Metadata } from 'next'
import Link from 'next/link'
import { DownloadButton } from '@/components/download-button'
import { actionLabels, auditExportRows, auditSearch, type Change } from '@/domain/audit'
import { fullDayAndTime } from '@/domain/time'
import { filterOf, readAudit } from '@/server/audit/search-audit'
import { openPage } from '@/server/page'

export const metadata: Metadata = { title: '审计日志' }

const pageLength = 50

function Changes({ changes }: { changes: Change[] }) {
  return (
    <ul className="changes">
      {changes.map(({ key, field, before, after }) => (
        <li key={key}>
          <span className="aux">{field}</span>
          <span>
            {before !== null && (
              <>
                <span className="was">{before}</span>
                <span className="vh">改为</span>
                <span className="to" aria-hidden="true">
                  →
                </span>
              </>
            )}
            {after ?? '空'}
          </span>
        </li>
      ))}
    </ul>
  )
}

export default async function AuditPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { scope, db } = await openPage('audit.view')
  const { after, ...typed } = await searchParams
  const asked = Object.fromEntries(Object.entries(typed).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== ''))
  const search = auditSearch.parse(asked)
  const cursor = typeof after === 'string' && /^[0-9a-f-]{36}$/.test(after) ? after : null
  const lines = await readAudit(db, scope, await filterOf(db, scope, search), { after: cursor, limit: pageLength + 1 })
  const shown = lines.slice(0, pageLength)
  const last = lines.length > pageLength ? shown.at(-1) : undefined
  const found = Object.entries(search).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  const address = (path: string, more: Record<string, string> = {}) => {
    const query = new URLSearchParams([...found, ...Object.entries(more)]).toString()
    return query ? `${path}?${query}` : path
  }
  const actions = Object.entries(actionLabels).sort(([, a], [, b]) => a.localeCompare(b, 'zh-CN'))
  return (
    <main className="admin">
      <header className="page-hd">
        <h1>审计日志</h1>
        <div className="acts">
          <DownloadButton href={address('/api/audit/export', { as: 'xlsx' })}>导出xlsx</DownloadButton>
          <DownloadButton href={address('/api/audit/export', { as: 'csv' })}>导出csv</DownloadButton>
        </div>
      </header>
      <form className="tools audit-search" action="/audit">
        <div className="field grow">
          <label htmlFor="person">人员（操作人或对象）</label>
          <input id="person" name="person" defaultValue={search.person} maxLength={64} placeholder="姓名、拼音首字母、登录名" />
        </div>
        <div className="field">
          <label htmlFor="action">操作</label>
          <select id="action" name="action" defaultValue={search.action ?? ''}>
            <option value="">全部</option>
            {actions.map(([action, label]) => (
              <option key={action} value={action}>
                {label}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="from">从</label>
          <input id="from" name="from" type="date" defaultValue={search.from} />
        </div>
        <div className="field">
          <label htmlFor="to">到</label>
          <input id="to" name="to" type="date" defaultValue={search.to} />
        </div>
        <button type="submit" className="btn btn-2 btn-s">
          查找
        </button>
        {found.length > 0 && (
          <Link className="link clear" href="/audit" prefetch={false}>
            清除条件
          </Link>
        )}
      </form>
      {shown.length === 0 ? (
        <p className="nothing">{found.length > 0 ? '没有符合的记录。放宽日期或换个姓名再查。' : '还没有记录。第一次有人改动后，会列在这里。'}</p>
      ) : (
        <table className="data audit">
          <thead>
            <tr>
              <th scope="col">操作</th>
              <th scope="col">时间</th>
              <th scope="col">操作人</th>
              <th scope="col">对象</th>
              <th scope="col">改动</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((line) => (
              <tr key={line.id}>
                <th scope="row">{line.action}</th>
                <td data-label="时间" className="when">
                  {fullDayAndTime(line.at)}
                </td>
                <td data-label="操作人">{line.actor}</td>
                <td data-label="对象">
                  <span>
                    <small>{line.subject}</small>
                    {line.whom}
                  </span>
                </td>
                <td data-label={line.changes.length > 0 ? '改动' : undefined}>{line.changes.length > 0 && <Changes changes={line.changes} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {(last || cursor) && (
        <nav aria-label="翻页" className="pages">
          {cursor && (
            <Link className="link" href={address('/audit')} prefetch={false}>
              回到最新
            </Link>
          )}
          {last && (
            <Link className="btn btn-2 btn-s" href={address('/audit', { after: last.id })} prefetch={false}>
              更早的
            </Link>
          )}
        </nav>
      )}
      <p className="defs">
        每条改动都有记录，写入后不能修改或删除。时间为北京时间。一次最多导出{auditExportRows}行，从最近的开始；更早的，缩小日期范围再导出。
      </p>
    </main>
  )
}
