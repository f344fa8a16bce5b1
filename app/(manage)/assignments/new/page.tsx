import type { Metadata } from 'next'
import { Crumbs } from '@/components/administration/crumbs'
import { addDays, businessDay } from '@/domain/time'
import { listChoices } from '@/server/assignments/queries'
import { published } from '@/server/content/store'
import { databaseNow } from '@/server/db'
import { openPage } from '@/server/page'
import { AssignmentForm } from './assignment-form'

export const metadata: Metadata = { title: '新建任务' }

export default async function NewAssignmentPage() {
  const { scope, db } = await openPage('assignment.manage')
  const [choices, content, now] = await Promise.all([listChoices(db, scope), published(scope), databaseNow(db)])
  const today = businessDay(now)
  return (
    <main className="admin assignment-new">
      <Crumbs places={[{ name: '任务指派', href: '/assignments' }]} />
      <header className="page-hd">
        <h1>新建任务</h1>
      </header>
      <AssignmentForm
        programmes={[...content.programmes.values()].map(({ id, title }) => ({ id, title }))}
        units={choices.units.map(({ id, name, path }) => ({ id, name, path }))}
        positions={choices.positions}
        serviceStages={choices.serviceStages}
        today={today}
        dueOn={addDays(today, 30)}
      />
    </main>
  )
}
