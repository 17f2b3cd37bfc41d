import type { ParsedCatalogue } from '#catalogue'
import { Refusal, type RefusalKind, refusals } from '#platform/refusal'
import { askThread } from '#platform/thread'

const refuse = refusals('catalogue', { tookTooLong: 'invalid' })

// A real catalogue of 3,000 rows takes about a second; what needs longer is hostile or hopeless.
const bounds = {
  source: ['src', 'apps', 'worker', 'parse-thread.ts'],
  built: 'parse-thread.mjs',
  timeoutMs: 30_000,
  memoryMb: 512,
}

export type ParseAnswer =
  | { readonly parsed: ParsedCatalogue }
  | {
      readonly refusal: {
        code: string
        kind: RefusalKind
        params: Readonly<Record<string, unknown>>
      }
    }

/** Parses a published table in a thread of its own, bounded in time and memory. */
export async function parseInThread(file: {
  name: string
  bytes: Uint8Array
}): Promise<ParsedCatalogue> {
  const asked = await askThread<ParseAnswer>(bounds, file)
  if (asked.outcome === 'tooMuch')
    throw refuse('tookTooLong', { seconds: bounds.timeoutMs / 1_000 })
  const { answer } = asked
  if ('parsed' in answer) return answer.parsed
  throw new Refusal(answer.refusal.code, answer.refusal.kind, answer.refusal.params)
}
