import { createHash, randomBytes } from 'node:crypto'
import { foldCode, makeOneTimeCode } from '@/domain/credential'

/** A new one-time code and what is stored of it. */
export function newCode(): { code: string; codeHash: string } {
  const code = makeOneTimeCode(randomBytes(128))
  return { code, codeHash: hashCode(code) }
}

/** Codes carry 83 random bits, so a plain hash without salt cannot be reversed by guessing. */
export const hashCode = (typed: string): string => createHash('sha256').update(foldCode(typed)).digest('hex')
