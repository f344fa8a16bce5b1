import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { Crumbs } from '@/components/administration/crumbs'
import { Pager } from '@/components/administration/pager'
import { Icon } from '@/components/report/icon'
import { type DryRunRow, leaversNeedConfirming, outcomeWord, type RosterCounts, rosterOutcomes, undoHours } from '@/domain/roster'
import { importStateWord, isUnderWay, keptReasonWord, type RosterSummary } from '@/domain/roster-import'
import { dayAndTime } from '@/domain/time'
import { openPage } from '@/server/page'
import { listRows, type RosterImport, type RowFilter, readImport } from '@/server/rosters/queries'
import { ConfirmForm } from './confirm-form'
import { UnderWay } from './under-way'
import { UndoForm } from './undo-form'

export const metadata: Metadata = { title: '导入结果' }

const pageLength = 50
const filters = [...rosterOutcomes, 'warned'] as const
/** What someone looks at first: what is wrong, else what changes most. */
const firstLook = (counts: RosterCounts): RowFilter => (['wrong', 'new', 'changed', 'leaving'] as const).find((name) => counts[name] > 0) ?? null

const underWayText = {
  staged: ['正在读取和比对', '通常不到半分钟。可以离开本页，回来再看。'],
  writing: ['正在写入', '全部写完才生效，中断则一行不写。可以离开本页。'],
  undoing: ['正在撤销', '通常不到半分钟。可以离开本页，回来再看。'],
} as const

function Figures({ counts }: { counts: RosterCounts }) {
  const shown = [
    ['新增', counts.new],
    ['更新', counts.changed],
    ['离职', counts.leaving],
    ['不变', counts.unchanged],
    ['有误', counts.wrong],
    ['新机构', counts.newUnits],
  ] as const
  return (
    <dl className="figures">
      {shown.map(([label, count]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className={label === '有误' && count > 0 ? 'text-warn' : undefined}>{count}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What stands between the dry run and writing, or what comes next. */
function NextStep({ found, summary }: { found: RosterImport; summary: RosterSummary }) {
  const { counts } = summary
  const changes = counts.new + counts.changed + counts.leaving
  if (counts.wrong > 0)
    return (
      <div className="notice">
        <p className="v v-warn">
          <Icon name="alert" />
          {counts.wrong}行有误，改好前一行也不写入
        </p>
        <p className="sub">下面逐格列出原因。改好表格后重新上传。</p>
        <Link className="btn btn-2 btn-s" href="/people/imports">
          重新上传
        </Link>
      </div>
    )
  if (changes === 0)
    return (
      <p className="v v-ok">
        <Icon name="check" />
        和平台上一致，没有要写入的。
      </p>
    )
  if (!found.hasFile)
    return (
      <div className="notice">
        <p className="sub">这次预检已过期。请重新上传。</p>
        <Link className="btn btn-2 btn-s" href="/people/imports">
          重新上传
        </Link>
      </div>
    )
  return (
    <>
      {summary.outdated && (
        <p className="v v-warn">
          <Icon name="alert" />
          预检后人员有变动，没有写入。下面是最新结果，请再核对。
        </p>
      )}
      {summary.interrupted && (
        <p className="v v-warn">
          <Icon name="alert" />
          上次写入被打断，已全部退回。请再确认一次。
        </p>
      )}
      <ConfirmForm importId={found.id} counts={counts} askNumber={leaversNeedConfirming(counts)} />
    </>
  )
}

function Written({ found, summary }: { found: RosterImport; summary: RosterSummary }) {
  const { counts, written } = summary
  return (
    <div className="notice">
      <p className="v v-ok">
        <Icon name="check" />
        {found.writtenAt && `${dayAndTime(found.writtenAt)}`}已全部写入
      </p>
      <p className="sub">
        加入学习任务{written?.joined ?? 0}人{(written?.ended ?? 0) > 0 && `，退出${written?.ended}人`}。
        {counts.new > 0 && found.uploaderName !== null && '新人还没有登录码，打印登录条时生成。'}
      </p>
      {summary.interrupted && (
        <p className="v v-warn">
          <Icon name="alert" />
          上次撤销被打断，已全部退回。需要时可再撤销。
        </p>
      )}
      {counts.new > 0 && found.uploaderName !== null && (
        <Link className="btn btn-1 btn-s" href="/people/slips" prefetch={false}>
          打印登录条
        </Link>
      )}
    </div>
  )
}

function Undone({ found, undone }: { found: RosterImport; undone: NonNullable<RosterSummary['undone']> }) {
  return (
    <div className="notice">
      <p className="v v-ok">
        <Icon name="check" />
        {found.undoneAt && `${dayAndTime(found.undoneAt)}`}已撤销
      </p>
      <p className="sub">
        撤回新增{undone.removed}人，恢复{undone.restored}人，去掉空机构{undone.units}个。
      </p>
      {undone.keptCount > 0 && (
        <>
          <p className="sub">保留{undone.keptCount}人，没有动：</p>
          <ul className="kept">
            {undone.kept.map((person) => (
              <li key={person.loginName}>
                {person.name}
                <span className="num">{person.loginName}</span>
                <small>{keptReasonWord[person.reason]}</small>
              </li>
            ))}
            {undone.keptCount > undone.kept.length && <li>其余{undone.keptCount - undone.kept.length}人见人员页</li>}
          </ul>
        </>
      )}
    </div>
  )
}

function Rows({ rows }: { rows: (DryRunRow & { sequence: number })[] }) {
  return (
    <table className="data dry-run">
      <thead>
        <tr>
          <th scope="col">姓名</th>
          <th scope="col">行</th>
          <th scope="col">结果</th>
          <th scope="col">说明</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.sequence}>
            <th scope="row">
              {row.name || (row.line === null ? '名册之外' : '—')}
              <small className="num">{row.loginName}</small>
            </th>
            <td data-label="行">{row.line ?? '—'}</td>
            <td data-label="结果" className={row.outcome === 'wrong' ? 'bad' : undefined}>
              {outcomeWord[row.outcome]}
            </td>
            <td data-label="说明">
              {row.notes.length > 0 && (
                <ul className="notes">
                  {row.notes.map((note, i) => (
                    <li key={i}>
                      <span className="aux">
                        {note.cell && <b className="num">{note.cell}</b>}
                        {note.column}
                      </span>
                      {note.says}
                    </li>
                  ))}
                </ul>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export default async function ImportPage({
  params,
  searchParams,
}: {
  params: Promise<{ importId: string }>
  searchParams: Promise<{ show?: string; page?: string }>
}) {
  const { scope, db } = await openPage('roster.import')
  const importId = z.uuid().safeParse((await params).importId).data
  const found = importId ? await readImport(db, scope, importId) : null
  if (!found) notFound()
  const { summary, state } = found
  const counts = summary?.counts
  const asked = await searchParams
  const total = counts ? rosterOutcomes.reduce((sum, name) => sum + counts[name], 0) : 0
  const filter: RowFilter = asked.show === 'all' || !counts ? null : (filters.find((name) => name === asked.show) ?? firstLook(counts))
  const count = counts && filter ? counts[filter] : total
  const pages = Math.max(1, Math.ceil(count / pageLength))
  const page = Math.min(Math.max(1, Math.floor(Number(asked.page)) || 1), pages)
  const rows = counts ? await listRows(db, scope, found.id, { filter, most: pageLength, offset: (page - 1) * pageLength }) : []
  const href = (show: string, to = 1) => `/people/imports/${found.id}?show=${show}${to > 1 ? `&page=${to}` : ''}`
  const shown = filter ?? 'all'
  const downloads = `/api/rosters/${found.id}/rows?${filter ? `show=${filter}&` : ''}format=`
  return (
    <main className="admin">
      <header className="page-hd">
        <div>
          <Crumbs places={[{ name: '人员导入', href: '/people/imports' }]} />
          <h1>{found.fileName}</h1>
          <p className="aux facts-line">
            <span>{state === 'checked' && (counts?.wrong ?? 0) > 0 ? '有误，没有写入' : importStateWord[state]}</span>
            <span>{found.full ? '完整名册' : '部分名册'}</span>
            <span>
              {found.uploaderName ?? '命令行'}
              {dayAndTime(found.uploadedAt)}上传
            </span>
          </p>
        </div>
      </header>
      {isUnderWay(state) && <UnderWay title={underWayText[state as 'staged'][0]} says={underWayText[state as 'staged'][1]} />}
      {state === 'refused' && (
        <section className="sec">
          <div className="notice pt-4">
            <p className="v v-warn">
              <Icon name="alert" />
              {found.refusal}
            </p>
            <Link className="btn btn-2 btn-s" href="/people/imports">
              重新上传
            </Link>
          </div>
        </section>
      )}
      {counts && summary && !isUnderWay(state) && (
        <section className="sec">
          <div className="sec-h">
            <h2>{state === 'checked' ? '预检结果' : '这次导入'}</h2>
          </div>
          <Figures counts={counts} />
          {state === 'checked' && <NextStep found={found} summary={summary} />}
          {state === 'written' && <Written found={found} summary={summary} />}
          {state === 'undone' && summary.undone && <Undone found={found} undone={summary.undone} />}
        </section>
      )}
      {found.undoable && found.undoUntil && <UndoForm importId={found.id} until={dayAndTime(found.undoUntil)} hours={undoHours} />}
      {counts && !isUnderWay(state) && (
        <section className="sec mt-7">
          <div className="sec-h">
            <h2>逐行</h2>
            {total > 0 && (
              <span className="downloads">
                <a className="link" href={`${downloads}xlsx`}>
                  下载xlsx
                </a>
                <a className="link" href={`${downloads}csv`}>
                  下载csv
                </a>
              </span>
            )}
          </div>
          <nav className="fil" aria-label="逐行筛选">
            {(['all', ...filters] as const)
              .filter((name) => name === 'all' || name === shown || counts[name] > 0)
              .map((name) => (
                <Link key={name} href={href(name)} prefetch={false} scroll={false} aria-current={name === shown ? 'true' : undefined}>
                  <span>
                    {name === 'all' ? '全部' : outcomeWord[name]}
                    {name === 'all' ? total : counts[name]}
                  </span>
                </Link>
              ))}
          </nav>
          {rows.length === 0 ? (
            <p className="nothing">{count > 0 ? '这张表已过保存期。需要时请重新上传名册。' : '没有这样的行。可以看全部。'}</p>
          ) : (
            <Rows rows={rows} />
          )}
          <Pager before={page > 1 ? href(shown, page - 1) : null} after={page < pages ? href(shown, page + 1) : null} at={{ page, pages }} />
        </section>
      )}
    </main>
  )
}
