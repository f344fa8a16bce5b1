import type { Metadata } from 'next'
import Link from 'next/link'
import { SettingForm } from '@/components/administration/setting-form'
import { announcementOn } from '@/domain/setting'
import { fullDate } from '@/domain/time'
import { countWaitingCorrections } from '@/server/corrections/queries'
import { openPage } from '@/server/page'
import { currentSettings } from '@/server/settings/settings'

export const metadata: Metadata = { title: '平台设置' }

export default async function SettingsPage() {
  const { scope, db } = await openPage('setting.edit')
  const [{ settings, today }, waiting] = await Promise.all([currentSettings(), countWaitingCorrections(db, scope)])
  const { announcement, help, privacyContact, retention } = settings
  const shown = announcementOn(announcement, today)
  const state =
    announcement.text === ''
      ? '现在没有公告。'
      : shown === null
        ? '这条公告的日期已过，不再显示。'
        : announcement.until === null
          ? '正在显示，没有截止日期。'
          : `正在显示，到${fullDate(announcement.until)}当天为止。`
  return (
    <main className="admin">
      <header className="page-hd">
        <h1>平台设置</h1>
        <div className="acts">
          <Link className="btn btn-2 btn-s" href="/people/corrections" prefetch={false}>
            更正申请{waiting > 0 && `（${waiting}条待答复）`}
          </Link>
          <Link className="btn btn-2 btn-s" href="/privacy" prefetch={false}>
            看隐私说明
          </Link>
        </div>
      </header>
      <div className="settings">
        <SettingForm settingKey="announcement" title="公告" hint={`登录后每页最上面的一行，本人可以收起。${state}`}>
          <div className="field full">
            <label htmlFor="announcement">文字（最多60字，空着就没有公告）</label>
            <input id="announcement" name="text" defaultValue={announcement.text} maxLength={60} />
          </div>
          <div className="field">
            <label htmlFor="until">显示到哪天（空着不限）</label>
            <input id="until" name="until" type="date" defaultValue={announcement.until ?? ''} />
          </div>
        </SettingForm>
        <SettingForm settingKey="help" title="帮助" hint="显示在“我的”里：遇到问题找谁。">
          <div className="field full">
            <label htmlFor="help">文字（最多300字）</label>
            <textarea id="help" name="text" rows={3} defaultValue={help.text} maxLength={300} required />
          </div>
        </SettingForm>
        <SettingForm settingKey="privacyContact" title="隐私联系人" hint="显示在隐私说明里：要求删除或者有疑问时找谁。">
          <div className="field">
            <label htmlFor="contact-name">部门或姓名</label>
            <input id="contact-name" name="name" defaultValue={privacyContact.name} maxLength={60} required />
          </div>
          <div className="field">
            <label htmlFor="contact-phone">电话（可以空着）</label>
            <input id="contact-phone" name="phone" defaultValue={privacyContact.phone} maxLength={60} />
          </div>
          <div className="field">
            <label htmlFor="contact-mail">邮箱（可以空着）</label>
            <input id="contact-mail" name="mail" defaultValue={privacyContact.mail} maxLength={100} />
          </div>
        </SettingForm>
        <SettingForm settingKey="retention" title="保留期限" hint="显示在隐私说明的“留多久”。只是说明，平台不会自动删除。">
          <div className="field full">
            <label htmlFor="retention">文字（最多500字，可以分行）</label>
            <textarea id="retention" name="text" rows={4} defaultValue={retention.text} maxLength={500} required />
          </div>
        </SettingForm>
      </div>
    </main>
  )
}
