import { foldCertificateNumber, isCertificateNumber, isSameName, lookUpCertificateBody } from '@/domain/certificate'
import { endpoint } from '../endpoint'
import { findByNumber } from './queries'

/** Number and name typed by hand: the status only when both fit; otherwise the answer of a number that does not exist. */
export const lookUpCertificate = endpoint('lookUpCertificate', {
  kind: 'json',
  body: lookUpCertificateBody,
  db: 'statement',
  run: async ({ scope, body, db }) => {
    const number = foldCertificateNumber(body.number)
    const certificate = isCertificateNumber(number) ? await findByNumber(db, scope, number) : null
    return { status: certificate && isSameName(body.name, certificate.holderName) ? certificate.status : ('unknown' as const) }
  },
})
