import type { Metadata } from 'next'
import Link from 'next/link'
import { NoticeText } from '@/components/notice-text'
import { notice, noticeVersion } from '@/domain/notice'
import { fullDate } from '@/domain/time'
import { openPage } from '@/server/page'
import { currentSettings } from '@/server/settings/settings'

export const metadata: Metadata = { title: '隐私说明' }

export default async function PrivacyPage() {
  const { actor } = await openPage('account.sign-in')
  return (
    <main className="paper">
      <h1>隐私说明</h1>
      <p className="aux">{fullDate(noticeVersion)}版</p>
      <NoticeText sections={notice(await currentSettings())} />
      <nav aria-label="离开本页" className="paper-ways">
        {actor && (
          <Link className="link" href="/me/data" prefetch={false}>
            我的数据
          </Link>
        )}
        <Link className="link" href="/" prefetch={false}>
          回到首页
        </Link>
      </nav>
    </main>
  )
}
