import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { CertificateCard } from '@/components/certificate/certificate-card'
import { CertificateStatusWord } from '@/components/certificate/certificate-status'
import { unprintableCharacters } from '@/domain/printable'
import { dayAndTime, fullDate } from '@/domain/time'
import { may } from '@/server/access'
import { findCertificate } from '@/server/certificates/queries'
import { verifyUrl } from '@/server/certificates/verify-url'
import { openPage } from '@/server/page'
import { CopyVerifyLink } from './copy-verify-link'
import { RevokeForm } from './revoke-form'

export const metadata: Metadata = { title: '合格证' }

export default async function CertificatePage({ params }: { params: Promise<{ certificateId: string }> }) {
  const { actor, scope, db } = await openPage('certificate.view')
  const { certificateId } = await params
  const certificate = await findCertificate(db, scope, certificateId)
  if (!certificate) notFound()
  const own = certificate.personId === actor.personId
  const url = verifyUrl(certificate.token)
  const printed = `/certificates/${certificate.id}/print`
  const byBrowser = unprintableCharacters(`${certificate.holderName}${certificate.unitName}`).length > 0
  return (
    <main className="wide-page">
      <p className="mb-1">
        <Link className="link inline-flex min-h-11 items-center" href={own ? '/certificates' : `/reports/people/${certificate.personId}`} prefetch={false}>
          {own ? '我的证书' : `回到${certificate.holderName}`}
        </Link>
      </p>
      <h1>{certificate.title}</h1>
      <div className="certificate-page">
        <div>
          <Link href={printed} prefetch={false} aria-label="全屏查看证书" className="block rounded-window">
            <CertificateCard certificate={certificate} verifyUrl={url} />
          </Link>
          <p className="aux mt-2 lg:hidden">点证书可全屏查看。</p>
        </div>
        <div>
          <section className="sec" aria-label="证书信息">
            <p className="py-3">
              <CertificateStatusWord status={certificate.status} className="big" />
            </p>
            <dl className="certificate-facts">
              <div>
                <dt>持证人</dt>
                <dd>{certificate.holderName}</dd>
              </div>
              <div>
                <dt>机构</dt>
                <dd>{certificate.unitName}</dd>
              </div>
              <div>
                <dt>编号</dt>
                <dd className="num">{certificate.number}</dd>
              </div>
              <div>
                <dt>签发</dt>
                <dd>{fullDate(certificate.issuedOn)}</dd>
              </div>
              <div>
                <dt>有效至</dt>
                <dd>{fullDate(certificate.validUntil)}</dd>
              </div>
              {certificate.revokedAt && (
                <div>
                  <dt>撤销</dt>
                  <dd>
                    {dayAndTime(certificate.revokedAt)}
                    {certificate.revokedReason && <span className="aux block">{certificate.revokedReason}</span>}
                  </dd>
                </div>
              )}
            </dl>
            {certificate.status === 'revoked' && own && <p className="py-2">这张证书已撤销。有疑问，请找省客户服务管理部。</p>}
            {certificate.status === 'expired' && own && <p className="py-2">证书已过期。有新的考试时，会出现在首页。</p>}
          </section>
          <div className="mt-4 grid gap-3">
            {byBrowser ? (
              <>
                <p className="aux">姓名或机构有生僻字，请用浏览器打印，可另存为PDF。</p>
                <Link className="btn btn-1" href={printed} prefetch={false}>
                  打印或另存为PDF
                </Link>
              </>
            ) : (
              <>
                <a className="btn btn-1" href={`/api/certificates/${certificate.id}/pdf`} download={`${certificate.number}.pdf`}>
                  下载PDF
                </a>
                <Link className="btn btn-2" href={printed} prefetch={false}>
                  全屏与打印
                </Link>
              </>
            )}
            <CopyVerifyLink url={url} />
          </div>
          {certificate.status !== 'revoked' && may(actor, 'certificate.revoke') && <RevokeForm certificateId={certificate.id} number={certificate.number} />}
        </div>
      </div>
    </main>
  )
}
