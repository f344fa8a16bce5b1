import { afterEach, beforeEach, expect, type MockInstance, vi } from 'vitest'

/** What is written to `console.error` is a fault somebody should have seen: it fails the test it happened in, unless the test expects it. */
let written: MockInstance<typeof console.error>
beforeEach(() => {
  written = vi.spyOn(console, 'error')
})
afterEach(() => {
  const calls = vi.isMockFunction(console.error) ? written.mock.calls : []
  written.mockRestore()
  expect(calls, 'console.error was called').toEqual([])
})
