import Link from 'next/link'
import { Pager } from '@/components/administration/pager'
import { daysOverdue, type Figures, type MemberState, type NameList, nameCount, nameLists, nameListWord, shownNumber } from '@/domain/report'
import { businessDay, monthAndDay } from '@/domain/time'
import { AdjustMembers } from './adjust-members'
import { Icon } from './icon'

type Name = {
  personId: string
  name: string
  position: string
  unitName: string
  loginNames: string[]
  state: MemberState
  overdue: boolean
  certified: boolean
  dueOn: string
  completedAt: Date | null
  chaptersDone: number
  href: string
}

const headings: Record<NameList, string> = {
  outstanding: '未完成名单',
  overdue: '未完成名单',
  'in-progress': '未完成名单',
  'not-started': '未完成名单',
  completed: '已完成名单',
  waived: '免训名单',
}
const empty: Record<NameList, string> = {
  outstanding: '应训的人都已完成。',
  overdue: '没有人逾期。',
  'in-progress': '没有学到一半的人。',
  'not-started': '没有未开始的人。',
  completed: '还没有人完成。',
  waived: '没有免训的人。',
}

function When({ person, asOf }: { person: Name; asOf: Date }) {
  if (person.state === 'completed')
    return (
      <span className="d">
        {person.completedAt && `${monthAndDay(businessDay(person.completedAt))}完成`}
        <small>{person.certified ? '已持证' : '未持证'}</small>
      </span>
    )
  if (person.state === 'waived') return <span className="d">免训</span>
  if (person.overdue)
    return (
      <span className="d od">
        <em>
          <Icon name="alert" />
          逾期{daysOverdue(person.dueOn, asOf)}天
        </em>
      </span>
    )
  return <span className="d">{monthAndDay(person.dueOn)}</span>
}

/** Who has not completed, a page at a time; no points, no hours, no places. */
export function Names(given: {
  figures: Figures
  list: NameList
  names: Name[]
  chapters: number
  asOf: Date
  showUnit: boolean
  listHref: (list: NameList) => string
  page: number
  pageLength: number
  pageHref: (page: number) => string
  /** Where names can be ticked and adjusted: the round, and who of the names may be. */
  adjust: { occurrenceId: string; mayAdjust: (personId: string) => boolean } | null
}) {
  const { adjust } = given
  const { figures, list, names, chapters, asOf, showUnit, listHref, page, pageLength, pageHref } = given
  const count = nameCount(list, figures)
  const pages = Math.max(1, Math.ceil(count / pageLength))
  return (
    <section className="names">
      <div className="sec">
        <div className="sec-h">
          <h2>{headings[list]}</h2>
          <span className="aux">{count}人</span>
        </div>
        <nav className="fil" aria-label="名单筛选">
          {nameLists
            .filter((name) => name !== 'waived' || figures.waived > 0)
            .map((name) => (
              <Link key={name} href={listHref(name)} prefetch={false} scroll={false} aria-current={name === list ? 'true' : undefined}>
                <span>
                  {nameListWord[name]}
                  {nameCount(name, figures)}
                </span>
              </Link>
            ))}
        </nav>
        {adjust && names.length > 0 && list !== 'completed' && (
          <AdjustMembers
            key={list}
            occurrenceId={adjust.occurrenceId}
            formId="adjust-members"
            label={list === 'waived' ? '批量取消免训' : '批量延期或免训'}
            waived={list === 'waived'}
            today={businessDay(asOf)}
          />
        )}
        {names.length === 0 ? (
          <p className="sub none">{count > 0 ? '这一页没有人了。' : empty[list]}</p>
        ) : (
          <ul className="ol">
            {names.map((person) => (
              <li key={person.personId}>
                {adjust && list !== 'completed' && adjust.mayAdjust(person.personId) && (
                  <label className="tick">
                    <input type="checkbox" name="personIds" value={person.personId} form="adjust-members" aria-label={`选${person.name}`} />
                  </label>
                )}
                <Link href={person.href} prefetch={false}>
                  <span className="p">
                    <b>{person.name}</b>
                    <small className="facts-line">
                      {[person.position, shownNumber(person.loginNames), ...(showUnit ? [person.unitName] : [])].map((part) => (
                        <span key={part}>{part}</span>
                      ))}
                    </small>
                  </span>
                  <span className="g">{person.state === 'not-started' ? '未开始' : `${person.chaptersDone}/${chapters}间`}</span>
                  <When person={person} asOf={asOf} />
                </Link>
              </li>
            ))}
          </ul>
        )}
        <Pager before={page > 1 ? pageHref(Math.min(page - 1, pages)) : null} after={page < pages ? pageHref(page + 1) : null} at={{ page, pages }} />
      </div>
    </section>
  )
}
