import { existsSync } from 'node:fs'
import { parentPort, Worker } from 'node:worker_threads'
import { inHome } from './home.ts'
import { Refusal, type RefusalKind } from './refusal.ts'

export interface ThreadBounds {
  /** The thread's file, from the sources (TypeScript that Node strips) and in the bundle. */
  readonly source: readonly string[]
  readonly built: string
  readonly timeoutMs: number
  readonly memoryMb: number
}

export type ThreadAnswer<Answer> =
  | { readonly outcome: 'answered'; readonly answer: Answer }
  /** It ran out of time or of memory: the file is hostile or hopeless. */
  | { readonly outcome: 'tooMuch' }

/**
 * Asks a thread of its own, bounded in time and memory: a foreign file can neither stop the server nor
 * fill it. The thread posts one message, its answer; what it throws is thrown here.
 */
export const askThread = <Answer>(
  bounds: ThreadBounds,
  asked: unknown,
): Promise<ThreadAnswer<Answer>> =>
  new Promise((resolve, reject) => {
    const path = import.meta.url.endsWith('.ts')
      ? inHome(...bounds.source)
      : inHome('dist', bounds.built)
    if (!existsSync(path)) throw new Error(`${path} is missing`)
    const thread = new Worker(path, {
      workerData: asked,
      resourceLimits: { maxOldGenerationSizeMb: bounds.memoryMb },
      // A foreign file makes libraries chatter; its warnings are nobody's news.
      stdout: true,
      stderr: true,
    })
    const tooMuch = () => {
      void thread.terminate()
      resolve({ outcome: 'tooMuch' })
    }
    const timer = setTimeout(tooMuch, bounds.timeoutMs)
    thread.once('message', (answer: Answer) => {
      clearTimeout(timer)
      resolve({ outcome: 'answered', answer })
      void thread.terminate()
    })
    thread.once('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer)
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') tooMuch()
      else reject(error)
    })
    thread.once('exit', (code) => {
      clearTimeout(timer)
      if (code !== 0) resolve({ outcome: 'tooMuch' })
    })
  })

/** What comes out of a thread that may refuse: an error does not pass as what it was. */
type Posted<Answer> =
  | { readonly answer: Answer }
  | {
      readonly refusal: {
        readonly code: string
        readonly kind: RefusalKind
        readonly params: Readonly<Record<string, unknown>>
      }
    }

/** Asks a thread that answers by `postAnswer`; its refusal is thrown here, and `tooMuch` where it ran out. */
export const askOrRefuse = async <Answer>(
  bounds: ThreadBounds,
  asked: unknown,
  tooMuch: (params: { seconds: number }) => Refusal,
): Promise<Answer> => {
  const asking = await askThread<Posted<Answer>>(bounds, asked)
  if (asking.outcome === 'tooMuch') throw tooMuch({ seconds: bounds.timeoutMs / 1_000 })
  const posted = asking.answer
  if ('answer' in posted) return posted.answer
  throw new Refusal(posted.refusal.code, posted.refusal.kind, posted.refusal.params)
}

/** In the thread: posts what the work gives, or why it is refused. */
export const postAnswer = async (work: () => unknown): Promise<void> => {
  const posted = async (): Promise<Posted<unknown>> => {
    try {
      return { answer: await work() }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return { refusal: { code: error.code, kind: error.kind, params: error.params } }
    }
  }
  parentPort?.postMessage(await posted())
}
