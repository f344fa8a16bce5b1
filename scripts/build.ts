import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { end } from './processes'
import { StartupError } from './startup-error'

/** Builds the web application when what it is made of changed. */

const distDir = process.env.NEXT_DIST_DIR ?? '.next'
/** The built application with all it needs to run. */
export const standalone = path.resolve(distDir, 'standalone')
/** Says which sources the build in `distDir` is of; written last, so a build that was cut short counts for nothing. */
const mark = path.join(distDir, 'sources.sha256')

const sources = [
  'app',
  'components',
  'domain',
  'server',
  'public',
  'proxy.ts',
  'prisma/schema.prisma',
  'package.json',
  'package-lock.json',
  'next.config.ts',
  'postcss.config.mjs',
  'tsconfig.json',
]
const copiedFonts = path.join('public', 'fonts', 'noto-')

function filesOf(place: string): string[] {
  if (!existsSync(place) || place.startsWith(copiedFonts)) return []
  if (!statSync(place).isDirectory()) return /\.test\.tsx?$/.test(place) ? [] : [place]
  return readdirSync(place)
    .sort()
    .flatMap((name) => filesOf(path.join(place, name)))
}
function fingerprint(): string {
  const hash = createHash('sha256').update(process.version)
  for (const file of sources.flatMap(filesOf)) hash.update(`${file}\0`).update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

/** For screens without a Chinese system font: the npm packages' slices, served by ourselves from /fonts/. */
export function copyFonts(): void {
  for (const family of ['noto-sans-sc', 'noto-serif-sc']) {
    const from = path.join('node_modules', '@fontsource-variable', family)
    const css = path.join('public', 'fonts', `${family}.css`)
    const version = `/* ${(JSON.parse(readFileSync(path.join(from, 'package.json'), 'utf8')) as { version: string }).version} */\n`
    if (existsSync(css) && readFileSync(css, 'utf8').startsWith(version)) continue
    const to = path.join('public', 'fonts', family)
    rmSync(to, { recursive: true, force: true })
    mkdirSync(to, { recursive: true })
    const rules = readFileSync(path.join(from, 'index.css'), 'utf8')
    for (const [, file] of rules.matchAll(/url\(\.\/files\/([^)]+)\)/g)) cpSync(path.join(from, 'files', file as string), path.join(to, file as string))
    writeFileSync(css, version + rules.replaceAll('./files/', `/fonts/${family}/`))
  }
}

/** Builds if needed; `signal` ends a build that is under way. Returns whether it built. */
export async function build(signal?: AbortSignal): Promise<boolean> {
  copyFonts()
  const now = fingerprint()
  if (existsSync(mark) && readFileSync(mark, 'utf8') === now) return false
  rmSync(mark, { force: true })
  rmSync(standalone, { recursive: true, force: true })

  const child = spawn(process.execPath, [path.resolve('node_modules/next/dist/bin/next'), 'build'], {
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  signal?.addEventListener('abort', () => void end(child, 2_000))
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk))
  const code = await new Promise((resolve) => child.once('close', resolve))
  if (signal?.aborted) throw new StartupError('构建被打断了。')
  if (code !== 0) throw new StartupError(`网页没有构建成功：\n${output}`)

  cpSync(path.join(distDir, 'static'), path.join(standalone, distDir, 'static'), { recursive: true })
  cpSync('public', path.join(standalone, 'public'), { recursive: true })
  writeFileSync(mark, now)
  return true
}
