import { workerData } from 'node:worker_threads'
import { type CatalogueFile, parseCatalogue } from '#catalogue'
import { postAnswer } from '#platform/thread'

await postAnswer(() => parseCatalogue(workerData as CatalogueFile))
