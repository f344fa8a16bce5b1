import { openPage } from '@/server/page'
import { LookUpForm } from './look-up-form'

/** Checks a certificate on paper: its number and the holder's name, both. */
export default async function VerifyByNumberPage() {
  await openPage('certificate.verify')
  return (
    <main>
      <LookUpForm />
    </main>
  )
}
