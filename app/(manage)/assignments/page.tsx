import type { Metadata } from 'next'
import Link from 'next/link'
import { ruleInWords } from '@/domain/assignment'
import { completionPercent } from '@/domain/report'
import { dayRange } from '@/domain/time'
import { listAssignments } from '@/server/assignments/queries'
import { published } from '@/server/content/store'
import { openPage } from '@/server/page'

export const metadata: Metadata = { title: '任务指派' }

export default async function AssignmentsPage() {
  const { scope, db } = await openPage('assignment.manage')
  const [assignments, content] = await Promise.all([listAssignments(db, scope), published(scope)])
  return (
    <main className="admin">
      <header className="page-hd">
        <h1>任务指派</h1>
        {assignments.length > 0 && (
          <div className="acts">
            <Link className="btn btn-1 btn-s" href="/assignments/new" prefetch={false}>
              新建任务
            </Link>
          </div>
        )}
      </header>
      {assignments.length === 0 ? (
        <div className="nothing">
          <p className="pb-3">还没有任务。发布后，符合条件的人自动加入。</p>
          <Link className="btn btn-1 btn-s max-w-48" href="/assignments/new" prefetch={false}>
            新建任务
          </Link>
        </div>
      ) : (
        <table className="data">
          <thead>
            <tr>
              <th scope="col">任务</th>
              <th scope="col">对象</th>
              <th scope="col">时间</th>
              <th scope="col" className="r">
                应训
              </th>
              <th scope="col" className="r">
                已完成
              </th>
              <th scope="col" className="r">
                逾期
              </th>
            </tr>
          </thead>
          <tbody>
            {assignments.map(({ id, title, programmeId, rule, unitNames, yearly, endedAt, rounds }) => {
              const [round] = rounds
              const programme = content.programmes.get(programmeId)?.title ?? '培训已下架'
              const percent = round && completionPercent({ ...round, inProgress: round.outstanding, notStarted: 0, certified: 0 })
              return (
                <tr key={id}>
                  <th scope="row">
                    <Link className="whole" href={`/assignments/${id}`} prefetch={false}>
                      {round?.label}
                      {title}
                      <small>
                        {[programme !== title && programme, yearly && '每年一轮', endedAt && '已结束', round && !round.opened && '未开始']
                          .filter(Boolean)
                          .join('，')}
                      </small>
                    </Link>
                  </th>
                  <td data-label="对象">{ruleInWords(rule, unitNames)}</td>
                  <td data-label="时间">{round && dayRange(round.opensOn, round.dueOn)}</td>
                  <td data-label="应训" className="r">
                    {round?.opened && `${round.required}人`}
                  </td>
                  <td data-label="已完成" className="r">
                    {round?.opened && (
                      <span>
                        {round.completed}人{percent !== null && <small>{percent}%</small>}
                      </span>
                    )}
                  </td>
                  <td data-label="逾期" className={round && round.overdue > 0 ? 'r bad' : 'r'}>
                    {round?.opened && `${round.overdue}人`}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </main>
  )
}
