import { type CertificateStatus, statusWord } from './certificate'
import { a4, faceColours } from './guilloche'
import { fullDate } from './time'

/** What is printed on a certificate. Days are YYYY-MM-DD. */
export type CertificateFace = {
  number: string
  holderName: string
  unitName: string
  title: string
  /** Programme and version of the standard, parted by a full-width bar. */
  scope: string
  issuer: string
  issuedOn: string
  validUntil: string
  status: CertificateStatus
}

/** One line of text: `x` is its start, middle or end, `y` its base line, in points from the upper left of an A4 sheet on its side. */
export type FaceText = {
  text: string
  x: number
  y: number
  size: number
  anchor: 'start' | 'middle' | 'end'
  font: 'serif' | 'serif-bold' | 'sans'
  /** Added after each character. */
  tracking: number
  colour: string
}
export type FaceLine = { x1: number; y1: number; x2: number; y2: number; width: number; colour: string }
export type FaceBox = { x: number; y: number; width: number; height: number }

const { ink, inkSoft, inkFaint, line, warn } = faceColours
const left = 78.3
const right = a4.width - left
const middle = a4.width / 2
const sillY = 281.6

/** Width of a line in ems: Han characters are square, others about half as wide. */
const ems = (text: string) => Array.from(text).reduce((sum, character) => sum + (/[\u0020-\u024f]/.test(character) ? 0.56 : 1), 0)

/** The text in one line, or in two of about the same length where one would be too small to read. */
function squeeze(text: string, width: number, size: number, smallest: number): { lines: string[]; size: number } {
  const single = Math.min(size, width / ems(text))
  if (single >= smallest) return { lines: [text], size: single }
  const all = Array.from(text)
  const half = Math.ceil(all.length / 2)
  const lines = [all.slice(0, half).join(''), all.slice(half).join('')]
  return { lines, size: Math.min(smallest, ...lines.map((part) => width / ems(part))) }
}

/** Where everything stands on the certificate: one layout for the screen, the printer and the PDF. */
export function layOutFace(face: CertificateFace): {
  texts: FaceText[]
  lines: FaceLine[]
  emblem: { x: number; y: number; scale: number }
  qr: FaceBox
  band: FaceBox | null
} {
  const texts: FaceText[] = []
  const put = (text: string, x: number, y: number, size: number, more: Partial<FaceText> = {}) =>
    texts.push({ text, x, y, size, anchor: 'start', font: 'serif', tracking: 0, colour: ink, ...more })
  const centred = { anchor: 'middle' } as const
  const off = face.status !== 'valid'

  const title = Math.min(33, 620 / (ems(face.title) * 1.16))
  put(face.title, middle, 145.5, title, { ...centred, font: 'serif-bold', tracking: title * 0.16 })
  put(face.scope.split('｜').join('　'), middle, 169.5, 9.4, { ...centred, font: 'sans', tracking: 1.1, colour: inkFaint })

  const spread = Array.from(face.holderName).length <= 4 ? 0.3 : 0.08
  const name = Math.min(36, 520 / (ems(face.holderName) * (1 + spread)))
  put(face.holderName, middle, off ? 256 : 263, name, { ...centred, font: 'serif-bold', tracking: name * spread })
  put('已修完《客户服务标准实施细则（试行）》规定的', middle, 321, 14.5, centred)
  put('全部必修课程，认证考试与情景演练考核合格，特发此证。', middle, 350.5, 14.5, centred)

  const top = 412
  const fields = [
    { label: '所在机构', value: face.unitName, x: left, width: 165.4 },
    { label: '成绩等级', value: '合格', x: 243.7, width: 80 },
    { label: '签发日期', value: fullDate(face.issuedOn), x: 323.7, width: 142.5 },
    { label: '有效期至', value: fullDate(face.validUntil), x: 466.2, width: 142.5 },
    { label: '证书编号', value: face.number, x: 608.7, width: right - 608.7 },
  ]
  const lines: FaceLine[] = [
    { x1: middle - 103.4, y1: sillY, x2: middle + 103.4, y2: sillY, width: 2.4, colour: ink },
    { x1: left, y1: top, x2: right, y2: top, width: 0.8, colour: ink },
    { x1: left, y1: top + 52.5, x2: right, y2: top + 52.5, width: 0.8, colour: line },
  ]
  for (const [i, { label, value, x, width }] of fields.entries()) {
    const start = i === 0 ? x + 1.5 : x + 12.5
    if (i > 0) lines.push({ x1: x, y1: top, x2: x, y2: top + 52.5, width: 0.8, colour: line })
    put(label, start, top + 19.5, 9.4, { font: 'sans', tracking: 0.4, colour: inkFaint })
    const fitted = squeeze(value, width - (i === 0 ? 8 : 14), 12.5, 9.5)
    for (const [row, part] of fitted.lines.entries())
      put(part, start, top + (fitted.lines.length === 1 ? 37.5 : 33.5 + row * (fitted.size + 2)), fitted.size, { font: 'serif-bold' })
  }

  const foot = top + 65.5
  put('扫码验真，或在验真页输入编号与姓名。', left + 72, foot + 40.5, 9.4, { font: 'sans', colour: inkSoft })
  put('企业内部培训合格证明，不作执业资格凭证。', left + 72, foot + 56, 9.4, { font: 'sans', colour: inkSoft })
  put('签发单位', right, foot + 32.5, 9.4, { font: 'sans', anchor: 'end', colour: inkFaint })
  put(face.issuer, right, foot + 55, Math.min(14.9, 300 / (ems(face.issuer) * 1.06)), { font: 'serif-bold', anchor: 'end', tracking: 0.9 })

  if (off) put(statusWord[face.status], middle, sillY + 8.5, 24, { ...centred, font: 'serif-bold', tracking: 6, colour: warn })
  return {
    texts,
    lines,
    emblem: { x: middle - 18, y: 63, scale: 36 / 32 },
    qr: { x: left, y: foot, width: 59.5, height: 59.5 },
    band: off ? { x: middle - 62, y: sillY - 17, width: 124, height: 34 } : null,
  }
}
