import { defineConfig } from 'vitest/config'

// Journeys share one machine with a browser: one file at a time, patiently.
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['test/journeys/**/*.test.ts'],
    globalSetup: ['test/world/build.ts', 'test/world/setup.ts'],
    fileParallelism: false,
    // A browser on a machine shared with others may miss a moment; what is broken fails twice.
    retry: 1,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
