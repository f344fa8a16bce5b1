import { exportOwnData } from '@/server/privacy/export-own-data'

export const GET = exportOwnData
