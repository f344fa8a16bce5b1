import { takeTurn } from '@/server/role-play/take-turn'

export const POST = takeTurn
