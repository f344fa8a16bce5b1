import { encode } from 'uqr'
import { credentialFragment, type Slip } from '@/domain/credential'
import { qrOptions, qrPath } from '@/domain/qr'
import { businessDay, fullDate } from '@/domain/time'

const perPage = 8

/** A4 pages of eight slips to cut apart. The QR code leads to the first sign-in with the login name filled in; the code is on paper only. */
export function SlipSheet({ slips, expiresAt, origin }: { slips: Slip[]; expiresAt: string; origin: string }) {
  const pages = Array.from({ length: Math.ceil(slips.length / perPage) }, (_, n) => slips.slice(n * perPage, (n + 1) * perPage))
  const until = fullDate(businessDay(new Date(expiresAt)))
  const address = `${origin}/first-sign-in`
  return (
    <div className="slips">
      {pages.map((page) => (
        <ul key={page[0]?.personId} className="slip-page">
          {page.map((slip) => {
            const qr = encode(`${address}${credentialFragment({ loginName: slip.loginName })}`, qrOptions)
            return (
              <li key={slip.personId} className="slip">
                <p className="who">
                  <b>{slip.name}</b>
                  <span>{slip.unitName}</span>
                </p>
                <dl>
                  <dt>登录名</dt>
                  <dd className="num">{slip.loginName}</dd>
                  <dt>登录码</dt>
                  <dd className="num code">{slip.code}</dd>
                  <dt>有效期至</dt>
                  <dd>{until}</dd>
                </dl>
                <svg className="qr" viewBox={`0 0 ${qr.size} ${qr.size}`} role="img" aria-label="首次登录网址的二维码" shapeRendering="crispEdges">
                  <path d={qrPath(qr.data)} />
                </svg>
                <p className="to">
                  扫码或打开 <span className="num">{address.replace(/^https?:\/\//, '')}</span>
                  ，输入登录码，设自己的密码。登录码只能用一次，请勿转借。
                </p>
              </li>
            )
          })}
        </ul>
      ))}
    </div>
  )
}
