import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { inHome } from '../home.ts'

export { fontFamilies } from './fonts.ts'

export interface PrintOptions {
  /** Pictures and the like, by the name under which the template reads them: `image("seal.svg")`. */
  readonly files?: Readonly<Record<string, Uint8Array>>
  /** What the file says of its making; the same moment gives the same bytes. */
  readonly madeAt?: Date
  /** A label of metadata in the template, `<entry-page>`: its values come back in `told`. */
  readonly asks?: string
}

export interface PrintAsked {
  readonly template: string
  readonly data: unknown
  readonly files: Readonly<Record<string, Uint8Array>>
  readonly madeAt: number
  readonly asks: string | null
}

export type PrintAnswer =
  | { readonly pdf: Uint8Array; readonly pages: number; readonly told: readonly unknown[] }
  | { readonly failed: string }

export interface Printed {
  readonly pdf: Buffer
  readonly pages: number
  /** What the template says of itself once laid out: on which page a text begins. */
  readonly told: readonly unknown[]
}

// A gazette of 200 pages takes three seconds.
const longestPrintMs = 60_000
// The thread with its fonts holds 150 MB; one that nobody needs for a minute goes.
const idleMs = 60_000

let thread: Worker | null = null
let idle: NodeJS.Timeout | undefined
// Sheets are printed one after another: the thread is one, and the machine is shared.
let turn: Promise<unknown> = Promise.resolve()

const openThread = (): Worker => {
  const path = import.meta.url.endsWith('.ts')
    ? inHome('src', 'platform', 'print', 'thread.ts')
    : inHome('dist', 'print-thread.mjs')
  if (!existsSync(path)) throw new Error(`${path} is missing`)
  const opened = new Worker(path, { stdout: true, stderr: true })
  opened.unref()
  return opened
}

const dismiss = (): void => {
  void thread?.terminate()
  thread = null
}

const ask = (asked: PrintAsked): Promise<PrintAnswer> =>
  new Promise((resolve, reject) => {
    clearTimeout(idle)
    thread ??= openThread()
    const working = thread
    const settle = (then: () => void) => {
      clearTimeout(timer)
      working.off('message', heard).off('error', broke)
      working.unref()
      idle = setTimeout(dismiss, idleMs).unref()
      then()
    }
    const heard = (answer: PrintAnswer) => settle(() => resolve(answer))
    const broke = (error: Error) => {
      settle(() => reject(error))
      dismiss()
    }
    const timer = setTimeout(() => {
      settle(() => reject(new Error(`printing took longer than ${longestPrintMs} ms`)))
      dismiss()
    }, longestPrintMs)
    // Whoever waits for a sheet keeps the process; an idle thread does not.
    working.ref()
    working.on('message', heard).on('error', broke)
    working.postMessage(asked)
  })

/**
 * Prints a Typst template in a thread of its own, as PDF/A. The template finds `data` by
 * `#let data = json(bytes(sys.inputs.data))`: values come as data, never as markup.
 */
export async function print(
  template: string,
  data: unknown,
  options: PrintOptions = {},
): Promise<Printed> {
  const { files = {}, madeAt = new Date(), asks = null } = options
  const mine = turn.then(() => ask({ template, data, files, madeAt: madeAt.getTime(), asks }))
  turn = mine.catch(() => undefined)
  const answer = await mine
  if ('failed' in answer) throw new Error(`the template does not print: ${answer.failed}`)
  return { pdf: Buffer.from(answer.pdf), pages: answer.pages, told: answer.told }
}

/** The same for those who need the file alone. */
export const printPdf = async (
  template: string,
  data: unknown,
  options?: PrintOptions,
): Promise<Buffer> => (await print(template, data, options)).pdf
