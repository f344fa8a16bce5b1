import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import { columnLetters } from '@/domain/roster'
import { limits, RecordCollector } from './limits'
import { RosterRefused } from './refused'

const damaged = '文件已损坏，打不开。请用表格软件重新保存，再上传。'
const tooBig = '文件解开后大得不像名册。请把人员那一页复制到新表，再上传。'
const withMacros = '文件里有宏。请另存为不带宏的xlsx，再上传。'
const withDefinitions = '文件里有表格用不到的定义，没有打开。请重新保存为xlsx，再上传。'

/** An xlsx file whose directory has been looked through; nothing of it is unpacked yet. */
export type Package = { zip: ZipFile; parts: Map<string, Entry> }

/** Reads the directory and refuses by it. Takes time by the number of entries only, so the web process may call it. */
export async function openPackage(bytes: Buffer): Promise<Package> {
  const zip = await new Promise<ZipFile>((resolve, reject) =>
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, opened) => (error ? reject(new RosterRefused(damaged)) : resolve(opened))),
  )
  if (zip.entryCount > limits.parts) throw new RosterRefused(tooBig)
  const parts = new Map<string, Entry>()
  let total = 0
  await new Promise<void>((resolve, reject) => {
    zip.on('error', () => reject(new RosterRefused(damaged)))
    zip.on('end', resolve)
    zip.on('entry', (entry: Entry) => {
      total += entry.uncompressedSize
      if (entry.isEncrypted()) reject(new RosterRefused('文件加了密码。请取消密码后保存，再上传。'))
      else if (/vbaProject|macrosheets\//i.test(entry.fileName)) reject(new RosterRefused(withMacros))
      else if (total > limits.partBytes || (entry.uncompressedSize > 2 ** 20 && entry.uncompressedSize > entry.compressedSize * limits.partRatio))
        reject(new RosterRefused(tooBig))
      else {
        parts.set(entry.fileName, entry)
        zip.readEntry()
      }
    })
    zip.readEntry()
  })
  if (parts.has('xl/workbook.bin')) throw new RosterRefused('这是xlsb格式。请另存为xlsx，再上传。')
  if (!parts.has('xl/workbook.xml')) throw new RosterRefused('压缩包里没有表格。请上传xlsx或csv文件本身。')
  return { zip, parts }
}

type Handlers = { open?: (name: string, attributes: Record<string, string>) => void; text?: (text: string) => void; close?: (name: string) => void }

/** Text without a tag may not run on for longer than this: it would be kept whole. */
const longestText = 1_000_000

/** Walks one part of a package as a stream of tags. Whatever a handler throws ends the reading. */
async function walk({ zip, parts }: Package, name: string, { open, text, close }: Handlers): Promise<void> {
  const entry = parts.get(name)
  if (!entry) throw new RosterRefused(damaged)
  const parser = new SaxesParser({ xmlns: false, position: false })
  const bare = (tag: string) => tag.slice(tag.indexOf(':') + 1)
  let sinceTag = 0
  parser.on('doctype', () => {
    throw new RosterRefused(withDefinitions)
  })
  parser.on('opentag', (tag: SaxesTagPlain) => {
    sinceTag = 0
    open?.(bare(tag.name), tag.attributes)
  })
  parser.on('closetag', (tag: SaxesTagPlain) => {
    sinceTag = 0
    close?.(bare(tag.name))
  })
  if (text) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  try {
    const stream = await new Promise<AsyncIterable<Uint8Array>>((resolve, reject) =>
      zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened))),
    )
    let decoder: TextDecoder | undefined
    for await (const chunk of stream) {
      decoder ??= new TextDecoder(chunk[0] === 0xff ? 'utf-16le' : chunk[0] === 0xfe ? 'utf-16be' : 'utf-8', { fatal: true })
      sinceTag += chunk.length
      if (sinceTag > longestText + chunk.length) throw new RosterRefused(tooBig)
      const piece = decoder.decode(chunk, { stream: true })
      if (/<!ENTITY/i.test(piece)) throw new RosterRefused(withDefinitions)
      parser.write(piece)
    }
    parser.write(decoder?.decode() ?? '').close()
  } catch (error) {
    // What the unpacker, the decoder and the parser say of a damaged file is nothing to its owner.
    throw error instanceof RosterRefused ? error : new RosterRefused(damaged)
  }
}

type Book = { sheet: string; date1904: boolean }

/** The first sheet that is not hidden. */
async function readBook(file: Package): Promise<Book> {
  const book = { date1904: false, id: '' }
  await walk(file, 'xl/workbook.xml', {
    open: (name, attributes) => {
      if (name === 'workbookPr') book.date1904 = ['1', 'true'].includes(attributes.date1904 ?? '')
      if (name === 'sheet' && !book.id && !['hidden', 'veryHidden'].includes(attributes.state ?? '')) book.id = attributes['r:id'] ?? ''
    },
  })
  const targets = new Map<string, string>()
  await walk(file, 'xl/_rels/workbook.xml.rels', {
    open: (name, { Id, Target, TargetMode }) => {
      if (name === 'Relationship' && Id && Target && TargetMode !== 'External') targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`)
    },
  })
  const sheet = targets.get(book.id)
  if (!sheet || !file.parts.has(sheet)) throw new RosterRefused('文件里没有看得见的工作表。请取消隐藏，再上传。')
  return { sheet, date1904: book.date1904 }
}

/** How numbers are shown, by style: as a day, or with zeros in front up to a width. */
type NumberForm = 'plain' | 'day' | number

const builtInDays = (id: number) => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
function formOf(id: number, code: string | undefined): NumberForm {
  if (code === undefined) return builtInDays(id) ? 'day' : 'plain'
  if (/^0+$/.test(code)) return code.length
  return /[yd]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]|General|Standard/gi, '')) ? 'day' : 'plain'
}

async function readForms(file: Package): Promise<NumberForm[]> {
  const codes = new Map<number, string>()
  const forms: NumberForm[] = []
  let inCells = false
  if (file.parts.has('xl/styles.xml'))
    await walk(file, 'xl/styles.xml', {
      open: (name, attributes) => {
        if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
        if (name === 'cellXfs') inCells = true
        if (name === 'xf' && inCells) forms.push(formOf(Number(attributes.numFmtId ?? 0), codes.get(Number(attributes.numFmtId))))
        if (codes.size > 10_000 || forms.length > 100_000) throw new RosterRefused(tooBig)
      },
      close: (name) => {
        if (name === 'cellXfs') inCells = false
      },
    })
  return forms
}

/** Characters that XML cannot hold are written _xHHHH_. */
const unescaped = (text: string) =>
  text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text

/** Gathers the text of a string that may be in pieces of several looks; readings above the characters do not belong to it. */
class TextGatherer {
  private pieces = ''
  private inText = false
  private inReading = false
  begin() {
    this.pieces = ''
  }
  open(name: string) {
    if (name === 't') this.inText = true
    else if (name === 'rPh') this.inReading = true
  }
  text(text: string) {
    if (this.inText && !this.inReading) this.pieces += text
  }
  close(name: string) {
    if (name === 't') this.inText = false
    else if (name === 'rPh') this.inReading = false
  }
  end = () => unescaped(this.pieces)
}

/** More characters than all cells of the largest roster together could sensibly have. */
const mostCharacters = 40_000_000

async function readStrings(file: Package): Promise<string[]> {
  const strings: string[] = []
  const gatherer = new TextGatherer()
  let characters = 0
  if (file.parts.has('xl/sharedStrings.xml'))
    await walk(file, 'xl/sharedStrings.xml', {
      open: (name) => (name === 'si' ? gatherer.begin() : gatherer.open(name)),
      text: (text) => gatherer.text(text),
      close: (name) => {
        if (name !== 'si') return gatherer.close(name)
        const string = gatherer.end()
        characters += string.length
        if (characters > mostCharacters || strings.length > limits.rows * 12) throw new RosterRefused(tooBig)
        strings.push(Buffer.from(string).toString()) // a text of its own, apart from the large one it was cut from, which can then go
      },
    })
  return strings
}

/** Place of a column from the letters of a cell's address, from 0. */
function placeOf(address: string): number {
  let place = 0
  for (let at = 0; at < address.length; at++) {
    const letter = address.charCodeAt(at) - 64
    if (letter < 1 || letter > 26) break
    place = place * 26 + letter
  }
  return place - 1
}

/** Days since the book's first day as YYYY-MM-DD. The calendar from 1900 has a 29 February of that year, which there was not. */
function dayOfSerial(serial: number, date1904: boolean): string {
  const days = Math.floor(serial) + (date1904 ? 1462 : serial < 60 ? 1 : 0)
  return new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10)
}
/** A number without the look of a date is one in the column of dates when it could be: 1 January 1950 to 2100. */
const isDaySerial = (serial: number, date1904: boolean) => serial + (date1904 ? 1462 : 0) >= 18_264 && serial + (date1904 ? 1462 : 0) <= 73_051

/**
 * A number as it would be read off the sheet. Beyond 15 digits a spreadsheet no longer knows them: then it stays in the form that is told as
 * spoiled.
 */
function shownNumber(raw: string, form: NumberForm, date1904: boolean, inDates: boolean): string {
  const value = Number(raw)
  if (raw.trim() === '' || !Number.isFinite(value)) return raw
  if (form === 'day' || (inDates && isDaySerial(value, date1904))) return value >= 1 && value < 100_000 ? dayOfSerial(value, date1904) : raw
  if (Math.abs(value) >= 1e15) return value.toExponential().toUpperCase()
  return typeof form === 'number' && Number.isInteger(value) ? String(value).padStart(form, '0') : String(value)
}

/** Rows of the first visible sheet. Throws `RosterRefused` for what cannot or must not be read. */
export async function readXlsx(bytes: Buffer): Promise<{ line: number; cells: string[] }[]> {
  const file = await openPackage(bytes)
  const { sheet, date1904 } = await readBook(file)
  const forms = await readForms(file)
  const strings = await readStrings(file)

  const collector = new RecordCollector()
  const gatherer = new TextGatherer()
  let line = 0
  let cells: string[] = []
  let place = -1
  let kind = ''
  let form: NumberForm = 'plain'
  let inValue = false
  let value = ''
  let dates = -1

  const openCell = (attributes: Record<string, string>) => {
    place = attributes.r === undefined ? place + 1 : placeOf(attributes.r)
    if (place < 0) throw new RosterRefused(damaged)
    if (place >= limits.columns) throw new RosterRefused(`第${line}行写到了第${place + 1}列。请删去右边用不到的列，再上传。`)
    kind = attributes.t ?? 'n'
    form = forms[Number(attributes.s ?? 0)] ?? 'plain'
    value = ''
    gatherer.begin()
  }
  const closeCell = () => {
    let text = value
    if (kind === 's') text = value === '' ? '' : (strings[Number(value)] ?? '')
    else if (kind === 'inlineStr') text = gatherer.end()
    else if (kind === 'str') text = unescaped(value)
    else if (kind === 'd') text = value.slice(0, 10)
    else if (kind === 'n') text = shownNumber(value, form, date1904, place === dates)
    while (cells.length < place) cells.push('')
    cells[place] = text
  }
  await walk(file, sheet, {
    open: (name, attributes) => {
      if (name === 'c') openCell(attributes)
      else if (name === 'v') inValue = true
      else if (name === 'f') throw new RosterRefused(`${columnLetters(place)}${line}是公式。请复制后“粘贴为数值”，再上传。`)
      else if (name === 'row') {
        const next = attributes.r === undefined ? line + 1 : Number(attributes.r)
        if (!Number.isInteger(next) || next <= line || next > 1_048_576) throw new RosterRefused(damaged)
        line = next
        cells = []
        place = -1
      } else gatherer.open(name)
    },
    text: (text) => {
      if (inValue) value += text
      else gatherer.text(text)
    },
    close: (name) => {
      if (name === 'v') inValue = false
      else if (name === 'c') closeCell()
      else if (name === 'row') {
        collector.add(line, cells)
        if (collector.records.length === 1) dates = cells.findIndex((cell) => cell.trim().startsWith('入职日期'))
      } else gatherer.close(name)
    },
  })
  return collector.records
}
