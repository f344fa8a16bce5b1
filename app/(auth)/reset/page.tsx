import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ResetForm } from '@/components/reset-form'
import { mailSettings } from '@/server/env'
import { openPage } from '@/server/page'
import { Door } from '../door'

export const metadata: Metadata = { title: '重设密码' }

export default async function ResetPage() {
  await openPage('account.sign-in')
  if (!mailSettings()) notFound()
  return (
    <Door title="重设密码">
      <ResetForm />
    </Door>
  )
}
