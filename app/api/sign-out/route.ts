import { signOut } from '@/server/auth/sign-out'

export const POST = signOut
