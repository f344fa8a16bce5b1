import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { SignOutButton } from '@/components/appearance'
import { NoticeAcknowledgement } from '@/components/notice-acknowledgement'
import { NoticeText } from '@/components/notice-text'
import { notice, noticeVersion } from '@/domain/notice'
import { ownPath } from '@/domain/own-path'
import { fullDate } from '@/domain/time'
import { env } from '@/server/env'
import { openPage } from '@/server/page'
import { currentSettings } from '@/server/settings/settings'

export const metadata: Metadata = { title: '隐私说明' }

/** The last step of the first sign-in, and what everybody comes by once when the notice is new. */
export default async function NoticePage({ searchParams }: { searchParams: Promise<{ from?: string }> }) {
  const { actor } = await openPage('account.own')
  const from = ownPath((await searchParams).from, new URL(env().NEXTAUTH_URL).origin)
  if (actor.noticeVersion === noticeVersion) redirect(from)
  return (
    <main className="paper">
      <h1>隐私说明</h1>
      <p className="aux">{fullDate(noticeVersion)}版</p>
      <p>{actor.noticeVersion === null ? '开始之前，请核对身份，看一遍记录什么、谁能看。' : '隐私说明有更新，请看一遍。看过后不再出现。'}</p>
      <dl className="paper-facts">
        <div>
          <dt>姓名</dt>
          <dd>{actor.name}</dd>
        </div>
        <div>
          <dt>机构</dt>
          <dd>{actor.unitName}</dd>
        </div>
        <div>
          <dt>岗位</dt>
          <dd>{actor.position}</dd>
        </div>
      </dl>
      <p className="aux">信息有误也可以继续，稍后在“我的数据”里提出更正。</p>
      <NoticeText sections={notice(await currentSettings())} />
      <div className="paper-acts">
        <NoticeAcknowledgement version={noticeVersion} to={from} />
        <SignOutButton />
      </div>
    </main>
  )
}
