import { exportAudit } from '@/server/audit/export-audit'

export const GET = exportAudit
