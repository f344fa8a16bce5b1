import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Crumbs } from '@/components/administration/crumbs'
import { mostSlips, oneTimeCodeDays } from '@/domain/credential'
import { AppError } from '@/domain/errors'
import { typedLoginName } from '@/domain/report'
import { businessDay, monthAndDay } from '@/domain/time'
import { listWaitingUnits, type WaitingUnit } from '@/server/codes/queries'
import { readWaiting } from '@/server/codes/waiting'
import { env } from '@/server/env'
import { openPage } from '@/server/page'
import { SlipPrinter } from './slip-printer'

export const metadata: Metadata = { title: '登录条' }

const toPeople = { name: '人员', href: '/people' }
const address = (unitId: string, below: boolean) => `/people/slips?unit=${unitId}${below ? '' : '&below=0'}`

/** Where people wait who never signed in. Units stand in the order of the tree, each a little to the right of what is above it. */
function Units({ units }: { units: WaitingUnit[] }) {
  const top = Math.min(...units.map(({ path }) => path.split('/').length))
  return (
    <table className="data slip-units">
      <thead>
        <tr>
          <th>机构</th>
          <th className="r">本机构</th>
          <th className="r">含下级</th>
        </tr>
      </thead>
      <tbody>
        {units.map(({ id, name, path, waiting, waitingBelow }) => (
          <tr key={id}>
            <th style={{ paddingInlineStart: `${path.split('/').length - top}em` }}>{name}</th>
            <td className="r" data-label="本机构">
              {waiting > 0 && (
                <Link className="link" href={address(id, false)} prefetch={false} aria-label={`${name}本机构${waiting}人`}>
                  {waiting}人
                </Link>
              )}
            </td>
            <td className="r" data-label="含下级">
              {waitingBelow > 0 && (
                <Link className="link" href={address(id, true)} prefetch={false} aria-label={`${name}含下级${waiting + waitingBelow}人`}>
                  {waiting + waitingBelow}人
                </Link>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export default async function SlipsPage({ searchParams }: { searchParams: Promise<{ unit?: string; below?: string }> }) {
  const { actor, scope, db } = await openPage('code.issue')
  const { unit: unitId, below } = await searchParams
  const withBelow = below !== '0'
  if (!unitId) {
    const units = await listWaitingUnits(db, scope)
    return (
      <main className="admin">
        <Crumbs places={[toPeople]} />
        <header className="page-hd">
          <div>
            <h1>登录条</h1>
            <p className="sub">给还没登录过的同事发登录码，打印、裁开、交到本人手里。</p>
          </div>
        </header>
        {units.length > 0 ? (
          <Units units={units} />
        ) : (
          <p className="nothing">
            机构里的人都已登录过。忘记密码的，到{' '}
            <Link className="link" href="/people" prefetch={false}>
              人员
            </Link>{' '}
            里找到本人，补发登录码。
          </p>
        )}
      </main>
    )
  }
  const { unit, people, higher } = await readWaiting(db, scope, actor, unitId, withBelow).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not-found') notFound()
    throw error
  })
  return (
    <main className="admin">
      <Crumbs places={[toPeople, { name: '登录条', href: '/people/slips' }]} />
      <header className="page-hd no-print">
        <div>
          <h1>{unit.name}</h1>
          <p className="sub">
            {withBelow ? '含下级机构' : '只看本机构'}
            <i className="sep" />
            还没登录过的在职人员
          </p>
        </div>
        <div className="acts">
          <Link className="chip" href={address(unit.id, true)} prefetch={false} aria-current={withBelow}>
            含下级
          </Link>
          <Link className="chip" href={address(unit.id, false)} prefetch={false} aria-current={!withBelow}>
            只看本机构
          </Link>
        </div>
      </header>
      {people.length === 0 ? (
        <p className="nothing">这里没有等登录码的人。换一个机构，或看含下级的。</p>
      ) : (
        <SlipPrinter
          // Another unit is another form: nothing ticked, typed or printed stays.
          key={`${unit.id} ${withBelow}`}
          unitId={unit.id}
          origin={new URL(env().NEXTAUTH_URL).origin}
          days={oneTimeCodeDays}
          people={people.map(({ id, name, position, unitName, loginNames, codeUntil }) => ({
            id,
            name,
            position,
            unitName,
            loginName: typedLoginName(loginNames),
            codeUntil: codeUntil && monthAndDay(businessDay(codeUntil)),
          }))}
        />
      )}
      {people.length + higher === mostSlips && <p className="aux no-print mt-3">一次最多{mostSlips}人。发完这些再打开本页，接着发下一批。</p>}
      {higher > 0 && <p className="aux no-print mt-3">另有{higher}人权限更大，由省客户服务管理部发码。</p>}
    </main>
  )
}
