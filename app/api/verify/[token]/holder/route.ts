import { checkHolder } from '@/server/certificates/check-holder'

export const POST = checkHolder
