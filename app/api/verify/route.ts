import { lookUpCertificate } from '@/server/certificates/look-up-certificate'

export const POST = lookUpCertificate
