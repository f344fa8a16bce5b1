import { askReset } from '@/server/codes/ask-reset'

export const POST = askReset
