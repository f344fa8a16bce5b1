import { z } from 'zod'

/** Every setting of a process, read once. Only this file looks at `process.env`; the launcher explains what is missing. */
const schema = z.object({
  DATABASE_URL: z.string().min(1),
  NEXTAUTH_SECRET: z.string().min(32),
  NEXTAUTH_URL: z.url(),
  ROLE: z.enum(['web', 'worker', 'both']).default('web'),
  TRUST_PROXY: z.enum(['0', '1']).default('0'),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
})

let cached: z.infer<typeof schema> | undefined
/** The settings of this process. Throws when one is missing or wrong, naming it. */
export function env(): z.infer<typeof schema> {
  if (cached) return cached
  const parsed = schema.safeParse(process.env)
  if (!parsed.success) throw new Error(`settings: ${parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}`)
  cached = parsed.data
  return cached
}
