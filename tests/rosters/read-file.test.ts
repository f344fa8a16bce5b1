import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRoster, rosterColumns } from '@/domain/roster'
import { readFile } from '@/server/rosters/read-file'
import { RosterRefused } from '@/server/rosters/refused'
import { hostile } from './hostile'
import { goodCells, goodRow, headerRow, makeXlsx, row, sheetOf, textCell, workbookOf } from './make-xlsx'

/** Time of the processor, of three tries: a busy machine does not decide. */
async function fastest(run: () => Promise<void>): Promise<number> {
  let best = Number.POSITIVE_INFINITY
  for (let tries = 0; tries < 3 && best > 200; tries++) {
    const began = process.cpuUsage()
    await run()
    const { user, system } = process.cpuUsage(began)
    best = Math.min(best, (user + system) / 1000)
  }
  return best
}

describe('a hostile file is refused within 200 ms, with a sentence that helps', () => {
  it('there are enough of them', () => expect(hostile.length).toBeGreaterThanOrEqual(50))
  it.each(hostile)('$name', async ({ bytes, sentence, within = 200 }) => {
    const file = await bytes()
    let told: unknown
    const took = await fastest(async () => {
      told = await readFile(file).catch((error: unknown) => error)
    })
    expect(told).toBeInstanceOf(RosterRefused)
    const { message } = told as Error
    expect(message).toMatch(sentence)
    // Each says what to do next, in sentences that end.
    expect(message).toMatch(/请.*。$/)
    expect(took).toBeLessThanOrEqual(within)
  })
})

const titles = rosterColumns.join(',')
const people = async (bytes: Buffer) => {
  const { people: read, faults } = readRoster(await readFile(bytes), '2026-11-26')
  expect(faults).toEqual([])
  return read
}
const gbk = Buffer.from(
  // 登录名,姓名,机构路径,岗位,服务环节,人员类别,入职日期 / 007001,吴桐,北原省分公司,柜面客服,咨询,员工,2026-11-02
  'b5c7c2bcc3fb2cd0d5c3fb2cbbfab9b9c2b7beb62cb8dacebb2cb7fecef1bbb7bdda2cc8cbd4b1c0e0b1f02cc8ebd6b0c8d5c6da0d0a3030373030312ccee2cda92cb1b1d4adcaa1b7d6b9abcbbe2cb9f1c3e6bfcdb7fe2cd7c9d1af2cd4b1b9a42c323032362d31312d3032',
  'hex',
)

describe('a csv file', () => {
  const text = `${titles}\r\n${goodCells.join(',')}`
  it.each<[string, Buffer]>([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16 little end first with its mark', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16 little end first', Buffer.from(text, 'utf16le')],
    ['UTF-16 big end first with its mark', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    ['UTF-16 big end first', Buffer.from(text, 'utf16le').swap16()],
    ['GBK', gbk],
    ['tabs', Buffer.from(text.replaceAll(',', '\t'))],
    ['semicolons', Buffer.from(text.replaceAll(',', ';'))],
    ['a line that names the mark between cells', Buffer.from(`sep=;\r\n${text.replaceAll(',', ';')}`)],
    ['line ends of several kinds', Buffer.from(`${titles}\n${goodCells.join(',')}\r\n\r\n\r`)],
    ['quotes', Buffer.from(`${titles}\r\n${goodCells.map((cell) => `"${cell}"`).join(',')}\r\n`)],
    ['numbers kept as text by ="…"', Buffer.from(`${titles}\r\n${['="007001"', ...goodCells.slice(1)].join(',')}`)],
  ])('reads in %s', async (_name, bytes) => {
    expect(await people(bytes)).toMatchObject([{ loginNames: ['007001'], name: '吴桐', position: '柜面客服' }])
  })
  it('reads a rare character in GB 18030', async () => {
    const rare = Buffer.concat([
      gbk,
      Buffer.from('0d0a', 'hex'),
      Buffer.from('38', 'hex'),
      Buffer.from('2c95328236', 'hex'),
      gbk.subarray(gbk.lastIndexOf(Buffer.from('2cb1b1d4ad', 'hex'))),
    ])
    expect((await people(rare))[1]?.name).toBe(new TextDecoder('gb18030').decode(Buffer.from('95328236', 'hex')))
  })
  it('gives back any cells that were written by the rules', () => {
    const cell = fc.string({ unit: fc.constantFrom('吴', '桐', 'a', '"', ',', '\n', '\r', ' ', '0'), maxLength: 8 }).map((text) => text.trim())
    return fc.assert(
      fc.asyncProperty(fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 }), async (rows) => {
        const written = rows.map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')).join('\r\n')
        const read = await readFile(Buffer.from(`"登录名","姓名"\r\n${written}`))
        expect(read.slice(1).map(({ cells }) => cells)).toEqual(rows.filter((cells) => cells.some((text) => text !== '')))
      }),
    )
  })
  it('counts rows as a spreadsheet does, with empty lines and lines within quotes', async () => {
    const records = await readFile(Buffer.from(`${titles}\n\n"7","吴\n桐"\n\n8,郝佳`))
    expect(records.map(({ line, cells }) => [line, cells[1]])).toEqual([
      [1, '姓名'],
      [3, '吴\n桐'],
      [5, '郝佳'],
    ])
  })
})

describe('an xlsx file', () => {
  const styles =
    '<numFmts><numFmt numFmtId="164" formatCode="0000000"/><numFmt numFmtId="165" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="166" formatCode="[$-409]General"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs>'
  const withRow = (cells: Record<number, string>) => sheetOf(headerRow, row(...goodCells.map((text, place) => cells[place] ?? textCell(text))))
  const read = async (cells: Record<number, string>, workbook?: string) =>
    (await people(await makeXlsx({ sheet: withRow(cells), styles, ...(workbook ? { workbook } : {}) })))[0]

  it('reads text with its zeros', async () => expect(await read({})).toMatchObject({ loginNames: ['007001'], hiredOn: '2026-11-02' }))
  it.each<[string, string, string]>([
    ['a number', '<c><v>13800000001</v></c>', '13800000001'],
    ['a number as other programs write it', '<c><v>1.3800000001E10</v></c>', '13800000001'],
    ['a number with zeros in front', '<c s="2"><v>7001</v></c>', '0007001'],
    ['a number of a form with words', '<c s="4"><v>7001</v></c>', '7001'],
    ['text in pieces', '<c t="inlineStr"><is><r><t>00</t></r><r><rPr/><t>7001</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c>', '007001'],
  ])('reads a login name that is %s', async (_name, cell, login) => expect(await read({ 0: cell })).toMatchObject({ loginNames: [login] }))
  it.each<[string, string, string]>([
    ['a day', '<c s="1"><v>46328</v></c>', '2026-11-02'],
    ['a day with hours', '<c s="1"><v>46328.75</v></c>', '2026-11-02'],
    ['a day in Chinese form', '<c s="3"><v>46328</v></c>', '2026-11-02'],
    ['a day that lost its form', '<c><v>46328</v></c>', '2026-11-02'],
    ['eight digits', '<c><v>20261102</v></c>', '2026-11-02'],
    ['a day as ISO', '<c t="d"><v>2026-11-02T00:00:00</v></c>', '2026-11-02'],
  ])('reads a date that is %s', async (_name, cell, day) => expect(await read({ 6: cell })).toMatchObject({ hiredOn: day }))
  it('reads dates of a book that counts from 1904', async () => {
    const workbook = workbookOf('<sheet name="a" sheetId="1" r:id="rId1"/>', '<workbookPr date1904="1"/>')
    expect(await read({ 6: '<c s="1"><v>44866</v></c>' }, workbook)).toMatchObject({ hiredOn: '2026-11-02' })
  })
  it('tells of a number whose last digits a spreadsheet has lost', async () => {
    const { faults } = readRoster(await readFile(await makeXlsx({ sheet: withRow({ 0: '<c><v>1.30102199001011E+17</v></c>' }), styles })), '2026-11-26')
    expect(faults).toMatchObject([{ line: 2, column: '登录名', cell: 'A2', reason: expect.stringContaining('科学计数') }])
  })
  it('passes over hidden sheets, readings and links to other books', async () => {
    const workbook = workbookOf('<sheet name="旧" sheetId="2" state="hidden" r:id="rId2"/><sheet name="花名册" sheetId="1" r:id="rId1"/>')
    const more = { 'xl/worksheets/sheet2.xml': sheetOf(row(textCell('别的'))), 'xl/externalLinks/externalLink1.xml': '<externalLink/>' }
    expect(await people(await makeXlsx({ workbook, more }))).toHaveLength(1)
  })
  it('reads shared strings, and names with prefixes', async () => {
    const strings = goodCells.map((cell) => `<si><t xml:space="preserve">${cell} </t></si>`).join('')
    const cells = goodCells.map((_, i) => `<x:c t="s"><x:v>${i}</x:v></x:c>`).join('')
    const sheet = `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>${headerRow.replaceAll(/<(\/?)(\w)/g, '<$1x:$2')}<x:row>${cells}</x:row></x:sheetData></x:worksheet>`
    expect(await people(await makeXlsx({ sheet, strings }))).toMatchObject([{ name: '吴桐', loginNames: ['007001'] }])
  })
  it('reads what a spreadsheet library writes', async () => {
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('花名册')
    sheet.addRow([...rosterColumns])
    sheet.addRow(['007001', '吴桐', '北原省分公司', '柜面客服', '咨询', '员工', new Date('2026-11-02'), '', '', 13800000001])
    expect(await people(Buffer.from(await book.xlsx.writeBuffer()))).toMatchObject([{ loginNames: ['007001'], hiredOn: '2026-11-02', phone: '13800000001' }])
  })
  it('a file cut or changed anywhere is refused or read, and never anything else', async () => {
    const whole = await makeXlsx({ sheet: sheetOf(headerRow, goodRow), strings: '<si><t>x</t></si>', styles })
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), fc.boolean(), async (at, byte, cut) => {
        const bytes = cut ? whole.subarray(0, at) : Buffer.from(whole)
        if (!cut) bytes[at] = byte
        const told = await readFile(bytes).catch((error: unknown) => error)
        expect(Array.isArray(told) || told instanceof RosterRefused).toBe(true)
      }),
      { numRuns: 150 },
    )
  })
})
