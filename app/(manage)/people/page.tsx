import type { Metadata } from 'next'
import Form from 'next/form'
import Link from 'next/link'
import { Pager } from '@/components/administration/pager'
import { UnitPicker } from '@/components/people/unit-picker'
import { Icon } from '@/components/report/icon'
import {
  accountFilterWords,
  type PeopleSearch,
  readPeopleSearch,
  roleWords,
  statusFilters,
  statusFilterWords,
  statusWords,
  type UnitChoice,
  unitChoices,
} from '@/domain/person'
import { shownNumber } from '@/domain/report'
import { may } from '@/server/access'
import { openPage } from '@/server/page'
import { type FoundPerson, listPeople, listUnits } from '@/server/people/queries'

export const metadata: Metadata = { title: '人员' }

const pageLength = 50

/** The address of a search; what is not said stays as it is, what is null goes. */
function hrefOf(search: PeopleSearch, change: Partial<PeopleSearch>): string {
  const { text, unitId, status, role, account, after, before } = { ...search, after: null, before: null, ...change }
  const query = new URLSearchParams(
    Object.entries({ q: text, unit: unitId, status: status === 'present' ? null : status, role, account, after, before }).flatMap(([name, value]) =>
      value ? [[name, value]] : [],
    ),
  ).toString()
  return query ? `/people?${query}` : '/people'
}

function Filters({ search, units, total }: { search: PeopleSearch; units: UnitChoice[]; total: number }) {
  const chosen = [search.unitId, search.status === 'present' ? null : search.status, search.role, search.account].filter(Boolean).length
  return (
    <Form action="/people" key={hrefOf(search, {})} role="search">
      <div className="tools">
        <div className="field grow">
          <label htmlFor="q">姓名、拼音首字母或登录名</label>
          <input id="q" name="q" type="search" defaultValue={search.text} maxLength={64} autoComplete="off" />
        </div>
        <button type="submit" className="btn btn-2 btn-s">
          查找
        </button>
      </div>
      <p className="aux count" role="status">
        共{total}人
      </p>
      <details className="filters" open={chosen > 0}>
        <summary>
          {chosen > 0 ? `筛选，已选${chosen}项` : '筛选'}
          <Icon name="down" />
        </summary>
        <div className="tools">
          <UnitPicker name="unit" label="机构及下级" units={units} initial={units.find((unit) => unit.id === search.unitId) ?? null} />
          <div className="field">
            <label htmlFor="status">状态</label>
            <select id="status" name="status" defaultValue={search.status}>
              {statusFilters.map((status) => (
                <option key={status} value={status}>
                  {statusFilterWords[status]}
                </option>
              ))}
            </select>
          </div>
          <div className="field">
            <label htmlFor="role">角色</label>
            <select id="role" name="role" defaultValue={search.role ?? ''}>
              <option value="">全部</option>
              {Object.entries(roleWords).map(([role, word]) => (
                <option key={role} value={role}>
                  {word}
                </option>
              ))}
            </select>
          </div>
          <div className="field">
            <label htmlFor="account">账号</label>
            <select id="account" name="account" defaultValue={search.account ?? ''}>
              <option value="">全部</option>
              {Object.entries(accountFilterWords).map(([account, word]) => (
                <option key={account} value={account}>
                  {word}
                </option>
              ))}
            </select>
          </div>
          {chosen > 0 && (
            <Link className="btn btn-2 btn-s" href={hrefOf(search, { unitId: null, status: 'present', role: null, account: null })} prefetch={false}>
              清除筛选
            </Link>
          )}
        </div>
      </details>
    </Form>
  )
}

/** `above` is the way to the unit: units of one name are found in many cities. */
function Row({ person, above }: { person: FoundPerson; above: string | undefined }) {
  return (
    <tr>
      <th scope="row">
        <Link className="whole" href={`/people/${person.id}`} prefetch={false}>
          {person.name}
          <small className="num">{shownNumber(person.loginNames)}</small>
        </Link>
      </th>
      <td data-label="机构">
        <span>
          {person.unitName}
          {above && <small>{above}</small>}
        </span>
      </td>
      <td data-label="岗位">{person.position}</td>
      <td data-label="状态" className={person.status === 'active' ? 'usual' : undefined}>
        {statusWords[person.status]}
      </td>
      <td data-label="账号" className={person.signedIn && !person.locked ? 'usual' : undefined}>
        {person.locked ? <span className="bad">已锁定</span> : person.signedIn ? '正常' : '未登录'}
      </td>
    </tr>
  )
}

function Nobody({ search }: { search: PeopleSearch }) {
  if (search.after || search.before)
    return (
      <p className="nothing">
        这一页没有人了。
        <Link className="link" href={hrefOf(search, {})} prefetch={false}>
          回到第一页
        </Link>
      </p>
    )
  return (
    <p className="nothing">
      没有找到符合条件的人。
      {/^[a-z]+$/i.test(search.text) && '拼音只用首字母，例如林若楠是lrn。'}
      {search.status === 'present' && (
        <Link className="link" href={hrefOf(search, { status: 'all' })} prefetch={false}>
          连离职的一起找
        </Link>
      )}
    </p>
  )
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function PeoplePage({ searchParams }: Props) {
  const { actor, scope, db } = await openPage('person.view')
  const asked = await searchParams
  const search = readPeopleSearch((name) => (typeof asked[name] === 'string' ? asked[name] : null))
  const [{ people, total, more }, units] = await Promise.all([listPeople(db, scope, search, pageLength), listUnits(db, scope)])
  const choices = unitChoices(units)
  const aboveOf = new Map(choices.map(({ id, label }) => [id, label.split('/').slice(0, -1).join('/')]))
  const [first, last] = [people[0], people.at(-1)]
  return (
    <main className="admin">
      <header className="page-hd">
        <h1>人员</h1>
        <div className="acts">
          {may(actor, 'code.issue') && (
            <Link className="btn btn-2 btn-s" href="/people/slips" prefetch={false}>
              打印登录条
            </Link>
          )}
          {may(actor, 'person.edit') && (
            <Link className="btn btn-2 btn-s" href="/people/corrections" prefetch={false}>
              更正申请
            </Link>
          )}
          {may(actor, 'roster.import') && (
            <Link className="btn btn-2 btn-s" href="/people/imports" prefetch={false}>
              导入花名册
            </Link>
          )}
          {may(actor, 'person.edit') && (
            <Link className="btn btn-1 btn-s" href="/people/new" prefetch={false}>
              添加人员
            </Link>
          )}
        </div>
      </header>
      <section className="sec" aria-label="名单">
        <Filters search={search} units={choices} total={total} />
        {people.length === 0 ? (
          <Nobody search={search} />
        ) : (
          <table className="data">
            <thead>
              <tr>
                <th scope="col">姓名</th>
                <th scope="col">机构</th>
                <th scope="col">岗位</th>
                <th scope="col">状态</th>
                <th scope="col">账号</th>
              </tr>
            </thead>
            <tbody>
              {people.map((person) => (
                <Row key={person.id} person={person} above={aboveOf.get(person.unitId)} />
              ))}
            </tbody>
          </table>
        )}
        <Pager
          before={more.before && first ? hrefOf(search, { before: first.id }) : null}
          after={more.after && last ? hrefOf(search, { after: last.id }) : null}
        />
      </section>
    </main>
  )
}
