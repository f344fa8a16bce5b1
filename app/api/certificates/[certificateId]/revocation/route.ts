import { revokeCertificate } from '@/server/certificates/revoke-certificate'

export const POST = revokeCertificate
