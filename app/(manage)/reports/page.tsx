import { notFound, redirect } from 'next/navigation'
import { openPage } from '@/server/page'
import { listTops } from '@/server/reports/queries'

/** Leads to the uppermost unit within one's reach. */
export default async function ReportsPage() {
  const { scope, db } = await openPage('report.view')
  const [top] = await listTops(db, scope)
  if (!top) notFound()
  redirect(`/reports/${top.id}`)
}
