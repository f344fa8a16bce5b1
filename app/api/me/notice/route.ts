import { acknowledgeNotice } from '@/server/privacy/acknowledge-notice'

export const POST = acknowledgeNotice
