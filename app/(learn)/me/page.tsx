import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import Link from 'next/link'
import { Appearance, SignOutButton } from '@/components/appearance'
import { businessDay, monthAndDay } from '@/domain/time'
import { may } from '@/server/access'
import { published } from '@/server/content/store'
import { loadProgress } from '@/server/learning/queries'
import { openPage } from '@/server/page'
import { currentSettings } from '@/server/settings/settings'

export const metadata: Metadata = { title: '我的' }

export default async function MePage() {
  const { actor, scope, db } = await openPage('learning.own')
  const content = await published(scope)
  const [progress, { settings }, jar] = await Promise.all([loadProgress(db, scope, content), currentSettings(), cookies()])
  const held = new Map(progress.badges.map((badge) => [badge.chapterId, badge.awardedAt]))
  return (
    <main className="wide-page">
      <h1>{actor.name}</h1>
      <p className="sub">
        {actor.position}
        <i className="sep" />
        {actor.unitName}
      </p>
      <div className="two mt-5">
        <section className="sec">
          <div className="sec-h">
            <h2>勋章</h2>
            <span className="aux">
              {held.size}/{progress.chapters.length}枚<i className="sep" />
              积分{progress.points}
            </span>
          </div>
          <ul className="badges">
            {progress.chapters.map((chapter) => {
              const at = held.get(chapter.id)
              return (
                <li key={chapter.id} className={at ? '' : 'none'}>
                  <span className="plaque">{chapter.id}</span>
                  {chapter.badge.title}
                  <span className="aux">{at ? monthAndDay(businessDay(at)) : chapter.badge.description}</span>
                </li>
              )
            })}
          </ul>
          <p className="aux">积分只给自己看，不进考核。</p>
        </section>
        <div className="grid gap-6">
          <section className="sec">
            <div className="sec-h">
              <h2>外观</h2>
            </div>
            <Appearance theme={jar.get('theme')?.value ?? 'system'} large={jar.get('size')?.value === 'large'} />
          </section>
          <section className="sec">
            <Link className="row" href="/certificates" prefetch={false}>
              <span className="n">我的证书</span>
              <span className="aux">{progress.certificate ? '有效' : '还没有'}</span>
            </Link>
            <Link className="row" href="/standard" prefetch={false}>
              <span className="n">标准条款</span>
              <span className="aux">原则、要求和自己的进度</span>
            </Link>
            {may(actor, 'report.view') && (
              <Link className="row" href="/reports" prefetch={false}>
                <span className="n">机构看板</span>
                <span className="aux">看本机构完成情况</span>
              </Link>
            )}
            {may(actor, 'person.view') && (
              <Link className="row" href="/people" prefetch={false}>
                <span className="n">人员</span>
                <span className="aux">查人、补发登录码、解锁</span>
              </Link>
            )}
            <Link className="row" href="/me/data" prefetch={false}>
              <span className="n">我的数据</span>
              <span className="aux">信息有误，导出</span>
            </Link>
            <Link className="row" href="/me/sessions" prefetch={false}>
              <span className="n">登录设备</span>
              <span className="aux">在哪里登录着，可以退出</span>
            </Link>
            <Link className="row" href="/me/password" prefetch={false}>
              <span className="n">修改密码</span>
              <span className="aux">其他设备会退出登录</span>
            </Link>
            <Link className="row" href="/privacy" prefetch={false}>
              <span className="n">隐私说明</span>
              <span className="aux">记录什么，谁能看</span>
            </Link>
            <div className="row">
              <div>
                <p className="n">帮助</p>
                <p className="aux whitespace-pre-line">{settings.help.text}</p>
              </div>
            </div>
          </section>
          <SignOutButton />
        </div>
      </div>
    </main>
  )
}
