import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { Crumbs } from '@/components/administration/crumbs'
import { Pager } from '@/components/administration/pager'
import { Icon } from '@/components/report/icon'
import { memberLists, memberListWord, ruleInWords } from '@/domain/assignment'
import { completionPercent, daysOverdue, shownNumber } from '@/domain/report'
import { businessDay, dateOnly, dayRange, fullDate, monthAndDay } from '@/domain/time'
import { listAssignments, listRoundMembers, type MemberRow } from '@/server/assignments/queries'
import { published } from '@/server/content/store'
import { databaseNow } from '@/server/db'
import { openPage } from '@/server/page'
import { DueDateForm } from './due-date-form'
import { EndForm } from './end-form'

export const metadata: Metadata = { title: '任务' }

const pageLength = 25

function State({ member, now }: { member: MemberRow; now: Date }) {
  switch (member.state) {
    case 'completed':
      return `${member.completedAt ? fullDate(businessDay(member.completedAt)) : ''}完成`
    case 'waived':
      return `免训：${member.waivedReason ?? '未写原因'}`
    case 'ended':
      return '已退出'
    case 'outstanding':
      return member.overdue ? (
        <span className="v v-warn">
          <Icon name="alert" />
          逾期{daysOverdue(dateOnly(member.dueOn), now)}天
        </span>
      ) : (
        '未完成'
      )
    default:
      return member.state satisfies never
  }
}

type Props = { params: Promise<{ assignmentId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function AssignmentPage({ params, searchParams }: Props) {
  const { scope, db } = await openPage('assignment.manage')
  const [{ assignmentId }, search] = await Promise.all([params, searchParams])
  const [assignment] = z.uuid().safeParse(assignmentId).success ? await listAssignments(db, scope, assignmentId) : []
  if (!assignment) notFound()
  const { title, rule, unitNames, programmeId, graceDays, yearly, endedAt, rounds } = assignment
  const asked = (name: string) => (typeof search[name] === 'string' ? search[name] : '')
  const round = rounds.find((entry) => entry.id === asked('round')) ?? rounds[0]
  if (!round) notFound()
  const list = memberLists.find((name) => name === asked('list')) ?? 'all'
  const typed = asked('q').trim().slice(0, 40)
  const page = Math.min(10_000, Math.max(1, Math.floor(Number(asked('page') || 1)) || 1))
  const [content, now, members] = await Promise.all([
    published(scope),
    databaseNow(db),
    listRoundMembers(db, scope, round.id, { list, search: typed, limit: pageLength, offset: (page - 1) * pageLength }),
  ])
  const total = members[0]?.total ?? 0
  const pages = Math.max(1, Math.ceil(total / pageLength))
  const percent = completionPercent({ ...round, inProgress: round.outstanding, notStarted: 0, certified: 0 })
  const count = {
    all: round.required,
    outstanding: round.outstanding,
    overdue: round.overdue,
    completed: round.completed,
    waived: round.waived,
    ended: round.ended,
  }
  const hrefOf = (given: Record<string, string>) => {
    const query = new URLSearchParams({ ...(round.id === rounds[0]?.id ? {} : { round: round.id }), ...given }).toString()
    return `/assignments/${assignmentId}${query ? `?${query}` : ''}`
  }
  const kept = { ...(list === 'all' ? {} : { list }), ...(typed ? { q: typed } : {}) }
  const programme = content.programmes.get(programmeId)
  return (
    <main className="admin">
      <Crumbs places={[{ name: '任务指派', href: '/assignments' }]} />
      <header className="page-hd">
        <div>
          <h1>
            {round.label}
            {title}
          </h1>
          <p className="sub">{ruleInWords(rule, unitNames)}</p>
          <p className="facts-line sub">
            {[
              dayRange(round.opensOn, round.dueOn),
              programme?.title !== title && (programme?.title ?? '培训已下架'),
              `中途加入的人至少有${graceDays}天`,
              yearly && '每年一轮',
              endedAt && `${fullDate(businessDay(endedAt))}结束`,
            ]
              .filter((fact) => typeof fact === 'string')
              .map((fact) => (
                <span key={fact}>{fact}</span>
              ))}
          </p>
        </div>
        {rounds.length > 1 && (
          <nav className="fil" aria-label="轮次">
            {rounds.map((entry) => (
              <Link
                key={entry.id}
                href={`/assignments/${assignmentId}${entry.id === rounds[0]?.id ? '' : `?round=${entry.id}`}`}
                prefetch={false}
                aria-current={entry.id === round.id ? 'true' : undefined}
              >
                <span>{entry.label}年</span>
              </Link>
            ))}
          </nav>
        )}
      </header>
      <section className="sec">
        {round.opened ? (
          <dl className="figures">
            {[
              ['应训', `${round.required}人`],
              ...(round.waived > 0 ? [['免训', `${round.waived}人`]] : []),
              ['已完成', `${round.completed}人`],
              ['未完成', `${round.outstanding}人`],
              ['逾期', `${round.overdue}人`],
              ['完成率', percent === null ? '—' : `${percent}%`],
            ].map(([word, figure]) => (
              <div key={word}>
                <dt>{word}</dt>
                <dd>{figure}</dd>
              </div>
            ))}
          </dl>
        ) : (
          <p className="sub py-4">{fullDate(round.opensOn)}开始。名单以当天的人员为准。</p>
        )}
      </section>
      {round.opened && (
        <section className="sec">
          <div className="sec-h">
            <h2>名单</h2>
          </div>
          <nav className="fil" aria-label="名单筛选">
            {memberLists
              .filter((name) => count[name] > 0 || name === list || name === 'all')
              .map((name) => (
                <Link
                  key={name}
                  href={hrefOf(name === 'all' ? {} : { list: name })}
                  prefetch={false}
                  scroll={false}
                  aria-current={name === list ? 'true' : undefined}
                >
                  <span>
                    {memberListWord[name]}
                    {count[name]}
                  </span>
                </Link>
              ))}
          </nav>
          <form className="tools" method="get">
            {round.id !== rounds[0]?.id && <input type="hidden" name="round" value={round.id} />}
            {list !== 'all' && <input type="hidden" name="list" value={list} />}
            <div className="field grow">
              <label htmlFor="q">姓名、拼音首字母或工号</label>
              <input id="q" name="q" type="search" defaultValue={typed} maxLength={40} autoComplete="off" />
            </div>
            <button type="submit" className="btn btn-2 btn-s">
              查找
            </button>
          </form>
          {members.length === 0 ? (
            <p className="nothing">
              {typed ? '没有找到这个人。换个写法，或清空再找。' : page > 1 ? '这一页没有人了。' : '这里还没有人。符合条件的人，每天自动加入。'}
            </p>
          ) : (
            <table className="data">
              <thead>
                <tr>
                  <th scope="col">姓名</th>
                  <th scope="col">岗位</th>
                  <th scope="col">机构</th>
                  <th scope="col">截止</th>
                  <th scope="col">状态</th>
                </tr>
              </thead>
              <tbody>
                {members.map((member) => (
                  <tr key={member.personId}>
                    <th scope="row">
                      <Link className="whole" href={`/reports/people/${member.personId}`} prefetch={false}>
                        {member.name}
                        <small>{shownNumber(member.loginNames)}</small>
                      </Link>
                    </th>
                    <td data-label="岗位">{member.position}</td>
                    <td data-label="机构">{member.unitName}</td>
                    <td data-label="截止">
                      {dateOnly(member.dueOn).slice(0, 4) === round.dueOn.slice(0, 4) ? monthAndDay(dateOnly(member.dueOn)) : fullDate(dateOnly(member.dueOn))}
                    </td>
                    <td data-label="状态">
                      <State member={member} now={now} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          <Pager
            before={page > 1 ? hrefOf({ ...kept, ...(page > 2 ? { page: String(page - 1) } : {}) }) : null}
            after={page < pages ? hrefOf({ ...kept, page: String(page + 1) }) : null}
            at={{ page, pages }}
          />
        </section>
      )}
      {!endedAt && (
        <div className="mt-7">
          <DueDateForm
            key={round.id}
            occurrenceId={round.id}
            dueOn={round.dueOn}
            today={businessDay(now)}
            // Later years are reckoned from the days of the first round.
            yearlyFirst={yearly && round.id === rounds.at(-1)?.id}
          />
          <EndForm assignmentId={assignmentId} outstanding={rounds.reduce((sum, entry) => sum + entry.outstanding, 0)} />
        </div>
      )}
    </main>
  )
}
