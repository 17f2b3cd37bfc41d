import { parentPort, workerData } from 'node:worker_threads'
import { parseCatalogue } from '#catalogue'
import { Refusal } from '#platform/refusal'
import type { ParseAnswer } from './parse.ts'

const answer = async (): Promise<ParseAnswer> => {
  try {
    return { parsed: await parseCatalogue(workerData as { name: string; bytes: Uint8Array }) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { refusal: { code: error.code, kind: error.kind, params: error.params } }
  }
}

parentPort?.postMessage(await answer())
