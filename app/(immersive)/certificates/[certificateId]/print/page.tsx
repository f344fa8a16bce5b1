import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { CertificateCard } from '@/components/certificate/certificate-card'
import { findCertificate } from '@/server/certificates/queries'
import { verifyUrl } from '@/server/certificates/verify-url'
import { openPage } from '@/server/page'
import { PrintButton } from './print-button'

export const metadata: Metadata = { title: '打印合格证' }

/** The certificate alone: the whole screen (lying on its side on a phone held upright), and one A4 sheet on paper. */
export default async function PrintCertificatePage({ params }: { params: Promise<{ certificateId: string }> }) {
  const { scope, db } = await openPage('certificate.view')
  const certificate = await findCertificate(db, scope, (await params).certificateId)
  if (!certificate) notFound()
  return (
    <main className="certificate-sheet">
      <header className="no-print">
        <Link className="btn btn-2 btn-s" href={`/certificates/${certificate.id}`} prefetch={false}>
          返回
        </Link>
        <h1 className="vh">
          {certificate.title}，{certificate.holderName}
        </h1>
        <PrintButton />
      </header>
      <div className="certificate-stage">
        <CertificateCard certificate={certificate} verifyUrl={verifyUrl(certificate.token)} />
      </div>
    </main>
  )
}
