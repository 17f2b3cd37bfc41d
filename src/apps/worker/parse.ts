import type { CatalogueFile, ParsedCatalogue } from '#catalogue'
import { refusals } from '#platform/refusal'
import { askOrRefuse } from '#platform/thread'

const refuse = refusals('catalogue', { tookTooLong: 'invalid' })

// A real catalogue of 3,000 rows takes about a second; what needs longer is hostile or hopeless.
const bounds = {
  source: ['src', 'apps', 'worker', 'parse-thread.ts'],
  built: 'parse-thread.mjs',
  timeoutMs: 30_000,
  memoryMb: 512,
}

/** Parses a published table in a thread of its own, bounded in time and memory. */
export const parseInThread = (file: CatalogueFile): Promise<ParsedCatalogue> =>
  askOrRefuse(bounds, file, (params) => refuse('tookTooLong', params))
