import { Readable } from 'node:stream'
import ExcelJS from 'exceljs'
import { AppError } from '@/domain/errors'
import { serviceStages } from '@/domain/person'
import { columnGuide, type RosterColumn, rosterColumns } from '@/domain/roster'
import { endpoint } from '../endpoint'
import { fileResponse } from '../file-response'

/** As far down as the lists to choose from reach. */
const listRows = 5_000
const lists: Partial<Record<RosterColumn, readonly string[]>> = {
  服务环节: serviceStages,
  人员类别: ['员工', '个人代理'],
  状态: ['在岗', '休假', '离职'],
  经理: ['是', '否'],
}

/** A sheet to fill in, all of it text so that no leading zero is lost and no date turned about, and one that explains it with an example. */
async function workbook(): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('花名册', { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = rosterColumns.map((column) => ({ header: column, width: column === '机构路径' ? 44 : column === '登录名' ? 24 : 14, style: { numFmt: '@' } }))
  sheet.getRow(1).font = { bold: true }
  const validations = (sheet as unknown as { dataValidations: { add: (range: string, validation: ExcelJS.DataValidation) => void } }).dataValidations
  for (const [place, column] of rosterColumns.entries()) {
    const words = lists[column]
    const letter = sheet.getColumn(place + 1).letter
    if (words) validations.add(`${letter}2:${letter}${listRows}`, { type: 'list', allowBlank: true, formulae: [`"${words.join(',')}"`] })
  }
  const guide = book.addWorksheet('怎么填')
  guide.columns = [
    { header: '列', width: 12 },
    { header: '要不要填', width: 10 },
    { header: '怎么填', width: 64 },
    { header: '例', width: 44, style: { numFmt: '@' } },
  ]
  guide.getRow(1).font = { bold: true }
  for (const column of rosterColumns) {
    const { needed, how, example } = columnGuide[column]
    guide.addRow([column, needed ? '必填' : '可空', how, example])
  }
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** The template of a roster, to fill in with a spreadsheet. */
export const rosterTemplate = endpoint('rosterTemplate', {
  kind: 'stream',
  db: 'none',
  run: async ({ query }) => {
    const format = query.get('format')
    if (format !== 'csv' && format !== 'xlsx') throw new AppError('invalid', '模板的格式不对。请回到人员导入，重新点下载。')
    const bytes = format === 'csv' ? Buffer.from(`\uFEFF${rosterColumns.join(',')}\r\n`) : await workbook()
    return fileResponse(Readable.toWeb(Readable.from([bytes])) as ReadableStream<Uint8Array>, 'roster', '花名册模板', format)
  },
})
