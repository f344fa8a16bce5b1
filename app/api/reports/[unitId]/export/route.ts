import { exportReport } from '@/server/reports/export-report'

export const GET = exportReport
