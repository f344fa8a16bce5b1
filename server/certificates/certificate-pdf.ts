import { AppError } from '@/domain/errors'
import { unprintableCharacters } from '@/domain/printable'
import { notFoundMessage } from '../access'
import { endpoint } from '../endpoint'
import { drawCertificatePdf } from './draw-pdf'
import { findCertificate } from './queries'
import { verifyUrl } from './verify-url'

/** The PDF of a certificate within reach. A name with characters the font lacks is sent to the page that the browser prints. */
export const certificatePdf = endpoint('certificatePdf', {
  kind: 'stream',
  db: 'none',
  run: async ({ scope, params, db }) => {
    const certificate = await findCertificate(db, scope, params.certificateId)
    if (!certificate) throw new AppError('not-found', notFoundMessage)
    if (unprintableCharacters(`${certificate.holderName}${certificate.unitName}`).length > 0)
      return new Response(null, { status: 303, headers: { location: `/certificates/${certificate.id}/print` } })
    const pdf = await drawCertificatePdf(certificate, verifyUrl(certificate.token))
    return new Response(new Uint8Array(pdf), {
      headers: { 'content-type': 'application/pdf', 'content-disposition': `inline; filename="${certificate.number}.pdf"` },
    })
  },
})
