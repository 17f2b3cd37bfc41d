import { parentPort, workerData } from 'node:worker_threads'
import type { CatalogueFile } from '#catalogue'
import { Refusal } from '#platform/refusal'
import { readTableFile } from './read-file.ts'
import type { ReadAnswer } from './read-in-thread.ts'

const answer = (): ReadAnswer => {
  const { schemaCode, file } = workerData as { schemaCode: string; file: CatalogueFile }
  try {
    return { read: readTableFile(schemaCode, file) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { refusal: { code: error.code, kind: error.kind, params: error.params } }
  }
}

parentPort?.postMessage(answer())
