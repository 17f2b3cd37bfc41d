import { dateAt } from '#platform/civil-date'
import { refusals } from '#platform/refusal'
import * as requests from '#requests'
import * as contract from '#requests/contract'
import type { Answer, Request } from '../answer.ts'

const refuse = refusals('documents', { fileMissing: 'invalid' })

const today = (): string => dateAt(new Date())
const vaultOf = ({ house }: Request<unknown>): requests.Vault => ({
  files: house.files,
  key: house.secret,
})
const done = { done: true as const }

/** The one file of a multipart upload, whole. */
const uploaded = async ({ raw }: Request<unknown>) => {
  const part = raw.request.isMultipart() ? await raw.request.file() : undefined
  if (!part) throw refuse('fileMissing')
  return { name: part.filename, bytes: new Uint8Array(await part.toBuffer()) }
}

interface Sent {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  readonly shown?: boolean
}

const send = async ({ raw }: Request<unknown>, { name, mediaType, bytes, shown }: Sent) => {
  const kept = `filename*=UTF-8''${encodeURIComponent(name)}`
  await raw.reply
    .header('content-type', mediaType)
    .header('content-disposition', `${shown ? 'inline' : 'attachment'}; ${kept}`)
    .header('x-content-type-options', 'nosniff')
    .send(Buffer.from(bytes))
}

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const deciding = (answer: Answer): void => {
  answer(contract.answerPage, ({ input, by, db, house }) =>
    requests.answerPageOf(db, by, input.id, house.secret, today()),
  )
  answer(contract.guideAnswer, ({ input, by, db }) => requests.guideOf(db, by, input, today()))
  answer(contract.saveDecision, ({ input, by, perform, house }) =>
    perform(by, (act) => requests.decideCase(act, { ...input, requestId: input.id }, house.secret)),
  )
  answer(contract.nameParty, ({ input: { id, role, ...particulars }, by, perform, house }) =>
    perform(by, (act) =>
      requests.addParty(act, { requestId: id, role, particulars }, house.secret),
    ),
  )
  answer(contract.enterOpinion, async ({ input, by, perform, house }) => {
    await perform(by, (act) => requests.recordOpinion(act, input, house.secret))
    return done
  })
  answer(contract.rule, async ({ input, by, perform, house }) => {
    await perform(by, (act) => requests.ruleOnParty(act, input, house.secret))
    return done
  })
}

const letters = (answer: Answer): void => {
  answer(contract.writeLetter, ({ input, by, perform, house }) =>
    perform(by, (act) =>
      requests.draftLetter(
        act,
        { ...input, requestId: input.id, kind: input.kind as requests.LetterKind },
        house.secret,
      ),
    ),
  )
  answer(contract.stepLetter, async (request) => {
    const { input, by, perform, house } = request
    return perform(by, async (act) => {
      if (input.step === 'issue') return requests.issueLetter(act, input, vaultOf(request))
      if (input.step === 'sendUp') await requests.sendLetterUp(act, input, house.secret)
      if (input.step === 'review') await requests.reviewLetter(act, input)
      if (input.step === 'sign') await requests.signLetter(act, input)
      if (input.step === 'return') await requests.returnLetter(act, input)
      if (input.step === 'drop') await requests.dropLetter(act, input)
      return { number: null }
    })
  })
  answer(contract.letterFile, async (request) => {
    const { input, by, perform } = request
    const { bytes, name } = await perform(by, (act) =>
      requests.letterBytes(act, input, vaultOf(request)),
    )
    const mediaType = input.form === 'pdf' ? 'application/pdf' : docx
    await send(request, {
      name: `${name}.${input.form}`,
      mediaType,
      bytes,
      shown: input.form === 'pdf',
    })
  })
  answer(contract.enterService, async ({ input, by, perform, house }) => {
    await perform(by, (act) => requests.serveLetter(act, input, house.secret))
    return done
  })
  answer(contract.uploadProof, async (request) => {
    const { input, by, db, perform } = request
    // Before a byte is taken in: whoever may not handle the case has nothing to send it.
    await requests.mustHandleLetter(db, by, input.letterId)
    const { bytes } = await uploaded(request)
    await perform(by, (act) => requests.keepProofFile(act, { ...input, bytes }, vaultOf(request)))
    return done
  })
  answer(contract.proofFile, async (request) => {
    const { input, by, perform } = request
    const found = await perform(by, (act) => requests.openProofFile(act, input, vaultOf(request)))
    await send(request, found)
  })
  answer(contract.enterSigned, async ({ input, by, perform, house }) => {
    await perform(by, (act) => requests.recordSigned(act, input, house.secret))
    return done
  })
}

const redacting = (answer: Answer): void => {
  answer(contract.uploadOriginal, async (request) => {
    const { input, by, db, perform } = request
    // Before a byte is taken in: whoever may not see the case has nothing to send it.
    await requests.caseOf(db, by, input.id, today())
    const file = await uploaded(request)
    return perform(by, (act) =>
      requests.addOriginal(act, { requestId: input.id, ...file }, vaultOf(request)),
    )
  })
  answer(contract.redactionSegments, (request) =>
    request.perform(request.by, (act) => requests.segmentsOf(act, request.input, vaultOf(request))),
  )
  answer(contract.redactionPages, (request) =>
    request.perform(request.by, (act) => requests.picturesOf(act, request.input, vaultOf(request))),
  )
  answer(contract.previewRedaction, (request) =>
    request.perform(request.by, (act) =>
      requests.previewRedacted(act, request.input, vaultOf(request)),
    ),
  )
  answer(contract.releaseRedaction, (request) =>
    request.perform(request.by, (act) =>
      requests.releaseRedacted(act, request.input, vaultOf(request)),
    ),
  )
  answer(contract.redactionFile, async (request) => {
    const { input, by, perform } = request
    await send(
      request,
      await perform(by, (act) => requests.openRedaction(act, input, vaultOf(request))),
    )
  })
  answer(contract.removeRedaction, async ({ input, by, perform }) => {
    await perform(by, (act) => requests.dropRedaction(act, input))
    return done
  })
}

const supplying = (answer: Answer): void => {
  answer(contract.supplyFile, async (request) => {
    const { input, by, db, perform } = request
    // Before a byte is taken in: whoever may not supply anything has nothing to send.
    await requests.mustSupply(db, by, input.id)
    const file = await requests.seeSupplied(await uploaded(request), today())
    return perform(by, (act) =>
      requests.supplyFiles(act, { requestId: input.id, files: [file] }, vaultOf(request)),
    )
  })
  answer(contract.libraryDocument, ({ input, by, db }) => requests.libraryPieces(db, by, input))
  answer(contract.supplyFromLibrary, async (request) => {
    const { input, by, db, perform } = request
    await requests.mustSupply(db, by, input.id)
    const vault = vaultOf(request)
    const now = { at: new Date(), today: today() }
    const files = await requests.seeFromLibrary(db, by, input, vault, now)
    const { id: requestId, documentId } = input
    return perform(by, (act) => requests.supplyFiles(act, { requestId, documentId, files }, vault))
  })
  answer(contract.signForSupplied, async ({ input, by, perform }) => {
    await perform(by, (act) => requests.signForSupplied(act, input))
    return done
  })
  answer(contract.removeSupplied, async ({ input, by, perform }) => {
    await perform(by, (act) => requests.dropSupplied(act, input))
    return done
  })
  answer(contract.suppliedFile, async (request) => {
    const { input, by, perform } = request
    await send(
      request,
      await perform(by, (act) => requests.openSupplied(act, input, vaultOf(request))),
    )
  })
}

const templates = (answer: Answer): void => {
  answer(contract.letterOffice, ({ input, by, db }) =>
    requests.letterOfficeOf(db, by, input.organizationId),
  )
  answer(contract.setLetterhead, async ({ input, by, perform }) => {
    await perform(by, (act) => requests.saveLetterhead(act, input))
    return done
  })
  answer(contract.uploadTemplate, async (request) => {
    const { input, by, db, perform } = request
    await requests.officeLetters(db, by, input.organizationId)
    const file = await uploaded(request)
    const kind = input.kind as requests.LetterKind
    return perform(by, (act) =>
      requests.replaceTemplate(act, { ...input, kind, ...file }, vaultOf(request)),
    )
  })
  answer(contract.templateFile, async (request) => {
    const kind = request.input.kind as requests.LetterKind
    const bytes = await request.perform(request.by, (act) =>
      requests.downloadTemplate(act, { ...request.input, kind }, vaultOf(request)),
    )
    await send(request, { name: `${kind.replaceAll(/[:/]/g, '-')}.docx`, mediaType: docx, bytes })
  })
  answer(contract.resetTemplate, async ({ input, by, perform }) => {
    const kind = input.kind as requests.LetterKind
    await perform(by, (act) => requests.withdrawTemplate(act, { ...input, kind }))
    return done
  })
}

/** The doors of an answer: decision, opinions, letters, withheld parts, service, templates. */
export const requestsAnswerRoutes = (answer: Answer): void => {
  deciding(answer)
  letters(answer)
  redacting(answer)
  supplying(answer)
  templates(answer)
}
