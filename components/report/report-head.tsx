import Link from 'next/link'
import type { ReactNode } from 'react'
import { Crumbs } from '@/components/administration/crumbs'
import { dayAndTime, monthAndDay } from '@/domain/time'
import { Icon } from './icon'

type Place = { name: string; href: string }

/** A menu of links that opens without a script. */
function Menu({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <details className="menu" name="report-menu">
      <summary className="sel-b">{label}</summary>
      <ul>{children}</ul>
    </details>
  )
}

export function ReportHead(given: {
  unit: { name: string }
  above: Place[]
  others: Place[]
  occurrence: { title: string; dueOn: string } | null
  occurrences: { title: string; href: string; current: boolean }[]
  asOf: Date
  exportHref: string | null
}) {
  const { unit, above, others, occurrence, occurrences, asOf, exportHref } = given
  return (
    <header className="report-hd">
      <div className="where">
        {above.length > 0 && <Crumbs places={above} />}
        <h1>{unit.name}</h1>
      </div>
      <div className="tools">
        {others.length > 0 && (
          <Menu
            label={
              <>
                其他机构
                <Icon name="down" />
              </>
            }
          >
            {others.map((place) => (
              <li key={place.href}>
                <Link href={place.href} prefetch={false}>
                  {place.name}
                </Link>
              </li>
            ))}
          </Menu>
        )}
        {occurrence && occurrences.length > 1 && (
          <Menu
            label={
              <>
                {occurrence.title}
                <Icon name="down" />
              </>
            }
          >
            {occurrences.map((round) => (
              <li key={round.href}>
                <Link href={round.href} prefetch={false} aria-current={round.current ? 'true' : undefined}>
                  {round.title}
                </Link>
              </li>
            ))}
          </Menu>
        )}
        <p className="aux facts">
          {occurrence && (
            <>
              <span>{occurrence.title}</span>
              <span>{monthAndDay(occurrence.dueOn)}截止</span>
            </>
          )}
          <span>数据截至{dayAndTime(asOf)}</span>
        </p>
        {exportHref && (
          <Menu
            label={
              <>
                <Icon name="download" />
                导出
              </>
            }
          >
            <li>
              <a href={`${exportHref}&format=xlsx`}>表格文件（xlsx）</a>
            </li>
            <li>
              <a href={`${exportHref}&format=csv`}>文本表格（csv）</a>
            </li>
          </Menu>
        )}
      </div>
    </header>
  )
}
