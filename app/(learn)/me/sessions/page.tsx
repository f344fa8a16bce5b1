import type { Metadata } from 'next'
import Link from 'next/link'
import { dayAndTime } from '@/domain/time'
import { openPage } from '@/server/page'
import { listOwnSessions } from '@/server/sessions/queries'
import { OwnSessions } from './own-sessions'

export const metadata: Metadata = { title: '登录设备' }

export default async function SessionsPage() {
  const { actor, scope, db } = await openPage('account.own')
  const sessions = await listOwnSessions(db, scope)
  return (
    <main className="wide-page narrow">
      <h1>登录设备</h1>
      <p className="sub">有不认识的设备，先退出它，再修改密码。</p>
      <OwnSessions
        sessions={sessions.map(({ id, device, createdAt, lastSeenAt }) => ({
          id,
          device: device || '未命名设备',
          here: id === actor.sessionId,
          signedInAt: dayAndTime(createdAt),
          lastSeenAt: dayAndTime(lastSeenAt),
        }))}
      />
      <p className="ways">
        <Link className="link" href="/me/password" prefetch={false}>
          修改密码
        </Link>
        <Link className="link" href="/me" prefetch={false}>
          返回“我的”
        </Link>
      </p>
    </main>
  )
}
