import { startRun } from '@/server/role-play/start-run'

export const POST = startRun
