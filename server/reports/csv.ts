import { dateOnly } from '@/domain/time'
import { textStream } from '../text-stream'
import type { Cell, Column } from './table'
import type { StreamedSheet } from './workbook'

/** A spreadsheet must not run what someone typed as a name: cells that would begin a formula get an apostrophe. */
export const withoutFormula = (text: string): string => (/^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text)

function asText(cell: Cell, { kind }: Column): string {
  if (cell === null) return ''
  if (cell instanceof Date) return kind === 'date' ? dateOnly(cell) : cell.toISOString().slice(0, 16).replace('T', ' ')
  if (typeof cell === 'number') return kind === 'percent' ? `${Math.round(cell * 100)}%` : String(cell)
  return withoutFormula(cell)
}

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const csvLine = (columns: Column[], row: Cell[]) => `${row.map((cell, i) => quoted(asText(cell, columns[i] as Column))).join(',')}\r\n`

/** UTF-8 with the mark that makes Excel and WPS read it as such; lines end as RFC 4180 says. */
async function* csvLines({ columns, rows }: StreamedSheet): AsyncGenerator<string> {
  yield `\uFEFF${columns.map((column) => quoted(column.header)).join(',')}\r\n`
  for await (const row of rows) yield csvLine(columns, row)
}

/** A sheet as a csv file, made as it is read. */
export const csvStream = (sheet: StreamedSheet): ReadableStream<Uint8Array> => textStream(csvLines(sheet))
