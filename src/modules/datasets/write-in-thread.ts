import { askOrRefuse } from '#platform/thread'
import { refuse } from './refusals.ts'
import type { SheetToWrite } from './workbook.ts'

// 20,000 rows of twelve columns take a second and 200 MB; a document of many such tables more.
const bounds = {
  source: ['src', 'modules', 'datasets', 'write-thread.ts'],
  built: 'write-table-thread.mjs',
  timeoutMs: 60_000,
  memoryMb: 768,
}

/** Writes a workbook in a thread of its own: others are answered meanwhile. */
export const writeInThread = (tables: readonly SheetToWrite[]): Promise<Uint8Array> =>
  askOrRefuse(bounds, tables, (params) => refuse('notWritten', params))
