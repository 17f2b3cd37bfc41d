import * as datasets from '#datasets'
import * as contract from '#datasets/contract'
import { refusals } from '#platform/refusal'
import type { Answer, Request } from '../answer.ts'

const refuse = refusals('documents', { fileMissing: 'invalid' })

/** The one file of a multipart upload, whole: it is read into rows and never kept. */
const uploaded = async ({ raw }: Request<unknown>) => {
  const part = raw.request.isMultipart() ? await raw.request.file() : undefined
  if (!part) throw refuse('fileMissing')
  return { name: part.filename, bytes: new Uint8Array(await part.toBuffer()) }
}

export const datasetsRoutes = (answer: Answer): void => {
  answer(contract.listSchemas, async () => [...datasets.schemas])
  answer(contract.allDatasets, ({ input, by, db }) => datasets.listedDatasets(db, by, input))
  answer(contract.listDatasets, ({ input, by, db }) => datasets.tablesOf(db, by, input.id))
  answer(contract.createDataset, ({ input, by, perform }) =>
    perform(by, (act) => datasets.createDataset(act, input)),
  )
  answer(contract.changeDataset, ({ input, by, perform }) =>
    perform(by, (act) => datasets.changeDataset(act, input)),
  )
  answer(contract.removeDataset, ({ input, by, perform }) =>
    perform(by, (act) => datasets.removeDataset(act, input)),
  )
  answer(contract.datasetRows, ({ input, by, db }) => datasets.rowsOf(db, by, input))
  answer(contract.saveRows, ({ input, by, perform }) =>
    perform(by, (act) => datasets.saveRows(act, input)),
  )
  answer(contract.importRows, async (request) => {
    const { input, by, db, perform } = request
    // Before a byte is taken in: whoever may not see the draft has nothing to send it.
    const schemaCode = await datasets.schemaToImport(db, by, input.id)
    const file = await uploaded(request)
    const read = await datasets.readInThread(schemaCode, file)
    return perform(by, (act) => datasets.importRows(act, { ...input, file, read }))
  })
}
