import { headers } from 'next/headers'
import Link from 'next/link'
import { CertificateStatusWord } from '@/components/certificate/certificate-status'
import { maskName } from '@/domain/certificate'
import { businessDay, dayAndTime, fullDate } from '@/domain/time'
import { findByToken } from '@/server/certificates/queries'
import { databaseNow } from '@/server/db'
import { openPage } from '@/server/page'
import { withinRate } from '@/server/rate'
import { VerifyWindow } from '../window'
import { HolderCheck } from './holder-check'

/** What the QR code of a certificate opens, for anyone. Complete without scripts; only the check of the full name needs one. */
export default async function VerifyPage({ params }: { params: Promise<{ token: string }> }) {
  const { scope, db } = await openPage('certificate.verify')
  if (!(await withinRate('certificate.verify', undefined, await headers())))
    return (
      <main>
        <section className="st">
          <VerifyWindow lit={false} />
          <h1>查询太频繁</h1>
          <p className="sub">请一分钟后刷新本页再查。</p>
        </section>
      </main>
    )
  const { token } = await params
  const [certificate, now] = [await findByToken(db, scope, token), await databaseNow(db)]
  const status = certificate?.status ?? 'unknown'
  return (
    <main>
      <section className="st">
        <VerifyWindow lit={status === 'valid'} />
        <h1>
          <CertificateStatusWord status={status} />
        </h1>
        <p className="sub">
          查询于{fullDate(businessDay(now))}
          {dayAndTime(now).split(' ')[1]}
        </p>
      </section>
      {certificate ? (
        <>
          <section className="d gut" aria-label="证书信息">
            <dl className="sec">
              <div>
                <dt>持证人</dt>
                <dd>{maskName(certificate.holderName)}</dd>
              </div>
              <div>
                <dt>证书</dt>
                <dd>
                  {certificate.title}
                  <span className="sub block font-normal">{certificate.scope.replace('｜', '　')}</span>
                </dd>
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
                <dt>有效期</dt>
                <dd>
                  {certificate.issuedOn}至{certificate.validUntil}
                </dd>
              </div>
              {certificate.revokedAt && (
                <div>
                  <dt>撤销</dt>
                  <dd>{businessDay(certificate.revokedAt)}</dd>
                </div>
              )}
            </dl>
          </section>
          <HolderCheck token={token} />
        </>
      ) : (
        <section className="d gut">
          <div className="sec grid gap-4 pt-4">
            <p>没有这张证书。链接可能不完整，请重新扫码。也可以按编号与姓名查。</p>
            <Link className="btn btn-1" href="/verify" prefetch={false}>
              按编号查询
            </Link>
          </div>
        </section>
      )}
    </main>
  )
}
