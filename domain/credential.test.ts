import fc from 'fast-check'
import { expect, test } from 'vitest'
import { credentialFragment, readCredentialFragment } from './credential'

test('whatever a login name or a code is, it comes out of the address as it went in, and all of it stands behind the #', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.string({ minLength: 1 }), (loginName, code) => {
      const address = new URL(`https://example.com/reset${credentialFragment({ loginName, code })}`)
      expect(address.href.slice(0, address.href.indexOf('#'))).toBe('https://example.com/reset')
      expect(readCredentialFragment(address.hash)).toEqual({ loginName: loginName.toWellFormed(), code })
    }),
  )
})

test('a slip carries the login name alone, and an address without a fragment nothing', () => {
  expect(credentialFragment({ loginName: '1001' })).toBe('#login=1001')
  expect(readCredentialFragment('')).toEqual({ loginName: '', code: '' })
})
