import { undoRoster } from '@/server/rosters/ask-undo'

export const POST = undoRoster
