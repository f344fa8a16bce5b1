import type { Metadata } from 'next'
import Link from 'next/link'
import { CorrectionForm } from '@/components/account/correction-form'
import { DownloadButton } from '@/components/download-button'
import { fullDayAndTime } from '@/domain/time'
import { listOwnCorrections } from '@/server/corrections/queries'
import { openPage } from '@/server/page'
import { currentSettings } from '@/server/settings/settings'

export const metadata: Metadata = { title: '我的数据' }

export default async function OwnDataPage() {
  const { actor, scope, db } = await openPage('account.own')
  const [corrections, { settings }] = await Promise.all([listOwnCorrections(db, scope), currentSettings()])
  return (
    <main className="wide-page">
      <Link className="back" href="/me" prefetch={false}>
        <svg className="ic ic-s" viewBox="0 0 24 24" aria-hidden="true">
          <path d="m14.500 5.500-6.500 6.500 6.500 6.500" />
        </svg>
        我的
      </Link>
      <h1>我的数据</h1>
      <p className="sub">
        {actor.name}
        <i className="sep" />
        {actor.position}
        <i className="sep" />
        {actor.unitName}
      </p>
      <div className="two mt-5">
        <section className="sec own-data">
          <div className="sec-h">
            <h2>更正申请</h2>
          </div>
          <CorrectionForm />
          {corrections.length > 0 && (
            <ul className="mt-5">
              {corrections.map((correction) => (
                <li key={correction.id}>
                  <p>{correction.says}</p>
                  <p className="aux">{fullDayAndTime(correction.createdAt)}提出</p>
                  {correction.resolvedAt ? (
                    <p className="answer">
                      <span className="aux">{fullDayAndTime(correction.resolvedAt)}答复</span>
                      {correction.outcome}
                    </p>
                  ) : (
                    <p className="sub">等待答复</p>
                  )}
                </li>
              ))}
            </ul>
          )}
        </section>
        <div className="grid gap-6">
          <section className="sec">
            <div className="sec-h">
              <h2>导出</h2>
            </div>
            <p className="sub">
              档案、登录设备、学习与作答、考试、演练每一步、积分、勋章、证书、更正申请、操作记录。考试题的题目与答案不公开，只列自己的作答和对错。
            </p>
            <div className="choices mt-3">
              <DownloadButton href="/api/me/data?as=xlsx">下载表格（xlsx）</DownloadButton>
              <DownloadButton href="/api/me/data?as=json">下载数据（json）</DownloadButton>
            </div>
          </section>
          <section className="sec">
            <Link className="row" href="/privacy" prefetch={false}>
              <span className="n">隐私说明</span>
              <span className="aux">记录什么，谁能看，留多久</span>
            </Link>
            <div className="row">
              <div>
                <p className="n">其他问题</p>
                <p className="aux whitespace-pre-line">{settings.help.text}</p>
              </div>
            </div>
          </section>
        </div>
      </div>
    </main>
  )
}
