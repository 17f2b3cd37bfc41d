import type { CatalogueFile } from '#catalogue'
import { Refusal, type RefusalKind } from '#platform/refusal'
import { askThread } from '#platform/thread'
import type { MaskedTable } from './read-file.ts'
import { refuse } from './refusals.ts'

// A workbook of 20,000 rows of twelve columns takes two seconds and 300 MB; a crowded machine gets ten times.
const bounds = {
  source: ['src', 'modules', 'datasets', 'read-thread.ts'],
  built: 'read-table-thread.mjs',
  timeoutMs: 30_000,
  memoryMb: 512,
}

export type ReadAnswer =
  | { readonly read: MaskedTable }
  | {
      readonly refusal: {
        code: string
        kind: RefusalKind
        params: Readonly<Record<string, unknown>>
      }
    }

/**
 * Reads a file into rows in a thread of its own, bounded in time and memory: others are answered
 * meanwhile, and a hostile workbook cannot fill the server. Only masked rows come out of it.
 */
export async function readInThread(schemaCode: string, file: CatalogueFile): Promise<MaskedTable> {
  const asked = await askThread<ReadAnswer>(bounds, { schemaCode, file })
  if (asked.outcome === 'tooMuch')
    throw refuse('tookTooLong', { seconds: bounds.timeoutMs / 1_000 })
  const { answer } = asked
  if ('read' in answer) return answer.read
  throw new Refusal(answer.refusal.code, answer.refusal.kind, answer.refusal.params)
}
