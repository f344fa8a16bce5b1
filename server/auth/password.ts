import { hash, verify } from '@node-rs/argon2'
import pLimit from 'p-limit'

/** argon2id (the library's default), tuned to some 60 ms a hash; two at once, so that a rush at the bell leaves room for answers. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const atOnce = pLimit(2)

export const hashPassword = (password: string): Promise<string> => atOnce(() => hash(password.normalize('NFKC'), cost))

let nobody: Promise<string> | undefined
/** Compares a password with a stored hash. Without one it does the same work and says no, so that time tells nothing. */
export async function verifyPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  nobody ??= hashPassword('nobody has this password')
  const against = stored ?? (await nobody)
  const right = await atOnce(() => verify(against, password.normalize('NFKC')).catch(() => false))
  return right && Boolean(stored)
}
