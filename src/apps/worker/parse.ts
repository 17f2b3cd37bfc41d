import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { ParsedCatalogue } from '#catalogue'
import { inHome } from '#platform/home'
import { Refusal, type RefusalKind, refusals } from '#platform/refusal'

const refuse = refusals('catalogue', { tookTooLong: 'invalid' })

// A real catalogue of 3,000 rows takes about a second; what needs longer is hostile or hopeless.
const parseTimeoutMs = 30_000
const parseMemoryMb = 512

export type ParseAnswer =
  | { readonly parsed: ParsedCatalogue }
  | {
      readonly refusal: {
        code: string
        kind: RefusalKind
        params: Readonly<Record<string, unknown>>
      }
    }

// From the sources (tests) the thread is TypeScript that Node strips; from the bundle it is built.
const threadFile = (): string =>
  import.meta.url.endsWith('.ts')
    ? inHome('src', 'apps', 'worker', 'parse-thread.ts')
    : inHome('dist', 'parse-thread.mjs')

/**
 * Parses a published table in a thread of its own, bounded in time and memory: a foreign file can
 * neither stop the server nor fill it.
 */
export const parseInThread = (file: {
  name: string
  bytes: Uint8Array
}): Promise<ParsedCatalogue> =>
  new Promise((resolve, reject) => {
    const path = threadFile()
    if (!existsSync(path)) throw new Error(`${path} is missing`)
    const thread = new Worker(path, {
      workerData: file,
      resourceLimits: { maxOldGenerationSizeMb: parseMemoryMb },
    })
    const tooLong = () => {
      void thread.terminate()
      reject(refuse('tookTooLong', { seconds: parseTimeoutMs / 1_000 }))
    }
    const timer = setTimeout(tooLong, parseTimeoutMs)
    thread.once('message', (answer: ParseAnswer) => {
      clearTimeout(timer)
      if ('parsed' in answer) resolve(answer.parsed)
      else reject(new Refusal(answer.refusal.code, answer.refusal.kind, answer.refusal.params))
    })
    thread.once('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer)
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') tooLong()
      else reject(error)
    })
  })
