'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import type { Announcement } from '@/domain/setting'
import { AnnouncementLine } from './announcement-line'
import { Mark, Wordmark } from './drawings/wordmark'

type Entry = { href: string; label: string; short?: string; lit: string; path: string; also?: string[] }
const entries: Entry[] = [
  { href: '/', label: '首页', lit: 'M5 4h14v13H5z', path: 'M5 4h14v13H5zM12 4v13M5 10.5h14M2.5 20h19' },
  {
    href: '/map',
    label: '学习地图',
    short: '地图',
    lit: 'M7 9h4v4H7z',
    path: 'M4 20V6l8-3 8 3v14M2.5 20h19M7 9h4v4H7zM13.5 9h3.5v4h-3.5zM10 20v-3.5h4V20',
    also: ['/chapters'],
  },
  { href: '/practice', label: '练习', lit: 'M4 5h16v11h-8l-4 4v-4H4z', path: 'M4 5h16v11h-8l-4 4v-4H4zM8 9h8M8 12.2h5', also: ['/exam'] },
  {
    href: '/me',
    label: '我的',
    lit: 'M4 6.5h16V19H4z',
    path: 'M4 6.5h16V19H4zM10 6.5V4h4v2.5M12 11.8a1.6 1.6 0 1 0 0-.01M8.5 16.5c.6-1.7 2-2.5 3.5-2.5s2.9.8 3.5 2.5',
  },
]
const standard: Entry = { href: '/standard', label: '标准条款', lit: 'M6 4h9v16H6z', path: 'M6 4h12v16H6zM9 8.500h6M9 12h6M9 15.500h4' }
const certificates: Entry = { href: '/certificates', label: '我的证书', lit: 'M4 5h16v12H4z', path: 'M4 5h16v12H4zM7.5 9h9M7.5 12.500h5M2.5 20h19' }
const gallery: Entry = { href: '/gallery', label: '内容样张', lit: 'M5 5h6v6H5z', path: 'M5 5h6v6H5zM13 5h6v6h-6zM5 13h6v6H5zM13 13h6v6h-6z' }
const reports: Entry = { href: '/reports', label: '机构看板', lit: 'M5 12h3v7H5z', path: 'M5 12v7M12 5v14M19 9v10M2.5 20h19' }
const people: Entry = {
  href: '/people',
  label: '人员',
  lit: 'M7 13h10v6H7z',
  path: 'M12 11.500a3.500 3.500 0 1 0 0-.01M5 20c.8-3.600 3.500-5.500 7-5.500s6.200 1.900 7 5.500',
}
const administration: Entry[] = [
  { href: '/units', label: '组织', lit: 'M9.500 4h5v4h-5z', path: 'M9.500 4h5v4h-5zM3.500 16h5v4h-5zM15.500 16h5v4h-5zM12 8v4M6 16v-4h12v4' },
  { href: '/assignments', label: '任务指派', lit: 'M5 5h14v14H5z', path: 'M5 5h14v14H5zM8.500 12l2.500 2.500 4.500-5' },
  { href: '/audit', label: '审计日志', lit: 'M5 4h9v16H5z', path: 'M5 4h14v16H5zM8.500 8.500h7M8.500 12h7M8.500 15.500h4' },
  { href: '/settings', label: '平台设置', lit: 'M9 9h6v6H9z', path: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 4.500v5M9 14.500v5' },
]

export function Navigation({
  name,
  place,
  unit,
  manages,
  owns,
  administers,
  announcement,
  children,
}: {
  name: string
  place: string
  unit: string
  manages: boolean
  owns: boolean
  administers: boolean
  announcement: Announcement | null
  children: ReactNode
}) {
  const path = usePathname()
  const here = (entry: Entry) => [entry.href, ...(entry.also ?? [])].some((href) => path === href || (href !== '/' && path.startsWith(`${href}/`)))
  const side = [
    ...entries.slice(0, 3),
    standard,
    certificates,
    entries[3] as Entry,
    ...(manages ? [reports, people] : []),
    ...(owns ? [gallery] : []),
    ...(administers ? administration : []),
  ]
  const icon = (entry: Entry) => (
    <svg className="ic" viewBox="0 0 24 24" aria-hidden="true">
      <path className="lit" d={entry.lit} />
      <path d={entry.path} />
    </svg>
  )
  return (
    <div className="shell">
      <a className="skip" href="#content">
        跳到正文
      </a>
      <aside className="side desk-side">
        <Link className="brand" href="/" prefetch={false}>
          <Mark size={30} />
          <span>
            <Wordmark height={19} />
            <small>客户服务标准学习平台</small>
          </span>
        </Link>
        <nav aria-label="主导航">
          {side.map((entry) => (
            <Link key={entry.href} href={entry.href} prefetch={false} aria-current={here(entry) ? 'page' : undefined}>
              {icon(entry)}
              {entry.label}
            </Link>
          ))}
        </nav>
        <div className="me">
          <b>{name}</b>
          <span className="aux">
            {place}
            <i className="sep" />
            {unit}
          </span>
        </div>
      </aside>
      <div className="content" id="content" tabIndex={-1}>
        {announcement && <AnnouncementLine key={announcement.id} announcement={announcement} />}
        {children}
      </div>
      <nav className="tabs" aria-label="主导航">
        {entries.map((entry) => (
          <Link key={entry.href} href={entry.href} prefetch={false} aria-current={here(entry) ? 'page' : undefined}>
            {icon(entry)}
            {entry.short ?? entry.label}
          </Link>
        ))}
      </nav>
    </div>
  )
}
