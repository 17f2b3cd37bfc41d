import { defineConfig } from 'vitest/config'

// Journeys share one machine with their browsers: two files at a time, patiently. One leaves two of five
// parts of two cores idle.
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['test/journeys/**/*.test.ts'],
    globalSetup: ['test/world/build.ts', 'test/world/setup.ts'],
    maxWorkers: 2,
    // A browser on a machine shared with others may miss a moment; what is broken fails twice.
    retry: 1,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
