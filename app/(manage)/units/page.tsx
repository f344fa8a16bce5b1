import type { Metadata } from 'next'
import { openPage } from '@/server/page'
import { readTree } from '@/server/units/read-unit'
import { UnitTree } from './unit-tree'

export const metadata: Metadata = { title: '组织' }

export default async function UnitsPage() {
  const { scope, db } = await openPage('unit.edit')
  const units = await readTree(db, scope)
  const open = units.filter((unit) => unit.active)
  const people = units.filter((unit) => unit.depth === 0).reduce((sum, unit) => sum + unit.people, 0)
  return (
    <main className="admin">
      <header className="page-hd">
        <h1>组织</h1>
        <p className="aux">
          机构{open.length}个，在册{people}人
        </p>
      </header>
      <UnitTree units={units} />
    </main>
  )
}
