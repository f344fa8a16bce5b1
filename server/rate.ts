import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Action } from '@/domain/policy'
import { env } from './env'

/** Per process and minute: a brake on floods. Passwords have their own lockout in Postgres. */
const limits = {
  public: new RateLimiterMemory({ points: 120, duration: 60 }),
  signedIn: new RateLimiterMemory({ points: 600, duration: 60 }),
}

/** Whether one more request of this caller is within bounds. Behind a trusted proxy strangers are told apart by address. */
export async function withinRate(action: Action, actorId: string | undefined, headers: Headers): Promise<boolean> {
  if (action === 'service.health') return true
  const address = env().TRUST_PROXY === '1' ? headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  try {
    if (actorId) await limits.signedIn.consume(actorId)
    // Without a proxy every stranger looks alike, so the common bound is wider.
    else await limits.public.consume(address ?? 'anyone', address ? 1 : 0.1)
    return true
  } catch {
    return false
  }
}
