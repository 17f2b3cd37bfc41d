import type { CatalogueFile } from '#catalogue'
import { askOrRefuse } from '#platform/thread'
import type { MaskedTable } from './read-file.ts'
import { refuse } from './refusals.ts'

// A workbook of 20,000 rows of twelve columns takes two seconds and 300 MB; a crowded machine gets ten times.
const bounds = {
  source: ['src', 'modules', 'datasets', 'read-thread.ts'],
  built: 'read-table-thread.mjs',
  timeoutMs: 30_000,
  memoryMb: 512,
}

/**
 * Reads a file into rows in a thread of its own, bounded in time and memory: others are answered
 * meanwhile, and a hostile workbook cannot fill the server. Only masked rows come out of it.
 */
export const readInThread = (schemaCode: string, file: CatalogueFile): Promise<MaskedTable> =>
  askOrRefuse(bounds, { schemaCode, file }, (params) => refuse('tookTooLong', params))
