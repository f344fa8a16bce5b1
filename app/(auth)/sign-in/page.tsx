import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { SignInForm } from '@/components/sign-in-form'
import { ownPath } from '@/domain/own-path'
import { openPage } from '@/server/page'
import { Door } from '../door'

export const metadata: Metadata = { title: '登录' }

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ from?: string }> }) {
  const { actor } = await openPage('account.sign-in')
  const from = ownPath((await searchParams).from)
  if (actor) redirect(from)
  return (
    <Door title="登录">
      <SignInForm from={from} />
    </Door>
  )
}
