import type { Metadata } from 'next'
import Link from 'next/link'
import { readOwnCredential } from '@/server/auth/queries'
import { mailSettings } from '@/server/env'
import { openPage } from '@/server/page'
import { PasswordForm } from './password-form'

export const metadata: Metadata = { title: '修改密码' }

export default async function PasswordPage() {
  const { scope, db } = await openPage('account.own')
  const { passwordHash, loginNames } = await readOwnCredential(db, scope)
  return (
    <main className="wide-page narrow">
      <h1>修改密码</h1>
      {passwordHash ? <PasswordForm loginNames={loginNames} /> : <p className="sub mt-3">您还没有设过密码。想用密码登录，请本机构经理发登录码。</p>}
      <p className="ways">
        {passwordHash && (
          <Link className="link" href={mailSettings() ? '/forgot' : '/first-sign-in'} prefetch={false}>
            忘记现在的密码
          </Link>
        )}
        <Link className="link" href="/me" prefetch={false}>
          返回“我的”
        </Link>
      </p>
    </main>
  )
}
