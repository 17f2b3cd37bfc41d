import { receiveWord, textOf } from '#documents'
import { refusals } from '#platform/refusal'
import * as policies from '#policies'
import * as contract from '#policies/contract'
import type { Answer, Request } from '../answer.ts'

const refuse = refusals('policies', { fileMissing: 'invalid' })

const uploaded = async ({ raw }: Request<unknown>) => {
  const part = raw.request.isMultipart() ? await raw.request.file() : undefined
  if (!part) throw refuse('fileMissing')
  return { name: part.filename, stream: part.file }
}

const particulars = (answer: Answer): void => {
  answer(contract.particularsOf, ({ input, by, db }) => policies.particularsOf(db, by, input.id))
  answer(contract.keepParticulars, ({ input, by, perform }) =>
    perform(by, (act) => policies.keepParticulars(act, input)),
  )
  answer(contract.recordEnd, ({ input, by, perform }) =>
    perform(by, (act) => policies.recordEnd(act, input)),
  )
}

const library = (answer: Answer): void => {
  answer(contract.listPolicies, async ({ input, by, db }) => {
    const { items, next } = await policies.listPolicies(db, input, { kind: 'staff', by })
    return { items: [...items], next }
  })
  answer(contract.findTargets, ({ input, by, db }) => policies.findTargets(db, by, input.q))
  answer(contract.listTerms, ({ db }) => policies.listTerms(db))
  answer(contract.setTerm, ({ input, by, perform }) =>
    perform(by, (act) => policies.setTerm(act, input)),
  )
}

const rounds = (answer: Answer): void => {
  answer(contract.listRounds, ({ by, db }) => policies.listRounds(db, by))
  answer(contract.openRound, ({ input, by, perform }) =>
    perform(by, (act) => policies.openRound(act, input)),
  )
  answer(contract.roundOf, ({ input, by, db }) => policies.roundOf(db, by, input.id))
  answer(contract.decideItems, ({ input, by, perform }) =>
    perform(by, (act) => policies.decideItems(act, input)),
  )
  answer(contract.signRound, ({ input, by, perform }) =>
    perform(by, (act) => policies.signRound(act, input)),
  )
  answer(contract.draftResult, ({ input, by, perform }) =>
    perform(by, (act) => policies.draftResult(act, input)),
  )
}

const texts = (answer: Answer): void => {
  answer(contract.regulationTexts, ({ by, db }) => policies.regulationTexts(db, by))
  answer(contract.textCheckOf, ({ input, by, db }) => policies.textCheckOf(db, by, input.id))
  answer(contract.importText, ({ input, by, perform }) =>
    perform(by, (act) => policies.importText(act, input)),
  )
  answer(contract.importTextFile, async (request) => {
    const { input, by, db, house, perform } = request
    // Before a byte is taken in: whoever may not see the document has nothing to compare.
    await policies.textToCheck(db, by, input.id)
    const text = await policies.readOfficialFile(await uploaded(request), async (upload) => {
      const word = await receiveWord(house.files, upload)
      return textOf(word.fields.html ?? '')
    })
    return perform(by, (act) => policies.importText(act, { ...input, text }))
  })
}

export const policiesRoutes = (answer: Answer): void => {
  particulars(answer)
  library(answer)
  rounds(answer)
  texts(answer)
}
