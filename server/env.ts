import { z } from 'zod'

const settingsThatBelongTogether = [
  ['SMTP_URL', 'MAIL_FROM'],
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
] as const

/** Every setting of a process, read once. Only this file looks at `process.env`; the launcher explains what is missing. */
const schema = z
  .object({
    DATABASE_URL: z.string().min(1),
    NEXTAUTH_SECRET: z.string().min(32),
    NEXTAUTH_URL: z.url(),
    ROLE: z.enum(['web', 'worker', 'both']).default('web'),
    TRUST_PROXY: z.enum(['0', '1']).default('0'),
    LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
    NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
    /** Where mail goes out and from whom. Without both nothing offers mail. */
    SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
    MAIL_FROM: z.string().includes('@').optional(),
    /** Signing in by the organisation's own identity provider. Without the first three there is no such button. */
    OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_SECRET: z.string().optional(),
    OIDC_NAME: z.string().max(12).default('统一身份登录'),
    /** The claim that holds a login name. It must be one that its holder cannot change. */
    OIDC_LOGIN_CLAIM: z.string().default('preferred_username'),
  })
  .superRefine((given, context) => {
    for (const together of settingsThatBelongTogether)
      if (together.some((name) => given[name] !== undefined))
        for (const name of together.filter((name) => given[name] === undefined)) context.addIssue({ code: 'custom', path: [name], message: 'is missing' })
  })

let cached: z.infer<typeof schema> | undefined
/** The settings of this process. Throws when one is missing or wrong, naming it. */
export function env(): z.infer<typeof schema> {
  if (cached) return cached
  // An empty value is how some ways of deploying say "not set".
  const parsed = schema.safeParse(Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== '')))
  if (!parsed.success) throw new Error(`settings: ${parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}`)
  cached = parsed.data
  return cached
}

/** Where and from whom mail is sent; null when none is. */
export function mailSettings(): { url: string; from: string } | null {
  const { SMTP_URL: url, MAIL_FROM: from } = env()
  return url && from ? { url, from } : null
}

/** The identity provider of the organisation; null without one. */
export function oidcSettings(): { issuer: string; clientId: string; clientSecret: string; name: string; loginClaim: string } | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_NAME: name, OIDC_LOGIN_CLAIM: loginClaim } = env()
  return issuer && clientId && clientSecret ? { issuer, clientId, clientSecret, name, loginClaim } : null
}
