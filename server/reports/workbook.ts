import { PassThrough, Readable } from 'node:stream'
import ExcelJS from 'exceljs'
import type { Cell, Column, Sheet } from './table'

const formats: Record<Column['kind'], string> = { text: '@', number: '0', percent: '0%', date: 'yyyy-mm-dd', instant: 'yyyy-mm-dd hh:mm' }

/** A sheet whose rows may still be on their way. */
export type StreamedSheet = Omit<Sheet, 'rows'> & { rows: Iterable<Cell[]> | AsyncIterable<Cell[]> }

/** Sheets in, the bytes of an xlsx file out as they are made: header frozen and bold, text as text so that no leading zero is lost. */
export function workbookStream(sheets: StreamedSheet[], creator: string): ReadableStream<Uint8Array> {
  const out = new PassThrough()
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false })
  workbook.creator = creator
  const write = async () => {
    for (const { name, columns, rows } of sheets) {
      const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
      sheet.columns = columns.map(({ header, width, kind }) => ({ header, width, style: { numFmt: formats[kind] } }))
      sheet.getRow(1).font = { bold: true }
      for await (const cells of rows) sheet.addRow(cells).commit()
      sheet.commit()
    }
    await workbook.commit()
  }
  write().catch((error: Error) => out.destroy(error))
  return Readable.toWeb(out) as ReadableStream<Uint8Array>
}
