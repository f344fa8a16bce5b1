import { randomBytes } from 'node:crypto'
import { rosterColumns } from '@/domain/roster'
import { escaped, goodCells, goodRow, headerRow, makeXlsx, makeZip, row, sheetOf, textCell, workbookOf } from './make-xlsx'

/** Roster files that somebody sends by mistake or on purpose, each with the sentence it is refused with. */

export type Hostile = {
  name: string
  bytes: () => Buffer | Promise<Buffer>
  sentence: RegExp
  /** Milliseconds; 200 unless the file is hostile by nothing but being read to the end. */
  within?: number
}

const titles = rosterColumns.join(',')
const line = goodCells.join(',')
const csv = (...lines: string[]) => Buffer.from([titles, ...lines].join('\r\n'))
const with1 = (place: number, text: string) => goodCells.map((cell, i) => (i === place ? text : cell))

/** A zip whose directory tells a size that is not that of what is inside. */
async function lyingZip(): Promise<Buffer> {
  const bytes = await makeXlsx({ sheet: sheetOf(headerRow, goodRow, `<!--${'a'.repeat(3_000_000)}-->`) })
  const name = Buffer.from('xl/worksheets/sheet1.xml')
  // In the directory the size unpacked stands 22 bytes before the name.
  const at = bytes.lastIndexOf(name)
  bytes.writeUInt32LE(9_000, at - 22)
  return bytes
}
/** A directory entry marked as encrypted. */
async function encryptedEntry(): Promise<Buffer> {
  const bytes = await makeXlsx()
  const at = bytes.lastIndexOf(Buffer.from('xl/worksheets/sheet1.xml'))
  bytes.writeUInt16LE(bytes.readUInt16LE(at - 38) | 1, at - 38)
  return bytes
}
async function climbingName(): Promise<Buffer> {
  const bytes = await makeXlsx({ more: { 'xl/aa/evil.xml': 'x' } })
  for (let at = bytes.indexOf('xl/aa/evil.xml'); at >= 0; at = bytes.indexOf('xl/aa/evil.xml', at + 1)) bytes.write('../../evil.xml', at)
  return bytes
}
const ole = (inside: string) => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(500), Buffer.from(inside, 'utf16le'), Buffer.alloc(2_000)])
const bigSheet = (rows: string) => makeXlsx({ sheet: sheetOf(headerRow, goodRow, rows) })

export const hostile: Hostile[] = [
  { name: 'nothing at all', bytes: () => Buffer.alloc(0), sentence: /^文件是空的。/ },
  { name: 'a pdf', bytes: () => Buffer.from('%PDF-1.7 …'), sentence: /^这不是表格文件。/ },
  { name: 'a picture', bytes: () => Buffer.from('89504e470d0a1a0a0000', 'hex'), sentence: /^这不是表格文件。/ },
  { name: 'a web page called xls', bytes: () => Buffer.from('<html><table><tr><td>姓名</td></tr></table></html>'), sentence: /^这是网页/ },
  { name: 'an old xls', bytes: () => ole('Workbook'), sentence: /旧的xls格式/ },
  { name: 'a workbook with a password', bytes: () => ole('EncryptedPackage'), sentence: /^文件加了密码。/ },
  { name: 'an encrypted part', bytes: encryptedEntry, sentence: /^文件加了密码。/ },
  { name: 'macros', bytes: () => makeXlsx({ more: { 'xl/vbaProject.bin': 'x' } }), sentence: /^文件里有宏。/ },
  { name: 'macro sheets', bytes: () => makeXlsx({ more: { 'xl/macrosheets/sheet1.xml': 'x' } }), sentence: /^文件里有宏。/ },
  { name: 'xlsb', bytes: () => makeXlsx({ more: { 'xl/workbook.bin': 'x' } }), sentence: /xlsb格式/ },
  { name: 'a zip of something else', bytes: () => makeZip({ '照片.jpg': 'x', 'word/document.xml': '<a/>' }), sentence: /压缩包里没有表格/ },
  { name: 'a zip in a zip', bytes: async () => makeZip({ 'a.xlsx': await makeXlsx() }), sentence: /压缩包里没有表格/ },
  { name: 'an empty zip', bytes: () => Buffer.from(`504b0506${'00'.repeat(18)}`, 'hex'), sentence: /^这不是表格文件。/ },
  { name: 'half a file', bytes: async () => (await makeXlsx()).subarray(0, 700), sentence: /^文件已损坏/ },
  { name: 'noise after the right beginning', bytes: () => Buffer.concat([Buffer.from('PK\x03\x04'), randomBytes(5_000)]), sentence: /^文件已损坏/ },
  { name: 'a name that climbs out', bytes: climbingName, sentence: /^文件已损坏/ },
  {
    name: 'more parts than a book has',
    bytes: () => makeXlsx({ more: Object.fromEntries(Array.from({ length: 1_200 }, (_, i) => [`xl/p${i}.xml`, ''])) }),
    sentence: /大得不像名册/,
  },
  { name: 'a bomb of 1000 to 1', bytes: () => makeXlsx({ sheet: Buffer.alloc(60 * 2 ** 20, 32) }), sentence: /大得不像名册/ },
  { name: 'a bomb that lies about its size', bytes: lyingZip, sentence: /^文件已损坏/ },
  {
    name: 'entities that multiply',
    bytes: () =>
      makeXlsx({
        sheet: `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "${'哈'.repeat(100)}">${Array.from({ length: 8 }, (_, i) => `<!ENTITY a${i} "${`&a${i || ''};`.repeat(10)}">`).join('')}]><worksheet><sheetData><row><c t="inlineStr"><is><t>&a7;</t></is></c></row></sheetData></worksheet>`,
      }),
    sentence: /用不到的定义/,
  },
  {
    name: 'an entity that reads a file',
    bytes: () =>
      makeXlsx({ strings: '', more: { 'xl/sharedStrings.xml': '<!DOCTYPE s [<!ENTITY f SYSTEM "file:///etc/passwd">]><sst><si><t>&f;</t></si></sst>' } }),
    sentence: /用不到的定义/,
  },
  {
    name: 'a document type elsewhere',
    bytes: () =>
      makeXlsx({ workbook: `<!DOCTYPE w SYSTEM "http://example.com/x.dtd">${workbookOf('<sheet name="a" sheetId="1" r:id="rId1"/>').replace(/^.*\n/, '')}` }),
    sentence: /用不到的定义/,
  },
  { name: 'an unknown entity', bytes: () => bigSheet('<row><c t="inlineStr"><is><t>&nbsp;</t></is></c></row>'), sentence: /^文件已损坏/ },
  { name: 'tags that do not close', bytes: () => makeXlsx({ sheet: sheetOf(headerRow, '<row><c>') }), sentence: /^文件已损坏/ },
  {
    name: 'more strings than cells',
    bytes: () => makeXlsx({ strings: '<si/>'.repeat(1_600_000) }),
    sentence: /大得不像名册/,
  },
  {
    name: 'a shared string of 60,000 characters',
    bytes: () => makeXlsx({ strings: `<si><t>${randomBytes(30_000).toString('hex')}</t></si>`, sheet: sheetOf(headerRow, '<row><c t="s"><v>0</v></c></row>') }),
    sentence: /^A2超过1000个字/,
  },
  {
    name: 'text without end',
    bytes: () => bigSheet(`<row><c t="inlineStr"><is><t>${randomBytes(1_500_000).toString('hex')}</t></is></c></row>`),
    sentence: /大得不像名册/,
  },
  {
    name: 'a cell of 60,000 characters',
    bytes: () => bigSheet(row(textCell('7'), textCell(randomBytes(30_000).toString('hex')))),
    sentence: /^B3超过1000个字/,
  },
  { name: 'a formula', bytes: () => bigSheet('<row><c r="A3"><f>A1</f><v>7</v></c></row>'), sentence: /^A3是公式。/ },
  { name: 'a formula that calls out', bytes: () => bigSheet('<row><c/><c><f>WEBSERVICE("http://x")</f></c></row>'), sentence: /^B3是公式。/ },
  {
    name: '16,384 columns',
    bytes: () => makeXlsx({ sheet: sheetOf(row(...Array.from({ length: 16_384 }, (_, i) => textCell(`列${i}`)))) }),
    sentence: /^第1行写到了第61列。/,
  },
  { name: 'a cell far to the right', bytes: () => bigSheet(`<row>${textCell('x', 'XFD3')}</row>`), sentence: /^第3行写到了第16384列。/ },
  { name: 'a million empty rows', bytes: () => bigSheet('<row><c/></row>'.repeat(1_000_000)), sentence: /空行|大得不像名册/ },
  {
    name: '6,000 empty rows',
    bytes: () => bigSheet(Array.from({ length: 6_000 }, (_, i) => `<row r="${i + 3}" ht="${i % 97}"><c r="A${i + 3}" s="${i % 13}"/></row>`).join('')),
    sentence: /五千多个空行/,
  },
  { name: 'rows that run backwards', bytes: () => bigSheet('<row r="2"/><row r="1"/>'), sentence: /^文件已损坏/ },
  { name: 'a row beyond the last', bytes: () => bigSheet('<row r="99999999"/>'), sentence: /^文件已损坏/ },
  { name: 'an empty character', bytes: () => bigSheet(row(textCell('7'), textCell('吴_x0000_桐'))), sentence: /^B3有读不出的字符/ },
  { name: 'half a character', bytes: () => bigSheet(row(textCell('7'), textCell('吴_xD842_'))), sentence: /^B3有读不出的字符/ },
  { name: 'half a character by number', bytes: () => bigSheet('<row><c t="inlineStr"><is><t>&#xD842;</t></is></c></row>'), sentence: /^文件已损坏/ },
  { name: 'bytes that are not UTF-8', bytes: () => makeXlsx({ sheet: Buffer.from(sheetOf(row(textCell('\u00ff'))), 'latin1') }), sentence: /^文件已损坏/ },
  {
    name: 'every sheet hidden',
    bytes: () => makeXlsx({ workbook: workbookOf('<sheet name="a" sheetId="1" state="veryHidden" r:id="rId1"/>') }),
    sentence: /没有看得见的工作表/,
  },
  { name: 'a book without its sheet', bytes: () => makeXlsx({ without: ['xl/worksheets/sheet1.xml'] }), sentence: /没有看得见的工作表/ },
  {
    name: 'a sheet that lies outside',
    bytes: () =>
      makeXlsx({
        more: {
          'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId1" Target="http://example.com/s.xml" TargetMode="External"/></Relationships>',
        },
      }),
    sentence: /没有看得见的工作表/,
  },
  { name: 'a csv with an empty character', bytes: () => csv(line, with1(1, '吴\0桐').join(',')), sentence: /空字符/ },
  { name: 'zeros and nothing else', bytes: () => Buffer.alloc(4_000), sentence: /空字符/ },
  { name: 'noise called csv', bytes: () => Buffer.from(randomBytes(4_000).map((byte) => byte || 1)), sentence: /认不出文字的编码/ },
  { name: 'half a character in UTF-8', bytes: () => Buffer.concat([csv(line), Buffer.from('\r\n7,'), Buffer.from('eda182', 'hex')]), sentence: /半个字符/ },
  { name: 'half a character in UTF-16', bytes: () => Buffer.from(`\uFEFF${titles}\r\n7,吴\ud842`, 'utf16le'), sentence: /半个字符/ },
  {
    name: 'UTF-8 with GBK in the middle',
    bytes: () => Buffer.concat([csv(line), Buffer.from('\r\n7,'), Buffer.from('cee2cda9', 'hex')]),
    sentence: /前后不一/,
  },
  { name: 'a quote that does not close', bytes: () => csv(line, '8,"吴桐,北原省分公司'), sentence: /^第3行.*引号没有成对/ },
  { name: 'a line of a megabyte', bytes: () => csv(`8,"${'a'.repeat(1_000_000)}"`), sentence: /^第2行太长/ },
  { name: 'a cell of 2,000 characters', bytes: () => csv(with1(3, '客'.repeat(2_000)).join(',')), sentence: /^D2超过1000个字/ },
  { name: '16,384 columns in a csv', bytes: () => Buffer.from(`${','.repeat(16_383)}\r\n`), sentence: /^第1行写到了第16384列/ },
  { name: 'a million empty lines', bytes: () => csv(`${line}${'\r\n'.repeat(1_000_000)}`), sentence: /五千多个空行/ },
  { name: 'a million lines of commas', bytes: () => csv(`${line}${'\n,,,,,,,,,,'.repeat(1_000_000)}`), sentence: /五千多个空行/ },
  { name: 'a formula in a csv', bytes: () => csv(with1(1, "=cmd|'/c calc'!A0").join(',')), sentence: /^第2行第2列是公式/ },
  { name: 'a formula that begins with a sign', bytes: () => csv(with1(3, '+SUM(1)*cmd').join(',')), sentence: /^第2行第4列是公式/ },
  {
    name: 'more rows than a province has',
    bytes: () => csv(Array.from({ length: 125_000 }, (_, i) => `${i},a`).join('\n')),
    sentence: /^超过120000行/,
    within: 1_000,
  },
  { name: 'more megabytes than are taken', bytes: () => Buffer.alloc(33 * 2 ** 20, 0x61), sentence: /^文件超过32MB/ },
  {
    name: 'markup for a name is text',
    bytes: () => makeXlsx({ sheet: sheetOf(row(textCell(escaped('<x>'))), '<row><c t="s"><v>0</v></c><x') }),
    sentence: /^文件已损坏/,
  },
]
