import { columnLetters } from '@/domain/roster'
import { RosterRefused } from './refused'

/** What no roster of a province needs; whatever goes beyond is refused as soon as it is seen. */
export const limits = {
  fileBytes: 32 * 1024 * 1024,
  rows: 120_000,
  columns: 60,
  emptyRows: 5_000,
  cellCharacters: 1_000,
  /** Of an xlsx file, unpacked. */
  parts: 1_000,
  partBytes: 256 * 1024 * 1024,
  /** Times its packed size that a large part may have; what spreadsheets write stays far below. */
  partRatio: 150,
} as const

/** A whole province's roster takes a while, and half of it is worth nothing. */
export const longTransaction = { maxWait: 10_000, timeout: 300_000 }

/** Takes rows one by one, keeps those that say something, and refuses what goes beyond the limits. */
export class RecordCollector {
  readonly records: { line: number; cells: string[] }[] = []
  private emptyRows = 0

  add(line: number, cells: string[]): void {
    if (cells.length > limits.columns)
      throw new RosterRefused(`第${line}行写到了第${cells.length}列。请删去${columnLetters(limits.columns - 1)}列右边的内容，再上传。`)
    let empty = true
    for (const [place, cell] of cells.entries()) {
      if (cell === '') continue
      empty = empty && cell.trim() === ''
      if (cell.length > limits.cellCharacters) throw new RosterRefused(`${columnLetters(place)}${line}超过${limits.cellCharacters}个字。请改短，再上传。`)
      if (cell.includes('\0') || !cell.isWellFormed()) throw new RosterRefused(`${columnLetters(place)}${line}有读不出的字符。请重新输入这一格，再上传。`)
    }
    if (empty) {
      this.emptyRows += 1
      if (this.emptyRows > limits.emptyRows) throw new RosterRefused(`第${line}行以上有五千多个空行。请把空行删去，再上传。`)
      return
    }
    this.emptyRows = 0
    if (this.records.length > limits.rows) throw new RosterRefused(`超过${limits.rows}行。请分成几个文件，分次上传。`)
    this.records.push({ line, cells })
  }
}
