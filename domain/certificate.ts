import { z } from 'zod'
import { businessDay } from './time'

export const revocationReasons = ['成绩作废', '人员变动', '签发错误', '其他'] as const
export const revokeCertificateBody = z
  .strictObject({ reason: z.enum(revocationReasons, '请选择撤销原因'), note: z.string().max(200, '说明请在200字以内'), number: z.string().max(40) })
  .refine((body) => body.reason !== '其他' || body.note.trim().length >= 4, '选“其他”时，请写明原因')
export type RevokeCertificateBody = z.infer<typeof revokeCertificateBody>
export type RevokeCertificateResult = { revokedAt: string }

export const checkHolderBody = z.strictObject({ name: z.string().min(1, '请输入姓名').max(30, '姓名请在30字以内') })
export type CheckHolderBody = z.infer<typeof checkHolderBody>
export type CheckHolderResult = { matches: boolean }

export const lookUpCertificateBody = z.strictObject({
  number: z.string().min(1, '请输入证书编号').max(40),
  name: z.string().min(1, '请输入持证人姓名').max(30),
})
export type LookUpCertificateBody = z.infer<typeof lookUpCertificateBody>

export type CertificateStatus = 'valid' | 'expired' | 'revoked'
export const statusWord: Record<CertificateStatus | 'unknown', string> = { valid: '有效', expired: '已过期', revoked: '已撤销', unknown: '查无此证' }
/** Both number and name must fit, else the answer is the same as for a number that does not exist. */
export type LookUpCertificateResult = { status: CertificateStatus | 'unknown' }

// ---- Number ----

/**
 * The quasigroup of H. Michael Damm, “Total anti-symmetrische Quasigruppen” (Marburg 2004): a check digit by it catches every wrong digit and
 * every swap of neighbours, which ISO 7064 MOD 11,10 does not quite.
 */
const damm = ['0317598642', '7092154863', '4206871359', '1750983426', '6123045978', '3674209581', '5869720134', '8945362017', '9438617205', '2581436790']

/** Check digit of a string of digits. */
export function checkDigit(digits: string): string {
  let interim = 0
  for (const digit of digits) interim = Number(damm[interim]?.[Number(digit)])
  return String(interim)
}

const numberForm = /^([A-Z]{2}-[A-Z]{3})-(\d{4})-(\d{6,9})-(\d)$/

/** JR-HEB, 2026, 128 → JR-HEB-2026-000128-0. The check digit is that of year and serial. */
export function certificateNumber(prefix: string, year: number, serial: number): string {
  const digits = String(serial).padStart(6, '0')
  return `${prefix}-${year}-${digits}-${checkDigit(`${year}${digits}`)}`
}

/** A number as people type it (full width, lower case, spaces, any kind of dash) in the form it is printed in. */
export function foldCertificateNumber(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/\s/g, '')
    .replace(/[‐-―−─ー一﹘﹣]/g, '-')
}

/** Whether a number has the right form and check digit. Says nothing of whether it was ever given out. */
export function isCertificateNumber(typed: string): boolean {
  const parts = numberForm.exec(foldCertificateNumber(typed))
  return parts !== null && checkDigit(`${parts[2]}${parts[3]}`) === parts[4]
}

// ---- Validity ----

/**
 * Last valid day of a certificate: the day before the day of issue `months` calendar months on. Where that month has no such day
 * (29 February, 31 June) it is the month's last. Days are YYYY-MM-DD.
 */
export function validUntil(issuedOn: string, months: number): string {
  const [year = 0, month = 0, day = 0] = issuedOn.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  const end = new Date(Date.UTC(year, month - 1 + months, day > lastOfMonth ? lastOfMonth : day - 1))
  return end.toISOString().slice(0, 10)
}

/** What a certificate is at an instant; it is valid to 24:00 in Shanghai of its last day. */
export function certificateStatus({ validUntil: last, revokedAt }: { validUntil: string; revokedAt: Date | null }, now: Date): CertificateStatus {
  if (revokedAt && revokedAt <= now) return 'revoked'
  return businessDay(now) > last ? 'expired' : 'valid'
}

// ---- Names ----

/** Dots between the parts of a name, in all the ways keyboards make them. */
const dots = /[·•・･‧∙⋅．.‐-]/g
const letters = (name: string) => Array.from(new Intl.Segmenter('zh').segment(name), ({ segment }) => segment)

/**
 * A name that strangers may see: 王敏 → 王*, 王小敏 → 王*敏. Names of several parts keep the first letter of the first and the last of
 * the last: 买买提·艾力 → 买**·*力.
 */
export function maskName(name: string): string {
  const all = letters(name.trim())
  const isBreak = (letter: string) => /^[·•・\s]$/.test(letter)
  const count = all.filter((letter) => !isBreak(letter)).length
  if (count < 2) return '*'
  const kept = (place: number) => place === 0 || (place === all.length - 1 && count > 2)
  return all.map((letter, place) => (kept(place) || isBreak(letter) ? letter : '*')).join('')
}

/** A name for comparing: widths, spaces, dots and case folded. */
export function foldName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(dots, '·')
    .toLowerCase()
}

/** Whether a typed name is the holder's. */
export const isSameName = (typed: string, holder: string): boolean => foldName(typed) === foldName(holder)
