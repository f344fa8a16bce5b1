import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  certificateNumber,
  certificateStatus,
  checkDigit,
  foldCertificateNumber,
  isCertificateNumber,
  isSameName,
  maskName,
  revokeCertificateBody,
  validUntil,
} from './certificate'
import { addDays } from './time'

describe('number', () => {
  const numbers = fc
    .record({ year: fc.integer({ min: 2026, max: 2099 }), serial: fc.integer({ min: 1, max: 999_999 }) })
    .map(({ year, serial }) => certificateNumber('JR-HEB', year, serial))
  const places = (number: string) => [...number].flatMap((letter, place) => (/\d/.test(letter) ? [place] : []))

  it('has year, six digits and a check digit', () => expect(certificateNumber('JR-HEB', 2026, 128)).toBe('JR-HEB-2026-000128-0'))
  it('gives the check digit of the published example', () => expect(checkDigit('572')).toBe('4'))
  it('grows beyond six digits', () => expect(isCertificateNumber(certificateNumber('JR-HEB', 2026, 1_234_567))).toBe(true))
  it('is right as given out', () => fc.assert(fc.property(numbers, (number) => isCertificateNumber(number))))
  it('is wrong with any one digit wrong', () =>
    fc.assert(
      fc.property(numbers, (number) =>
        places(number).every((place) =>
          [...'0123456789']
            .filter((digit) => digit !== number[place])
            .every((digit) => !isCertificateNumber(number.slice(0, place) + digit + number.slice(place + 1))),
        ),
      ),
    ))
  it('is wrong with any two neighbours swapped, over a dash too', () =>
    fc.assert(
      fc.property(numbers, (number) => {
        const digits = places(number)
        return digits.slice(1).every((place, i) => {
          const before = digits[i] as number
          if (number[before] === number[place]) return true
          const swapped = [...number]
          swapped[before] = number[place] as string
          swapped[place] = number[before] as string
          return !isCertificateNumber(swapped.join(''))
        })
      }),
    ))
  it.each(['jr-heb-2026-000128-0', ' JR－HEB－２０２６－０００１２８－０ ', 'JR—HEB—2026—000128—0', 'JR–HEB–2026–000128–0', 'JR−HEB−2026−000128−0'])(
    'is understood as typed: %s',
    (typed) => expect(foldCertificateNumber(typed)).toBe('JR-HEB-2026-000128-0'),
  )
  it.each(['', 'JR-HEB-2026-000128', 'JR-HEB-2026-000128-1', 'HEB-2026-000128-0', 'x'.repeat(40)])('is not a number: %s', (typed) =>
    expect(isCertificateNumber(typed)).toBe(false),
  )
})

describe('validity', () => {
  it.each([
    ['2026-11-23', 12, '2027-11-22'],
    ['2027-01-01', 12, '2027-12-31'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2028-02-29', 48, '2032-02-28'],
    ['2027-03-01', 12, '2028-02-29'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-12-31', 24, '2028-12-30'],
  ])('issued on %s for %i months holds through %s', (issuedOn, months, last) => expect(validUntil(issuedOn, months)).toBe(last))

  it('never loses or gains more than a month’s odd days', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 1, max: 36 }), (offset, months) => {
        const issuedOn = addDays('2026-01-01', offset)
        const days = (Date.parse(validUntil(issuedOn, months)) - Date.parse(issuedOn)) / 86_400_000 + 1
        return days >= months * 30.4 - 4 && days <= months * 30.5 + 4
      }),
    ))

  const held = { validUntil: '2027-11-22', revokedAt: null }
  it.each([
    ['2027-11-22T15:59:59.999Z', 'valid'],
    ['2027-11-22T16:00:00.000Z', 'expired'],
  ])('at %s is %s: the day ends in Shanghai', (now, status) => expect(certificateStatus(held, new Date(now))).toBe(status))
  it('is revoked from the instant of revocation, expired or not', () => {
    const revokedAt = new Date('2026-12-01T00:00:00Z')
    expect(certificateStatus({ ...held, revokedAt }, new Date('2026-11-30T23:59:59Z'))).toBe('valid')
    expect(certificateStatus({ ...held, revokedAt }, revokedAt)).toBe('revoked')
    expect(certificateStatus({ ...held, revokedAt }, new Date('2030-01-01T00:00:00Z'))).toBe('revoked')
  })
})

describe('names', () => {
  it.each([
    ['王敏', '王*'],
    ['王小敏', '王*敏'],
    ['欧阳小敏', '欧**敏'],
    ['王', '*'],
    ['𠮷田', '𠮷*'],
    ['王𠮷敏', '王*敏'],
    ['买买提·艾力', '买**·*力'],
    ['阿·尔', '阿·*'],
    ['Li Min', 'L* **n'],
  ])('%s is shown as %s', (name, shown) => expect(maskName(name)).toBe(shown))
  it('hides something of every name', () =>
    fc.assert(fc.property(fc.array(fc.constantFrom(...'王敏李娜艾力𠮷'), { minLength: 1, maxLength: 15 }), (name) => maskName(name.join('')).includes('*'))))

  it.each([
    ['王敏', ' 王　敏 '],
    ['买买提·艾力', '买买提•艾力'],
    ['买买提·艾力', '买买提・艾力'],
    ['买买提·艾力', '买买提.艾力'],
    ['买买提·艾力', '买买提．艾力'],
    ['买买提·艾力', '买买提 · 艾力'],
    ['Li Min', 'ｌｉｍｉｎ'],
    ['塚', '塚'],
  ])('%s is the same as %s', (holder, typed) => expect(isSameName(typed, holder)).toBe(true))
  it.each([
    ['王敏', '王*'],
    ['王敏', '王'],
    ['买买提·艾力', '买买提艾力娜'],
    ['𠮷田', '吉田'],
  ])('%s is not %s', (holder, typed) => expect(isSameName(typed, holder)).toBe(false))
})

describe('revocation', () => {
  const body = { reason: '其他', note: '', number: 'JR-HEB-2026-000128-0' }
  it('wants a note for “other”', () => expect(revokeCertificateBody.safeParse(body).success).toBe(false))
  it('takes a reason of the list without one', () => expect(revokeCertificateBody.safeParse({ ...body, reason: '签发错误' }).success).toBe(true))
})
