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

/** A row with all its cells may be this long: longer is a quote that does not close. */
const longestRow = 64 * 1024

/**
 * The rows of a text table as RFC 4180 has them; besides, lines may end in any way, and a quote within a cell that does not begin with one stands
 * for itself. Rows are numbered as a spreadsheet numbers them: a line break within quotes begins no row, an empty line is one.
 */
function* rowsOf(text: string, delimiter: string): Generator<{ line: number; cells: string[] }> {
  const plain = new RegExp(`[^${delimiter === '|' ? '\\|' : delimiter}\r\n]*`, 'y')
  let at = 0
  for (let line = 1; at < text.length; line++) {
    const begin = at
    const cells: string[] = []
    for (;;) {
      let cell = ''
      if (text[at] === '"') {
        for (;;) {
          const end = text.indexOf('"', at + 1)
          if (end < 0) throw new RosterRefused(`第${line}行起有引号没有成对。请改好，或另存为xlsx，再上传。`)
          if (end - begin > longestRow) throw new RosterRefused(`第${line}行太长，像是引号没有成对。请改好这一行，再上传。`)
          cell += text.slice(at + 1, end)
          at = end + 1
          if (text[at] !== '"') break
          cell += '"'
        }
      }
      plain.lastIndex = at
      cell += plain.exec(text)?.[0] ?? ''
      at = plain.lastIndex
      if (at - begin > longestRow) throw new RosterRefused(`第${line}行太长，像是引号没有成对。请改好这一行，再上传。`)
      cells.push(cell)
      if (text[at] !== delimiter) break
      at += 1
    }
    at += text.startsWith('\r\n', at) ? 2 : 1
    yield { line, cells }
  }
}

/** Rows of a text table. Throws `RosterRefused` for what cannot be read. */
export function readCsv(bytes: Buffer): { line: number; cells: string[] }[] {
  const text = decode(bytes).replace(/^\uFEFF?(?:sep=[^\r\n]\r?\n)?/i, '')
  const collector = new RecordCollector()
  for (const { line, cells } of rowsOf(text, delimiterOf(text.slice(0, 2_000).split(/[\r\n]/, 1)[0] ?? '')))
    collector.add(
      line,
      cells.map((cell, place) => withoutFormula(cell.trim(), line, place)),
    )
  return collector.records
}
