import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from '@playwright/test'

export type Browser = { executablePath: string; env: Record<string, string> }

/** A Chromium that needs no download: $CHROMIUM_PATH, Playwright's own, the system's, else the one inside an npm package. */
export async function findChromium(): Promise<Browser> {
  const places = [
    process.env.CHROMIUM_PATH,
    chromium.executablePath(),
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ]
  const executablePath = process.env.FORCE_NPM_CHROMIUM ? undefined : places.find((place) => place && existsSync(place))
  return executablePath ? { executablePath, env: {} } : npmChromium()
}

/** It unpacks itself into the temporary folder. On a bare machine the libraries it links to come from the same package. */
async function npmChromium(): Promise<Browser> {
  const { default: packaged } = await import('@sparticuz/chromium')
  const executablePath = await packaged.executablePath()
  if (librariesFound(executablePath)) return { executablePath, env: {} }
  const folder = path.resolve('node_modules/@sparticuz/chromium')
  const { inflate } = (await import(pathToFileURL(path.join(folder, 'build/esm/lambdafs.js')).href)) as { inflate: (file: string) => Promise<string> }
  const libraries = await inflate(path.join(folder, 'bin/al2023.tar.br'))
  return { executablePath, env: { LD_LIBRARY_PATH: path.join(libraries, 'lib') } }
}
function librariesFound(file: string): boolean {
  try {
    return !execFileSync('ldd', [file], { encoding: 'utf8' }).includes('not found')
  } catch {
    return false
  }
}
