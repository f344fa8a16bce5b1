import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { createGunzip, createGzip } from 'node:zlib'
import type { Roster, RosterPerson } from '@/domain/roster'

/** As one text a province's roster would take a hundred megabytes of memory while it is packed, and again while it is unpacked. */
const peopleInLine = 1_000
function* linesOf({ people, ...rest }: Roster): Generator<string> {
  yield `${JSON.stringify(rest)}\n`
  for (let from = 0; from < people.length; from += peopleInLine) yield `${JSON.stringify(people.slice(from, from + peopleInLine))}\n`
}

/** A roster that was read, as gzipped lines of JSON. */
export async function packRoster(roster: Roster): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await buffer(Readable.from(linesOf(roster)).pipe(createGzip({ level: 1 }))))
}

/** What `packRoster` packed. */
export async function unpackRoster(bytes: Buffer): Promise<Roster> {
  const people: RosterPerson[] = []
  let rest: Omit<Roster, 'people'> | undefined
  for await (const line of createInterface({ input: Readable.from([bytes]).pipe(createGunzip()) })) {
    if (rest) for (const person of JSON.parse(line) as RosterPerson[]) people.push(person)
    else rest = JSON.parse(line) as Omit<Roster, 'people'>
  }
  if (!rest) throw new Error('nothing was packed')
  return { people, ...rest }
}
