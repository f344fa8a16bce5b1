import type { Metadata } from 'next'
import Link from 'next/link'
import { publishedSettings } from '@/server/content/store'
import { openPage } from '@/server/page'

export const metadata: Metadata = { title: '隐私说明' }

export default async function PrivacyPage() {
  await openPage('account.sign-in')
  const settings = await publishedSettings()
  return (
    <main className="paper">
      <h1>隐私说明</h1>
      <h2>记录什么</h2>
      <p>姓名、登录名、机构、岗位、入职日期，由本单位导入。手机与邮箱可以不填。</p>
      <p>学到哪一课、每道题的作答、考试成绩、情景演练的选择、证书。不记录停留时长，不读取位置、通讯录与相册。</p>
      <h2>谁能看</h2>
      <p>本人看自己的全部记录。本机构及上级机构的经理看完成情况、考试成绩与证书，看不到练习里的每一次作答。省客户服务管理部看全省的完成情况。</p>
      <p>验真页面只显示部分姓名、证书名称、编号、机构、日期与状态。</p>
      <h2>留多久</h2>
      <p>保留期限由本单位规定。离职后账户停用，培训记录按规定留存。</p>
      <h2>信息有误</h2>
      <p>{settings.helpText}</p>
      <p>
        <Link className="link" href="/" prefetch={false}>
          返回
        </Link>
      </p>
    </main>
  )
}
