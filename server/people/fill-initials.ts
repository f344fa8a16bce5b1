import { initialsOf } from '@/domain/initials'
import { systemScope } from '../access'
import type { Db } from '../db'
import { listWithoutInitials, setInitials } from './queries'

const scope = systemScope('people of before get the initials of their names')
const batch = 1_000

/** A deployment step: gives initials to people who were stored without. Returns how many got some. */
export async function fillInitials(db: Db): Promise<number> {
  let filled = 0
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const people = await listWithoutInitials(db, scope, after, batch)
    const last = people.at(-1)
    if (!last) return filled
    // A name of nothing but signs has none, and must not be asked for again and again.
    const rows = people.map(({ id, name }) => ({ id, initials: initialsOf(name) })).filter(({ initials }) => initials !== '')
    await setInitials(db, scope, rows)
    filled += rows.length
    after = last.id
  }
}
