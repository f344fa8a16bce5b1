import type { Metadata } from 'next'
import Link from 'next/link'
import { CertificateStatusWord } from '@/components/certificate/certificate-status'
import { fullDate } from '@/domain/time'
import { listOwnCertificates } from '@/server/certificates/queries'
import { openPage } from '@/server/page'

export const metadata: Metadata = { title: '我的证书' }

export default async function CertificatesPage() {
  const { scope, db } = await openPage('certificate.view')
  const certificates = await listOwnCertificates(db, scope)
  return (
    <main className="wide-page">
      <h1>我的证书</h1>
      {certificates.length === 0 ? (
        <>
          <p className="py-4">还没有证书。房间都点亮、考试合格，当场发证。</p>
          <div className="grid max-w-80 gap-3">
            <Link className="btn btn-1" href="/exam" prefetch={false}>
              看认证考试
            </Link>
            <Link className="btn btn-2" href="/map" prefetch={false}>
              去学习地图
            </Link>
          </div>
        </>
      ) : (
        <section className="sec mt-5 max-w-3xl">
          <ul>
            {certificates.map((certificate) => (
              <li key={certificate.id} className="border-line border-t first:border-t-0">
                <Link className="row" href={`/certificates/${certificate.id}`} prefetch={false}>
                  <div>
                    <p className="n">{certificate.title}</p>
                    <p className="aux">
                      <span className="num">{certificate.number}</span>
                      <i className="sep" />
                      有效至{fullDate(certificate.validUntil)}
                    </p>
                  </div>
                  <span className="flex items-center gap-2">
                    <i className={`pane ${certificate.status === 'valid' ? 'on' : ''}`} aria-hidden="true" />
                    <CertificateStatusWord status={certificate.status} />
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </main>
  )
}
