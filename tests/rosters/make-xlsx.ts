import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'
import { rosterColumns } from '@/domain/roster'

/** Makes xlsx files part by part, so that every one of them can be wrong in its own way. */

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
export const textCell = (text: string, at = '') => `<c${at && ` r="${at}"`} t="inlineStr"><is><t>${escaped(text)}</t></is></c>`
export const row = (...cells: string[]) => `<row>${cells.join('')}</row>`
export const headerRow = row(...rosterColumns.map((title) => textCell(title)))
export const goodCells = ['007001', '吴桐', '北原省分公司/清川市分公司', '柜面客服', '咨询', '员工', '2026-11-02', '在岗', '', '', '']
export const goodRow = row(...goodCells.map((text) => textCell(text)))

export const sheetOf = (...rows: string[]) => `${head}<worksheet ${main}><sheetData>${rows.join('')}</sheetData></worksheet>`

export type Parts = {
  sheet?: string | Buffer
  strings?: string
  styles?: string
  workbook?: string
  /** Further files, or others in place of those above. */
  more?: Record<string, string | Buffer>
  without?: string[]
}

export async function makeZip(files: Record<string, string | Buffer>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name)
  zip.end()
  return buffer(zip.outputStream)
}

export const workbookOf = (sheets: string, properties = '') =>
  `${head}<workbook ${main} xmlns:r="${relations}">${properties}<sheets>${sheets}</sheets></workbook>`

export function makeXlsx({ sheet = sheetOf(headerRow, goodRow), strings, styles, workbook, more = {}, without = [] }: Parts = {}): Promise<Buffer> {
  const files: Record<string, string | Buffer> = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    'xl/workbook.xml': workbook ?? workbookOf('<sheet name="花名册" sheetId="1" r:id="rId1"/>'),
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/worksheet" Target="worksheets/sheet2.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheet,
    ...(strings === undefined ? {} : { 'xl/sharedStrings.xml': `${head}<sst ${main}>${strings}</sst>` }),
    ...(styles === undefined ? {} : { 'xl/styles.xml': `${head}<styleSheet ${main}>${styles}</styleSheet>` }),
    ...more,
  }
  for (const name of without) delete files[name]
  return makeZip(files)
}
