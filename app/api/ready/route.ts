import { ready } from '@/server/service/ready'

export const GET = ready
