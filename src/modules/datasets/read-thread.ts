import { workerData } from 'node:worker_threads'
import type { CatalogueFile } from '#catalogue'
import { postAnswer } from '#platform/thread'
import { readTableFile } from './read-file.ts'

const { schemaCode, file } = workerData as { schemaCode: string; file: CatalogueFile }
await postAnswer(() => readTableFile(schemaCode, file))
