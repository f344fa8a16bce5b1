import { grantSitting } from '@/server/people/grant-sitting'

export const POST = grantSitting
