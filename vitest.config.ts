import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    env: { TZ: 'UTC' },
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['domain/**/*.test.ts', 'tests/**/*.test.ts'], testTimeout: 20_000, setupFiles: ['tests/console-error-fails.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['server/**/*.test.ts', 'prisma/**/*.test.ts'],
          globalSetup: ['tests/database-server.ts'],
          setupFiles: ['tests/console-error-fails.ts', 'tests/database.ts'],
          testTimeout: 20_000,
          hookTimeout: 20_000,
        },
      },
    ],
  },
})
