import { defineConfig } from '@playwright/test'
import { findChromium } from './scripts/browser'

const { executablePath, env } = await findChromium()

export default defineConfig({
  testDir: 'e2e',
  workers: 2,
  // The journey imports a roster: whoever is not in it leaves. It has the database to itself, and the others come after it.
  projects: [
    { name: 'journey', testMatch: 'journey.spec.ts' },
    { name: 'others', testIgnore: 'journey.spec.ts', dependencies: process.argv.some((given) => given.endsWith('.spec.ts')) ? [] : ['journey'] },
  ],
  timeout: 60_000,
  forbidOnly: Boolean(process.env.CI),
  use: {
    // Run with `npm test -- browser [spec]`: it starts the built application on a database of its own and says where.
    baseURL: process.env.BASE_URL,
    actionTimeout: 15_000,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    contextOptions: { reducedMotion: 'reduce' },
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath,
      env: { ...(process.env as Record<string, string>), ...env },
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--font-render-hinting=none',
      ],
    },
  },
})
