import { uploadRoster } from '@/server/rosters/upload-roster'

export const POST = uploadRoster
