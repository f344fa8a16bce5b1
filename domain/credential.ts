import { z } from 'zod'
import { type Refusal, refuse } from './errors'

/** Signing in: login names, passwords, one-time codes, lockout. */

export const passwordRules = [
  { id: 'length', text: '至少8位', holds: (password: string) => [...password].length >= 8 },
  { id: 'letter', text: '含字母', holds: (password: string) => /\p{L}/u.test(password) },
  { id: 'digit', text: '含数字', holds: (password: string) => /\d/.test(password) },
  {
    id: 'not-login',
    text: '不含登录名',
    holds: (password: string, loginName: string) => loginName === '' || !foldLoginName(password).includes(foldLoginName(loginName)),
  },
] as const

export const passwordHolds = (password: string, loginName: string) => passwordRules.every((rule) => rule.holds(password, loginName))

/** Login names are compared folded: width, case and spaces do not matter, leading zeros do. */
export const foldLoginName = (text: string) => text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()

export const loginNameText = z.string().min(1, '请输入工号或手机号').max(64)
export const passwordText = z.string().min(1).max(256)

export const firstSignInBody = z.strictObject({ loginName: loginNameText, code: z.string().min(1).max(64), password: passwordText })
export type FirstSignInBody = z.infer<typeof firstSignInBody>
export type IssueCodeResult = { code: string; expiresAt: string }

/** So many slips at once at most: some 25 sheets, and no more codes than somebody can hand out. */
export const mostSlips = 200
export const issueSlipsBody = z.strictObject({
  personIds: z.array(z.uuid()).min(1, '请先勾选要发登录码的人。').max(mostSlips, `一次最多发${mostSlips}人，请分几次发。`),
})
export type IssueSlipsBody = z.infer<typeof issueSlipsBody>
export type Slip = { personId: string; name: string; unitName: string; loginName: string; code: string }
/** `leftOut`: those among the chosen who need no code any more, or may do more than whoever asks. */
export type IssueSlipsResult = { slips: Slip[]; expiresAt: string; leftOut: number }

export const askResetBody = z.strictObject({ loginName: loginNameText })
export type AskResetBody = z.infer<typeof askResetBody>
export const changePasswordBody = z.strictObject({ current: passwordText, password: passwordText })
export type ChangePasswordBody = z.infer<typeof changePasswordBody>

/** Five wrong passwords for one typed name within 15 minutes lock that name for 15 minutes, whether or not it exists. */
export const lockout = { tries: 5, minutes: 15 } as const
export const refuseLocked = (minutes: number): Refusal => refuse('locked', `输错次数多，请${minutes}分钟后再试。`)
export const oneTimeCodeDays = 14
/** A link by mail lives shorter than a slip, and nobody gets more of them than this. */
export const mailedLink = { minutes: 60, anHour: 3 } as const
/** A session ends at the latest after this; on a device not one's own also after two idle hours. */
export const sessionHours = { shared: 12, remembered: 14 * 24, idle: 2 } as const

/** No 0/O, 1/I/L: a code is read from paper. 16 of 30 letters carry 78.5 bits; 17 carry 83. */
const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const codeLength = 17

/** `randomBytes` in (at least 64 of them, uniformly random), a code out as XXXX-XXXX-XXXX-XXXXX (83 bits). */
export function makeOneTimeCode(randomBytes: Uint8Array): string {
  // Bytes of 240 and more are passed over: 256 is no multiple of 30, so they would favour some letters.
  const letters = [...randomBytes].filter((byte) => byte < 240).map((byte) => codeAlphabet[byte % codeAlphabet.length])
  if (letters.length < codeLength) throw new Error('too few random bytes for a code')
  return letters
    .slice(0, codeLength)
    .join('')
    .replace(/^(.{4})(.{4})(.{4})/, '$1-$2-$3-')
}
/**
 * What a link to set a password carries after the `#`, which browsers keep to themselves: it reaches no server, no log and no other site. A
 * slip's QR code has the login name only, a mailed link the code too.
 */
export function credentialFragment({ loginName, code }: { loginName: string; code?: string }): string {
  return `#${new URLSearchParams({ login: loginName, ...(code ? { code } : {}) })}`
}
/** Reads such a fragment back; what is missing is ''. */
export function readCredentialFragment(fragment: string): { loginName: string; code: string } {
  const values = new URLSearchParams(fragment.replace(/^#/, ''))
  return { loginName: values.get('login') ?? '', code: values.get('code') ?? '' }
}

/** What is hashed: dashes, spaces, width and case do not matter. */
export const foldCode = (text: string) => text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
