import { dateOnly } from '@/domain/time'
import type { Cell, Column, Sheet } from './table'

/** A spreadsheet must not run what someone typed as a name: cells that would begin a formula get an apostrophe. */
export const withoutFormula = (text: string): string => (/^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text)

function asText(cell: Cell, { kind }: Column): string {
  if (cell === null) return ''
  if (cell instanceof Date) return kind === 'date' ? dateOnly(cell) : cell.toISOString().slice(0, 16).replace('T', ' ')
  if (typeof cell === 'number') return kind === 'percent' ? `${Math.round(cell * 100)}%` : String(cell)
  return withoutFormula(cell)
}

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** UTF-8 with the mark that makes Excel and WPS read it as such; lines end as RFC 4180 says. */
export function* csvLines({ columns, rows }: Sheet): Generator<string> {
  yield `\uFEFF${columns.map((column) => quoted(column.header)).join(',')}\r\n`
  for (const row of rows) yield `${row.map((cell, i) => quoted(asText(cell, columns[i] as Column))).join(',')}\r\n`
}
