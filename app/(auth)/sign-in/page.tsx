import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { SignInForm } from '@/components/sign-in-form'
import { ownPath } from '@/domain/own-path'
import { env, mailSettings, oidcSettings } from '@/server/env'
import { openPage } from '@/server/page'
import { Door } from '../door'

export const metadata: Metadata = { title: '登录' }

/** `callbackUrl` and `error` come from next-auth when the identity provider did not let one in. */
export default async function SignInPage({ searchParams }: { searchParams: Promise<{ from?: string; callbackUrl?: string; error?: string }> }) {
  const { actor } = await openPage('account.sign-in')
  const { from, callbackUrl, error } = await searchParams
  const to = ownPath(from ?? callbackUrl, new URL(env().NEXTAUTH_URL).origin)
  if (actor) redirect(to)
  return (
    <Door title="登录">
      <SignInForm from={to} oidcName={oidcSettings()?.name} mails={mailSettings() !== null} error={error} />
    </Door>
  )
}
