import net from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { query } from './postgres'
import { StartupError } from './startup-error'

/** What the environment says, checked before anything starts; each mistake is one sentence. */

export function readPort(): number {
  const port = Number(process.env.PORT ?? 3000)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new StartupError(`PORT 要是1到65535的整数，现在是“${process.env.PORT}”。`)
  return port
}

/** Settings that only work together, and addresses that are none. The product itself does without all of them. */
export function refuseHalfSettings(): void {
  for (const together of [
    ['SMTP_URL', 'MAIL_FROM'],
    ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
  ]) {
    const missing = together.filter((name) => !process.env[name])
    if (missing.length > 0 && missing.length < together.length) throw new StartupError(`${together.join('、')} 要一起设置，还缺 ${missing.join('、')}。`)
  }
  const { SMTP_URL: smtp, OIDC_ISSUER: issuer } = process.env
  if (smtp && !(URL.canParse(smtp) && /^smtps?:$/.test(new URL(smtp).protocol)))
    throw new StartupError('SMTP_URL 写法不对，应形如 smtps://用户:密码@邮件主机:465 或 smtp://邮件主机:25。')
  if (issuer && !(URL.canParse(issuer) && /^https?:$/.test(new URL(issuer).protocol)))
    throw new StartupError(`OIDC_ISSUER 要是完整的网址，如 https://id.example.com，现在是“${issuer}”。`)
}

/** Why a port cannot be listened on; null when it can. */
function portTrouble(port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const server = net.createServer()
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(null)))
  })
}
/** Refuses a taken port, after a moment: the web process of a launcher that was killed just now needs one to end. */
export async function refuseTakenPort(port: number): Promise<void> {
  let trouble = await portTrouble(port)
  for (let tries = 0; trouble === 'EADDRINUSE' && tries < 20; tries++) {
    await sleep(200)
    trouble = await portTrouble(port)
  }
  if (trouble === 'EACCES') throw new StartupError(`没有权限使用端口 ${port}。换一个大于1024的，如 PORT=3001 npm start。`)
  if (trouble) throw new StartupError(`端口 ${port} 已被占用。换一个，如 PORT=${port === 65_535 ? 3000 : port + 1} npm start。`)
}

export type OwnDatabase = { url: string; secret: string; address: string }

const connectionTroubles: Record<string, string> = {
  '28P01': '用户名或密码不对',
  '28000': '这个用户不准登录',
  '3D000': '库名不存在，请先建好',
  '53300': '对方的连接已满',
  ECONNREFUSED: '对方没有应答',
  ENOTFOUND: '找不到这台主机',
  EAI_AGAIN: '找不到这台主机',
  ETIMEDOUT: '连接超时',
}

/** A Postgres of the operator's own: everything it needs must be said. */
export async function readOwnDatabase(url: string): Promise<OwnDatabase> {
  const { NEXTAUTH_SECRET: secret, NEXTAUTH_URL: address } = process.env
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol))
    throw new StartupError('DATABASE_URL 写法不对，应形如 postgresql://用户:密码@主机:5432/库名。')
  if (!secret) throw new StartupError('设置了 DATABASE_URL，还要设置 NEXTAUTH_SECRET（至少32个字符，可用 openssl rand -base64 32 生成）。')
  if (secret.length < 32) throw new StartupError(`NEXTAUTH_SECRET 只有${secret.length}个字符，至少要32个（可用 openssl rand -base64 32 生成）。`)
  if (!address) throw new StartupError('设置了 DATABASE_URL，还要设置 NEXTAUTH_URL（用户访问的网址，如 https://xuexi.example.com）。')
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
    throw new StartupError(`NEXTAUTH_URL 要是完整的网址，如 https://xuexi.example.com，现在是“${address}”。`)

  const timeout = sleep(8_000, 'timeout' as const, { ref: false })
  const answer = await Promise.race([query(url, `SELECT current_setting('server_version_num')::int / 10000 AS major`), timeout]).catch(
    (error: { code?: string; message: string }) => {
      throw new StartupError(
        `连不上 DATABASE_URL 指的数据库：${connectionTroubles[error.code ?? ''] ?? (error.code ? error.message : '对方中断了连接')}。请核对后再启动。`,
      )
    },
  )
  if (answer === 'timeout') throw new StartupError(`连不上 DATABASE_URL 指的数据库：${connectionTroubles.ETIMEDOUT}。请核对后再启动。`)
  const { major } = answer.rows[0] as { major: number }
  if (major < 14) throw new StartupError(`DATABASE_URL 指的是 Postgres ${major}，需要14或更新的版本。`)
  return { url, secret, address }
}
