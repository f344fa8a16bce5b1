import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { encode } from 'uqr'
import { describe, expect, it } from 'vitest'
import { type CertificateFace, layOutFace } from './certificate-face'
import { a4, certificateFrameSvg } from './guilloche'
import { qrOptions, qrPath } from './qr'

const face: CertificateFace = {
  number: 'JR-HEB-2026-000128-0',
  holderName: '王敏',
  unitName: '清川市分公司（示例）',
  title: '客户服务标准培训合格证',
  scope: '岗前培训｜试行版第一、二篇',
  issuer: '示例保险客户服务管理部',
  issuedOn: '2026-11-23',
  validUntil: '2027-11-22',
  status: 'valid',
}

describe('layout of the certificate', () => {
  it('keeps any name and unit within the frame, and readable', () => {
    const text = (maxLength: number) => fc.array(fc.constantFrom(...'王敏买提阿·林a（示'), { minLength: 1, maxLength }).map((letters) => letters.join(''))
    fc.assert(
      fc.property(text(30), text(40), (holderName, unitName) => {
        for (const { text: line, x, size, anchor, tracking } of layOutFace({ ...face, holderName, unitName }).texts) {
          const width = Array.from(line).length * (size + tracking)
          const start = anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width
          // Latin letters are narrower than counted here, so only lines of Han are held to the edge.
          if (/^[^\u0020-\u024f]*$/.test(line)) {
            expect(start).toBeGreaterThan(45)
            expect(start + width).toBeLessThan(a4.width - 45)
          }
          expect(size).toBeGreaterThan(6)
        }
      }),
    )
  })
  it('says across the sill that it is no longer valid', () => {
    const words = (status: CertificateFace['status']) => layOutFace({ ...face, status }).texts.map(({ text }) => text)
    expect(words('valid')).not.toContain('有效')
    expect(words('expired')).toContain('已过期')
    expect(words('revoked')).toContain('已撤销')
    expect(layOutFace(face).band).toBeNull()
  })
})

describe('drawings', () => {
  it('has the frame that the screen shows as the code draws it', () => {
    expect(readFileSync('public/certificate-frame.svg', 'utf8')).toBe(certificateFrameSvg())
  })
  it('draws every dark module of the QR code and no other', () => {
    const text = 'https://training.example.com/verify/abcdefghijklmnopqrstuv'
    const { data, size } = encode(text, qrOptions)
    const drawn = Array.from({ length: size }, () => Array.from({ length: size }, () => false))
    for (const [, x, y, length] of qrPath(data).matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
      for (let i = 0; i < Number(length); i++) (drawn[Number(y)] as boolean[])[Number(x) + i] = true
    expect(drawn).toEqual(data)
  })
})
