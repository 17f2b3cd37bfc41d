// Bundles the server with esbuild (0.3 s) and the office with Vite (about 8 s), each only when stale.
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const home = dirname(dirname(fileURLToPath(import.meta.url)))
const inHome = (...parts) => join(home, ...parts)

const newest = (path) => {
  if (!existsSync(path)) return 0
  const found = statSync(path)
  if (!found.isDirectory()) return found.mtimeMs
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))))
}
const isStale = (made, ...sources) =>
  newest(made) < Math.max(...sources.map((path) => newest(path)))

const dropOldServer = () => {
  if (!existsSync(inHome('dist'))) return
  for (const name of readdirSync(inHome('dist')))
    if (/\.mjs(\.map)?$/.test(name)) rmSync(inHome('dist', name))
}

const buildServer = async () => {
  const { build } = await import('esbuild')
  dropOldServer()
  await build({
    entryPoints: {
      gongkai: inHome('src/apps/cli/main.ts'),
      'parse-thread': inHome('src/apps/worker/parse-thread.ts'),
      'mend-thread': inHome('src/modules/documents/file-scan/mend-thread.ts'),
      'file-parts-thread': inHome('src/platform/file-parts/thread.ts'),
      'print-thread': inHome('src/platform/print/thread.ts'),
      'read-table-thread': inHome('src/modules/datasets/read-thread.ts'),
      'write-table-thread': inHome('src/modules/datasets/write-thread.ts'),
      'redact-pdf-thread': inHome('src/modules/requests/redaction/pdf-thread.ts'),
    },
    outdir: inHome('dist'),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    // A command loads only what it needs: `catalogue parse` must not wait for the web server's parts.
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: true,
    logLevel: 'warning',
  })
}

const buildOffice = async () => {
  const { build } = await import('vite')
  // Under a test runner it would say "test", and what is delivered were React's slow half.
  const before = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  try {
    await build({ configFile: inHome('src/apps/office/vite.config.ts'), logLevel: 'warn' })
  } finally {
    if (before === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = before
  }
}

/** Builds what the command needs, if its sources are newer. A delivered copy without src/ is left be. */
export const ensureBuilt = async (command) => {
  if (!existsSync(inHome('src'))) return
  const sources = ['src/platform', 'src/modules', 'src/apps', 'scripts/build.mjs'].map((p) =>
    inHome(p),
  )
  if (isStale(inHome('dist/gongkai.mjs'), ...sources)) await buildServer()
  const showsOffice = command === 'demo' || command === 'serve' || command === 'all'
  if (
    showsOffice &&
    isStale(inHome('dist/office/index.html'), inHome('src/apps/office'), inHome('messages'))
  )
    await buildOffice()
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await ensureBuilt('all')
