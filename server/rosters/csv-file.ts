import { type CsvError, parse } from 'csv-parse/sync'
import { rosterColumns } from '@/domain/roster'
import { RecordCollector } from './limits'
import { RosterRefused } from './refused'

const unreadable = '认不出文字的编码。请另存为xlsx，再上传。'
const hasNul = '文件里有空字符，多半已损坏。请重新导出，再上传。'
const loneSurrogate = '文件里有半个字符，多半已损坏。请重新导出，再上传。'
const titles = (text: string) => rosterColumns.filter((title) => text.includes(title)).length

function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** UTF-16 without its mark: half of its bytes would be odd in any other encoding, so the titles of the columns decide. */
function unmarkedUtf16(bytes: Buffer): string | null {
  const head = bytes.subarray(0, 600)
  return ['utf-16le', 'utf-16be'].find((encoding) => titles(new TextDecoder(encoding).decode(head)) >= 2) ?? null
}

/** Three bytes that stand for half a character; nothing else in UTF-8 looks like them. */
const surrogateInUtf8 = (bytes: Buffer) => {
  for (let at = bytes.indexOf(0xed); at >= 0; at = bytes.indexOf(0xed, at + 1)) {
    const [second = 0, third = 0] = [bytes[at + 1], bytes[at + 2]]
    if (second >= 0xa0 && second <= 0xbf && third >= 0x80 && third <= 0xbf) return true
  }
  return false
}

/** The text of a file: by its mark, else strict UTF-8, else UTF-16 by its titles, else GB 18030, which GBK and GB 2312 are parts of. */
function decode(bytes: Buffer): string {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : unmarkedUtf16(bytes)
  if (marked) {
    const text = decodeAs(marked, bytes.subarray(0, bytes.length - (bytes.length % 2)))
    if (text === null) throw new RosterRefused(loneSurrogate)
    if (text.includes('\0')) throw new RosterRefused(hasNul)
    return text
  }
  if (bytes.includes(0)) throw new RosterRefused(hasNul)
  const text = decodeAs('utf-8', bytes)
  if (text !== null) return text
  if (titles(new TextDecoder('utf-8').decode(bytes.subarray(0, 600))) >= 2)
    throw new RosterRefused(surrogateInUtf8(bytes) ? loneSurrogate : '文字的编码前后不一。请用表格软件打开，另存为xlsx，再上传。')
  const chinese = decodeAs('gb18030', bytes)
  if (chinese === null || titles(chinese.slice(0, 400)) === 0) throw new RosterRefused(unreadable)
  return chinese
}

/** The mark between cells: the one that stands most often in the line of the titles. */
function delimiterOf(firstLine: string): string {
  const count = (mark: string) => firstLine.split(mark).length
  return [',', '\t', ';', '|'].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}

/** ="007001" is how some programs keep a number's zeros; anything else that begins like a formula may run one day. */
function withoutFormula(cell: string, line: number, place: number): string {
  const kept = /^="([^"=]*)"$/.exec(cell)
  if (kept) return kept[1] ?? ''
  if (/^[=@＝＠]|^[+-].*[(|!]/.test(cell)) throw new RosterRefused(`第${line}行第${place + 1}列是公式。请改成文字，再上传。`)
  return cell
}

/** Rows of a text table. Throws `RosterRefused` for what cannot be read. */
export function readCsv(bytes: Buffer): { line: number; cells: string[] }[] {
  const text = decode(bytes).replace(/^(?:sep=[^\r\n]\r?\n)/i, '')
  const collector = new RecordCollector()
  let line = 0
  try {
    parse(text, {
      bom: true,
      delimiter: delimiterOf(text.slice(0, 2_000).split(/[\r\n]/, 1)[0] ?? ''),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: 64 * 1024,
      on_record: (record: string[]) => {
        line += 1
        collector.add(
          line,
          record.map((cell, place) => withoutFormula(cell.trim(), line, place)),
        )
        return null
      },
    })
  } catch (error) {
    if (error instanceof RosterRefused) throw error
    const { code } = error as CsvError
    if (code === 'CSV_MAX_RECORD_SIZE') throw new RosterRefused(`第${line + 1}行太长，像是引号没有成对。请改好这一行，再上传。`)
    if (code === 'CSV_QUOTE_NOT_CLOSED') throw new RosterRefused(`第${line + 1}行起有引号没有成对。请改好，或另存为xlsx，再上传。`)
    if (code?.startsWith('CSV_')) throw new RosterRefused(`第${line + 1}行读不下去。请用表格软件另存为xlsx，再上传。`)
    throw error
  }
  return collector.records
}
