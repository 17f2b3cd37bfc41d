import {
  abandonDraft,
  addField,
  addMatter,
  adoptEdition,
  applyImport,
  catalogueTable,
  changeMatter,
  changeMatters,
  compareEditions,
  declareNotApplicable,
  deviationsOf,
  downloadOf,
  dropImport,
  editionById,
  editions,
  fieldSummaries,
  fields,
  importPowers,
  importResponsibilities,
  imports,
  itemCounts,
  levelMatrix,
  linkPower,
  matters,
  matterWithHistory,
  obligations,
  openDraft,
  openQuestions,
  powers,
  previewImport,
  readiness,
  receiveImport,
  removeMatter,
  responsibilities,
  setResponsibility,
  settleQuestion,
  structure,
  withdrawNotApplicable,
} from '#catalogue'
import * as contract from '#catalogue/contract'
import { speaker } from '#platform/words'
import { parseInThread } from '../../worker/parse.ts'
import type { Answer } from '../answer.ts'

/** Commands that end without an answer of their own. */
const done = () => ({})

export const catalogueRoutes = (answer: Answer): void => {
  answer(contract.fields, ({ db }) => fields(db))
  answer(contract.addField, ({ input, by, perform }) => perform(by, (act) => addField(act, input)))

  answer(contract.editions, ({ input, db }) => editions(db, input.organizationId))
  answer(contract.editionById, ({ input, db }) => editionById(db, input.editionId))
  answer(contract.openDraft, ({ input, by, perform }) =>
    perform(by, (act) => openDraft(act, input)),
  )
  answer(contract.abandonDraft, ({ input, by, perform }) =>
    perform(by, (act) => abandonDraft(act, input)).then(done),
  )
  answer(contract.readiness, ({ input, db }) => readiness(db, input.editionId))
  answer(contract.adoptEdition, ({ input, by, perform }) =>
    perform(by, (act) => adoptEdition(act, input)),
  )
  answer(contract.comparisonOfEditions, ({ input, db }) =>
    compareEditions(db, input.from, input.to),
  )
  answer(contract.deviations, ({ input, db }) => deviationsOf(db, input.editionId, input))

  answer(contract.matters, ({ input, db }) => matters(db, input.editionId, input, input))
  answer(contract.matterByCode, ({ input, db }) =>
    matterWithHistory(db, input.editionId, input.code),
  )
  answer(contract.addMatter, ({ input, by, perform }) =>
    perform(by, (act) => addMatter(act, input)),
  )
  answer(contract.changeMatter, ({ input, by, perform }) =>
    perform(by, (act) => changeMatter(act, input)),
  )
  answer(contract.changeMatters, ({ input, by, perform }) =>
    perform(by, (act) => changeMatters(act, input)),
  )
  answer(contract.removeMatter, ({ input, by, perform }) =>
    perform(by, (act) => removeMatter(act, input)).then(done),
  )
  answer(contract.openQuestions, ({ input, db }) => openQuestions(db, input.editionId, input))
  answer(contract.settleQuestion, ({ input, by, perform }) =>
    perform(by, (act) => settleQuestion(act, input)),
  )

  answer(contract.receiveImport, async ({ input, by, perform }) => {
    const { organizationId, fileName, contentBase64 } = input
    const bytes = Buffer.from(contentBase64, 'base64')
    const parsed = await parseInThread({ name: fileName, bytes })
    return perform(by, (act) => receiveImport(act, { organizationId, fileName, parsed }))
  })
  answer(contract.imports, ({ input, db }) => imports(db, input.organizationId))
  answer(contract.importPreview, ({ input, db }) =>
    previewImport(db, input.importId, input.fieldFor),
  )
  answer(contract.applyImport, ({ input, by, perform }) =>
    perform(by, (act) => applyImport(act, input)),
  )
  answer(contract.dropImport, ({ input, by, perform }) =>
    perform(by, (act) => dropImport(act, input)).then(done),
  )

  answer(contract.fieldSummaries, ({ input, db }) => fieldSummaries(db, input.editionId))
  answer(contract.levelMatrix, ({ input, db }) => levelMatrix(db, input.editionId))
  answer(contract.structure, ({ input, db }) => structure(db, input.editionId))
  answer(contract.itemCounts, ({ input, db }) => itemCounts(db, input.editionId))
  answer(contract.download, async ({ input, db }) => {
    const table = await catalogueTable(db, input.editionId, input.field)
    const { bytes, ...file } = await downloadOf(table, input.format, speaker('zh-CN'))
    return { ...file, contentBase64: Buffer.from(bytes).toString('base64') }
  })

  answer(contract.responsibilities, ({ input, db }) =>
    responsibilities(db, input.editionId, input.field),
  )
  answer(contract.setResponsibility, ({ input, by, perform }) =>
    perform(by, (act) => setResponsibility(act, input)).then(done),
  )
  answer(contract.importResponsibilities, ({ input, by, perform }) =>
    perform(by, (act) => importResponsibilities(act, input)),
  )
  answer(contract.obligations, ({ input, db }) => obligations(db, input))
  answer(contract.declareNotApplicable, ({ input, by, perform }) =>
    perform(by, (act) => declareNotApplicable(act, input)).then(done),
  )
  answer(contract.withdrawNotApplicable, ({ input, by, perform }) =>
    perform(by, (act) => withdrawNotApplicable(act, input)).then(done),
  )

  answer(contract.powers, ({ input, db }) => powers(db, input))
  answer(contract.importPowers, ({ input, by, perform }) =>
    perform(by, (act) => importPowers(act, input)),
  )
  answer(contract.linkPower, ({ input, by, perform }) =>
    perform(by, (act) => linkPower(act, input)).then(done),
  )
}
