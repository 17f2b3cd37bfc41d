import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parentPort } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { fontFolders } from './fonts.ts'
import type { PrintAnswer, PrintAsked } from './index.ts'

// Templates may read every file of the workspace, so it is a folder that is there no more once the
// compiler knows its name; pictures are lent to it in memory.
const workspace = mkdtempSync(join(tmpdir(), 'gongkai-print-'))

// One compiler kept warm: the first sheet costs a third of a second for the fonts, the next 30 ms.
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: fontFolders() }] })
rmSync(workspace, { recursive: true })

// Layouts of this many sheets back are kept for the next.
const keptLayouts = 10

const messageOf = (found: { message?: string }): string => found.message ?? JSON.stringify(found)

const print = ({ template, data, files, madeAt, asks }: PrintAsked): PrintAnswer => {
  for (const [name, bytes] of Object.entries(files))
    compiler.mapShadow(join(workspace, name), Buffer.from(bytes))
  try {
    const compiled = compiler.compile({
      mainFileContent: template,
      inputs: { data: JSON.stringify(data) },
    })
    if (!compiled.result) {
      const error = compiled.takeDiagnostics()
      const found = error ? compiler.fetchDiagnostics(error) : []
      return { failed: found.map(messageOf).join('; ') || 'unknown' }
    }
    const pdf = compiler.pdf(compiled.result, {
      pdfStandard: 'a-2b',
      creationTimestamp: Math.floor(madeAt / 1000),
    })
    const told = asks ? compiler.query(compiled.result, { selector: asks, field: 'value' }) : []
    return { pdf, pages: compiled.result.numOfPages, told }
  } finally {
    compiler.resetShadow()
    compiler.evictCache(keptLayouts)
  }
}

parentPort?.on('message', (asked: PrintAsked) => parentPort?.postMessage(print(asked)))
