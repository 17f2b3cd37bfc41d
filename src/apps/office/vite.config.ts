import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const outDir = join(import.meta.dirname, '../../../dist/office')

const filesBelow = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesBelow(path) : [path]
  })

/** Puts `.br` and `.gz` beside each file, so that the server compresses nothing per request. */
const compressed = (): Plugin => ({
  name: 'compressed',
  apply: 'build',
  writeBundle() {
    for (const path of filesBelow(outDir).filter((name) => /\.(?:js|css|html|svg)$/.test(name))) {
      const body = readFileSync(path)
      // Quality 9 takes a quarter of the time of 11 and is 4 % larger.
      const brotli = brotliCompressSync(body, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 9 },
      })
      writeFileSync(`${path}.br`, brotli)
      writeFileSync(`${path}.gz`, gzipSync(body, { level: 9 }))
    }
  },
})

// While screens are being built, a running installation answers them.
const server = process.env.GONGKAI_URL ?? 'http://127.0.0.1:8080'

export default defineConfig({
  root: import.meta.dirname,
  base: '/office/',
  plugins: [react(), compressed()],
  build: {
    outDir,
    emptyOutDir: true,
    // Offices keep browsers for years: Chromium 109 is the last for Windows 7.
    target: ['chrome109', 'firefox115', 'safari16'],
    chunkSizeWarningLimit: 1_000,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // Its setting has to stand beside it: a chunk runs before those that import it.
            { name: 'zod', test: /node_modules\/zod\/|zod-without-eval/, priority: 4 },
            {
              name: 'react',
              test: /node_modules\/(?:react|react-dom|scheduler|react-router)\//,
              priority: 3,
            },
            {
              name: 'editor',
              test: /node_modules\/(?:@tiptap|prosemirror-[a-z]+|linkifyjs)\//,
              priority: 2,
            },
          ],
        },
      },
    },
  },
  server: { proxy: Object.fromEntries(['/api', '/files', '/d'].map((path) => [path, server])) },
})
