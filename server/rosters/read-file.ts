import type { RosterRecord } from '@/domain/roster'
import { readCsv } from './csv-file'
import { limits } from './limits'
import { RosterRefused } from './refused'
import { openPackage, readXlsx } from './xlsx-file'

const begins = (bytes: Buffer, ...heads: string[]) => heads.some((head) => bytes.subarray(0, head.length).equals(Buffer.from(head, 'latin1')))

/** What kind of table the bytes are, whatever the file is called. */
function kindOf(bytes: Buffer): 'xlsx' | 'csv' {
  if (bytes.length === 0) throw new RosterRefused('文件是空的。请填好名册，再上传。')
  if (bytes.length > limits.fileBytes) throw new RosterRefused(tooLarge)
  if (begins(bytes, 'PK\x03\x04')) return 'xlsx'
  // The container of old Office files, which also wraps new ones that have a password.
  if (begins(bytes, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'))
    throw new RosterRefused(
      bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? '文件加了密码。请取消密码后保存，再上传。' : '这是旧的xls格式。请另存为xlsx，再上传。',
    )
  if (begins(bytes, '%PDF', '\x89PNG', '\xff\xd8\xff', 'GIF8', 'Rar!', '7z\xbc\xaf', '\x1f\x8b', 'PK\x05\x06', '{\\rtf'))
    throw new RosterRefused('这不是表格文件。请上传xlsx或csv。')
  if (
    /^\s*(<!doctype|<html|<\?xml|<table|<head)/i.test(
      bytes
        .subarray(0, 300)
        .toString('latin1')
        .replace(/^\xef\xbb\xbf/, ''),
    )
  )
    throw new RosterRefused('这是网页，不是表格。请用表格软件另存为xlsx，再上传。')
  return 'csv'
}

export const tooLarge = `文件超过${limits.fileBytes / 2 ** 20}MB。请只留名册那一页，再上传。`

/** The cheap look that the web process takes before it keeps a file: kind, size and directory, nothing unpacked. */
export async function inspectFile(bytes: Buffer): Promise<void> {
  if (kindOf(bytes) === 'xlsx') (await openPackage(bytes)).zip.close()
}

/** The rows of a roster file, headers first, as text. Throws `RosterRefused` with a sentence for its owner. */
export async function readFile(bytes: Buffer): Promise<RosterRecord[]> {
  return kindOf(bytes) === 'xlsx' ? readXlsx(bytes) : readCsv(bytes)
}
