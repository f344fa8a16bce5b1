import type { Metadata } from 'next'
import Link from 'next/link'
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
      <nav aria-label="上一级" className="crumbs">
        <Link className="link" href="/people" prefetch={false}>
          人员
        </Link>
      </nav>
      <header className="page-hd">
        <h1>添加人员</h1>
      </header>
      <section className="sec pt-4">
        <NewPersonForm units={unitChoices(units)} />
      </section>
    </main>
  )
}
