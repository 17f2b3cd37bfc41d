import { defineConfig } from 'vitest/config'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
    exclude: ['test/journeys/**', 'node_modules/**'],
    globalSetup: ['test/world/setup.ts'],
    // Each file has a database of its own; by default one core of two would stand idle (8 minutes).
    maxWorkers: '100%',
    // What luck decides passes at a second try, and the run names it (scripts/second-tries.mjs).
    retry: 1,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
