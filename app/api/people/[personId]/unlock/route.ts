import { unlockAccount } from '@/server/people/unlock-account'

export const POST = unlockAccount
