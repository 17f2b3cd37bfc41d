import { buffer } from 'node:stream/consumers'
import * as interchange from '#interchange'
import * as contract from '#interchange/contract'
import { organizationById } from '#organizations'
import { refusals } from '#platform/refusal'
import type { Answer } from '../answer.ts'

const refuse = refusals('interchange', { packageMissing: 'invalid' })

export const interchangeRoutes = (answer: Answer): void => {
  answer(contract.listPackages, ({ input, by, db }) => interchange.listPackages(db, by, input))
  answer(contract.importPackage, async ({ input, by, db, house, raw }) => {
    const part = raw.request.isMultipart() ? await raw.request.file() : undefined
    if (!part) throw refuse('packageMissing')
    const unit = input.organizationId && (await organizationById(db, input.organizationId))
    return interchange.receivePackage(house, by, {
      bytes: await buffer(part.file),
      fileName: part.filename,
      way: 'api',
      organization: unit ? unit.code : undefined,
    })
  })
  answer(contract.receiptOf, ({ input, by, db }) => interchange.receiptOf(db, by, input.id))
  answer(contract.listSenders, ({ by, db }) => interchange.listSenders(db, by))
  answer(contract.registerSender, ({ input, by, perform }) =>
    perform(by, (act) => interchange.registerSender(act, input)),
  )
  answer(contract.revokeSender, ({ input, by, perform }) =>
    perform(by, (act) => interchange.revokeSender(act, input)),
  )
}
