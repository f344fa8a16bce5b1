import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Builds the web application when its sources changed; otherwise does nothing. */

const distDir = process.env.NEXT_DIST_DIR ?? '.next'
export const standalone = path.resolve(distDir, 'standalone')
const sources = ['app', 'components', 'domain', 'server', 'public', 'prisma/schema.prisma', 'package-lock.json', 'next.config.ts', 'postcss.config.mjs', 'proxy.ts', 'tsconfig.json']

function* filesOf(place: string): Generator<string> {
  if (!existsSync(place)) return
  if (path.extname(place) !== '' && !place.includes('[')) return yield place
  for (const entry of readdirSync(place, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const inner = path.join(place, entry.name)
    if (entry.isDirectory()) yield* filesOf(inner)
    else if (!inner.startsWith('public/fonts/noto-')) yield inner
  }
}
function fingerprint(): string {
  const hash = createHash('sha256')
  for (const source of sources) for (const file of filesOf(source)) hash.update(file).update(readFileSync(file))
  return hash.digest('hex')
}

/** Fonts for screens without a Chinese system font: our own copies of the npm packages' slices, served by ourselves. */
function copyFonts(): void {
  for (const [family, name] of [['noto-sans-sc', 'Noto Sans SC Variable'], ['noto-serif-sc', 'Noto Serif SC Variable']] as const) {
    const from = path.resolve('node_modules/@fontsource-variable', family)
    const to = path.resolve('public/fonts', family)
    if (existsSync(to)) continue
    mkdirSync(to, { recursive: true })
    cpSync(path.join(from, 'files'), to, { recursive: true })
    const css = readFileSync(path.join(from, 'index.css'), 'utf8')
    if (!css.includes(name)) throw new Error(`${family} no longer calls itself ${name}`)
    writeFileSync(path.resolve('public/fonts', `${family}.css`), css.replaceAll('./files/', `/fonts/${family}/`))
  }
}

/** Builds if needed. Returns whether it built. Throws with the build's own words when it fails. */
export function build(): boolean {
  copyFonts()
  const now = fingerprint()
  const mark = path.join(path.resolve(distDir), 'sources.sha256')
  if (existsSync(path.join(standalone, 'server.js')) && existsSync(mark) && readFileSync(mark, 'utf8') === now) return false
  rmSync(standalone, { recursive: true, force: true })
  const built = spawnSync(process.execPath, [path.resolve('node_modules/next/dist/bin/next'), 'build'], {
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    maxBuffer: 64 * 1024 * 1024,
  })
  if (built.status !== 0) throw new Error(`构建没有完成：\n${built.stdout}\n${built.stderr}`)
  cpSync(path.resolve(distDir, 'static'), path.join(standalone, distDir, 'static'), { recursive: true })
  cpSync(path.resolve('public'), path.join(standalone, 'public'), { recursive: true })
  writeFileSync(mark, now)
  return true
}
