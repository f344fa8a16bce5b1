import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { z } from 'zod'
import { loginNameText, passwordText, sessionHours } from '@/domain/credential'
import { env } from '../env'
import { sessionCookieName } from './session'
import { signIn } from './sign-in'

const typed = z.object({ loginName: loginNameText, password: passwordText, remember: z.enum(['true', 'false']).optional() })

/** next-auth checks the credentials and carries the opaque session id; everything else is read from Postgres at each request. */
export function authOptions(): NextAuthOptions {
  const secure = env().NEXTAUTH_URL.startsWith('https:')
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
          const outcome = await signIn(parsed.data.loginName, parsed.data.password, parsed.data.remember === 'true').catch(() => null)
          if (!outcome) throw new Error('unavailable')
          if (outcome.kind === 'wrong') throw new Error(`wrong:${outcome.triesLeft}`)
          if (outcome.kind === 'locked') throw new Error(`locked:${outcome.minutes}`)
          return { id: outcome.sessionId }
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sid: user.id } : token),
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) => (url.startsWith('/') && !url.startsWith('//') ? `${baseUrl}${url}` : baseUrl),
    },
  }
}
