import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Crumbs } from '@/components/administration/crumbs'
import { AppError } from '@/domain/errors'
import { shownNumber } from '@/domain/report'
import { businessDay, dayAndTime } from '@/domain/time'
import { mayStandBelow, unitTypes, unitTypeWord } from '@/domain/unit'
import { openPage } from '@/server/page'
import { readUnit, searchCandidates, type UnitPage } from '@/server/units/read-unit'
import { ChangeForm } from './change-form'
import { CloseForm } from './close-form'
import { CreateForm } from './create-form'
import { Appoint, Dismiss } from './manager-acts'
import { RearrangeForm } from './rearrange-form'

export const metadata: Metadata = { title: '机构' }

type Props = { params: Promise<{ unitId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }
type Found = Awaited<ReturnType<typeof searchCandidates>>

function Branches({ branches, active }: Pick<UnitPage, 'branches'> & { active: boolean }) {
  return (
    <section className="sec">
      <div className="sec-h">
        <h2>下级机构</h2>
      </div>
      {branches.length === 0 ? (
        <p className="nothing">{active ? '下面还没有机构。需要时在下面新增。' : '下面没有机构。'}</p>
      ) : (
        <table className="data">
          <thead>
            <tr>
              <th scope="col">机构</th>
              <th scope="col">类型</th>
              <th scope="col">在册（含下级）</th>
              <th scope="col">经理</th>
            </tr>
          </thead>
          <tbody>
            {branches.map((branch) => (
              <tr key={branch.id}>
                <th scope="row">
                  <Link className="whole" href={`/units/${branch.id}`} prefetch={false}>
                    {branch.name}
                  </Link>
                </th>
                <td data-label="类型">{branch.active ? unitTypeWord[branch.type] : '已停用'}</td>
                <td data-label="在册">{branch.people}人</td>
                <td data-label="经理">{branch.managers.join('、') || '未设'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Managers({ unit, managers, find, found }: Pick<UnitPage, 'unit' | 'managers'> & { find: string; found: Found | null }) {
  return (
    <section className="sec" id="managers">
      <div className="sec-h">
        <h2>经理</h2>
        <span className="aux">看本机构和下级的完成情况</span>
      </div>
      {managers.length === 0 ? (
        <p className="nothing">{unit.active ? '还没有经理。在下面找到同事，任命一位。' : '机构已停用，没有经理。'}</p>
      ) : (
        <ul>
          {managers.map(({ personId, name, position, worksIn, loginNames }) => (
            <li key={personId} className="row">
              <span className="n">
                {name}
                <small>{[position, shownNumber(loginNames), worksIn].filter(Boolean).join('，')}</small>
              </span>
              <span className="text-right">
                <Dismiss unitId={unit.id} personId={personId} name={name} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {unit.active && (
        // The fragment leads back here, not to the top of the page.
        <form action={`/units/${unit.id}#managers`} className="tools">
          <div className="field grow">
            <label htmlFor="find">任命经理</label>
            <input id="find" name="find" type="search" required maxLength={40} defaultValue={find} placeholder="姓名、拼音首字母或登录名" autoComplete="off" />
          </div>
          <button type="submit" className="btn btn-2 btn-s">
            找同事
          </button>
        </form>
      )}
      {unit.active && found && (
        <div aria-live="polite">
          {found.candidates.length === 0 ? (
            <p className="nothing">没有找到“{find}”。换姓名的一部分或登录名再找。</p>
          ) : (
            <ul>
              {found.candidates.map(({ personId, name, position, unitName, loginNames }) => (
                <li key={personId} className="row">
                  <span className="n">
                    {name}
                    <small>{[position, shownNumber(loginNames), unitName].filter(Boolean).join('，')}</small>
                  </span>
                  <span className="text-right">
                    {managers.some((manager) => manager.personId === personId) ? (
                      <span className="aux">已是经理</span>
                    ) : (
                      <Appoint unitId={unit.id} personId={personId} name={name} />
                    )}
                  </span>
                </li>
              ))}
            </ul>
          )}
          {found.more && <p className="aux">还有更多，请把姓名或登录名输全一些。</p>}
        </div>
      )}
    </section>
  )
}

function Changes({ changes }: Pick<UnitPage, 'changes'>) {
  return (
    <section className="sec">
      <div className="sec-h">
        <h2>变更记录</h2>
      </div>
      {changes.length === 0 ? (
        <p className="nothing">在这里改过之后，会按时间列出。</p>
      ) : (
        <ul>
          {changes.map(({ id, at, actor, says }) => (
            <li key={id} className="row change">
              <span>{says}</span>
              <span className="aux">
                {actor}，{businessDay(at).slice(0, 4)}年{dayAndTime(at)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

export default async function UnitEditPage({ params, searchParams }: Props) {
  const { scope, db } = await openPage('unit.edit')
  const [{ unitId }, search] = await Promise.all([params, searchParams])
  const page = await readUnit(db, scope, unitId).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not-found') notFound()
    throw error
  })
  const { unit, above, branches, people, unitsBelow, managers, changes } = page
  const find = typeof search.find === 'string' ? search.find.trim().slice(0, 40) : ''
  const found = find === '' ? null : await searchCandidates(db, scope, find)
  return (
    <main className="admin unit">
      <Crumbs places={[{ name: '组织', href: '/units' }, ...above.map(({ id, name }) => ({ name, href: `/units/${id}` }))]} />
      <header className="page-hd">
        <div>
          <h1>{unit.name}</h1>
          <p className="sub">
            {unitTypeWord[unit.type]}
            {!unit.active && '，已停用'}
          </p>
        </div>
        <div className="acts">
          <Link className="btn btn-2 btn-s" href={`/people?unit=${unit.id}`} prefetch={false}>
            看人员
          </Link>
          <Link className="btn btn-2 btn-s" href={`/reports/${unit.id}`} prefetch={false}>
            看完成情况
          </Link>
        </div>
      </header>
      <dl className="figures">
        <div>
          <dt>本级在册</dt>
          <dd>{people.own}</dd>
        </div>
        <div>
          <dt>含下级在册</dt>
          <dd>{people.all}</dd>
        </div>
        <div>
          <dt>下级机构</dt>
          <dd>{unitsBelow}</dd>
        </div>
      </dl>
      <div className="unit-cols">
        <div>
          <Branches branches={branches} active={unit.active} />
          {unit.active && <CreateForm parentId={unit.id} types={unitTypes.filter((type) => mayStandBelow(type, unit.type))} />}
          <ChangeForm unit={unit} key={`${unit.name}/${unit.type}/${unit.sort}`} />
          {(unit.parentId !== null || page.moveTargets.length > 0) && <RearrangeForm kind="move" unit={unit} targets={page.moveTargets} />}
          {unit.active && <RearrangeForm kind="merge" unit={unit} targets={page.mergeTargets} />}
          <CloseForm unitId={unit.id} active={unit.active} />
        </div>
        <div>
          <Managers unit={unit} managers={managers} find={find} found={found} />
          <Changes changes={changes} />
        </div>
      </div>
    </main>
  )
}
