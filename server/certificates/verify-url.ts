import { env } from '../env'

/** Where anyone can check a certificate: what its QR code says. */
export const verifyUrl = (token: string): string => `${new URL(env().NEXTAUTH_URL).origin}/verify/${token}`
