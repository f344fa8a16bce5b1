import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import { z } from 'zod'
import { loginNameText, passwordText, sessionHours } from '@/domain/credential'
import { deviceName } from '@/domain/device'
import { env, oidcSettings } from '../env'
import { log } from '../log'
import { sessionCookieName } from './session'
import { signIn, signInVouched } from './sign-in'

const typed = z.object({ loginName: loginNameText, password: passwordText, remember: z.enum(['true', 'false']).optional() })

type Claims = Record<string, unknown>
/** In place of a session id, for someone who is not ours: next-auth takes no empty one. */
const nobody = 'nobody'

/** The organisation's identity provider. Code flow with PKCE, state and nonce; of what it says only one claim is used, as a login name. */
function identityProvider({ issuer, clientId, clientSecret, name, loginClaim }: NonNullable<ReturnType<typeof oidcSettings>>, device: string) {
  return {
    id: 'oidc',
    name,
    type: 'oauth',
    wellKnown: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    authorization: { params: { scope: 'openid profile' } },
    httpOptions: { timeout: 10_000 },
    checks: ['pkce', 'state', 'nonce'],
    idToken: true,
    userinfo: {
      /** Many providers keep the claims of a profile out of the id token; then they are asked for. The client checks that both speak of the same subject. */
      async request({ client, tokens }) {
        const claims = (tokens as unknown as { claims: () => Claims }).claims()
        const whole: Claims = typeof claims[loginClaim] === 'string' ? claims : { ...claims, ...(await client.userinfo(tokens as never)) }
        return whole as never
      },
    },
    /** What next-auth takes for the user is the new session. */
    async profile(claims) {
      const vouched = claims[loginClaim]
      const usable = typeof vouched === 'string' && vouched.length <= 64 && vouched.isWellFormed() && !vouched.includes('\0')
      return { id: (usable && (await signInVouched(vouched, device))) || nobody }
    },
  } satisfies OAuthConfig<Claims>
}

/**
 * next-auth checks credentials, or what the identity provider vouches for, and carries the opaque session id; everything else is read from
 * Postgres at each request. `userAgent` is that of the request these options are for.
 */
export function authOptions(userAgent: string | null): NextAuthOptions {
  const secure = env().NEXTAUTH_URL.startsWith('https:')
  const device = deviceName(userAgent)
  const oidc = oidcSettings()
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: 'jwt', maxAge: sessionHours.remembered * 3600 },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    cookies: { sessionToken: { name: sessionCookieName(), options: { httpOnly: true, sameSite: 'lax', path: '/', secure } } },
    providers: [
      CredentialsProvider({
        credentials: { loginName: {}, password: {}, remember: {} },
        /** Throws a code that the sign-in form turns into a sentence: next-auth hands an error's message to the browser. */
        async authorize(credentials) {
          const parsed = typed.safeParse(credentials)
          if (!parsed.success || /\0/.test(parsed.data.loginName)) throw new Error('wrong')
          const outcome = await signIn(parsed.data.loginName, parsed.data.password, parsed.data.remember === 'true', device).catch(() => null)
          if (!outcome) throw new Error('unavailable')
          if (outcome.kind === 'wrong') throw new Error(`wrong:${outcome.triesLeft}`)
          if (outcome.kind === 'locked') throw new Error(`locked:${outcome.minutes}`)
          return { id: outcome.sessionId }
        },
      }),
      ...(oidc ? [identityProvider(oidc, device)] : []),
    ],
    callbacks: {
      signIn: ({ user }) => user.id !== nobody,
      jwt: ({ token, user }) => (user ? { sid: user.id } : token),
      session: ({ session }) => ({ expires: session.expires }),
      // A path of ours as it is typed, or as next-auth remembers it: whole.
      redirect: ({ url, baseUrl }) => {
        const to = URL.canParse(url, baseUrl) ? new URL(url, baseUrl) : null
        return to && to.origin === new URL(baseUrl).origin ? to.href : baseUrl
      },
    },
    logger: {
      // What the library would print may hold tokens and claims; its code says enough.
      error: (code) => log.error({ code }, 'signing in failed'),
      warn: (code) => log.warn({ code }, 'signing in'),
      debug: () => {},
    },
  }
}
