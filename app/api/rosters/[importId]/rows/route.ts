import { exportDryRun } from '@/server/rosters/export-dry-run'

export const GET = exportDryRun
