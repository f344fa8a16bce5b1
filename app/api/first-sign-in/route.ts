import { firstSignIn } from '@/server/people/first-sign-in'

export const POST = firstSignIn
