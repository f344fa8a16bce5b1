import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ForgotForm } from '@/components/forgot-form'
import { mailSettings } from '@/server/env'
import { openPage } from '@/server/page'
import { Door } from '../door'

export const metadata: Metadata = { title: '忘记密码' }

export default async function ForgotPage() {
  await openPage('account.sign-in')
  if (!mailSettings()) notFound()
  return (
    <Door title="忘记密码">
      <ForgotForm />
    </Door>
  )
}
