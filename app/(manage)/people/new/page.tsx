import type { Metadata } from 'next'
import { Crumbs } from '@/components/administration/crumbs'
import { unitChoices } from '@/domain/person'
import { openPage } from '@/server/page'
import { listUnits } from '@/server/people/queries'
import { NewPersonForm } from './new-person-form'

export const metadata: Metadata = { title: '添加人员' }

export default async function NewPersonPage() {
  const { scope, db } = await openPage('person.edit')
  const units = (await listUnits(db, scope)).filter((unit) => unit.active)
  return (
    <main className="admin person-file">
      <Crumbs places={[{ name: '人员', href: '/people' }]} />
      <header className="page-hd">
        <h1>添加人员</h1>
      </header>
      <section className="sec pt-4">
        <NewPersonForm units={unitChoices(units)} />
      </section>
    </main>
  )
}
