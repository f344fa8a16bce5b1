import { health } from '@/server/service/health'

export const GET = health
