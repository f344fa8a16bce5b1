import type { Metadata } from 'next'
import { FirstSignInForm } from '@/components/first-sign-in-form'
import { openPage } from '@/server/page'
import { Door } from '../door'

export const metadata: Metadata = { title: '首次登录' }

export default async function FirstSignInPage() {
  await openPage('account.sign-in')
  return (
    <Door title="首次登录">
      <FirstSignInForm />
    </Door>
  )
}
