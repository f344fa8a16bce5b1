import { certificatePdf } from '@/server/certificates/certificate-pdf'

export const GET = certificatePdf
