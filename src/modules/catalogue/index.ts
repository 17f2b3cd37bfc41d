export { level1CodeOf, level2CodeOf } from './codes.ts'
export { abandonDraft } from './commands/abandon-draft.ts'
export { addField } from './commands/add-field.ts'
export { addMatter } from './commands/add-matter.ts'
export { adoptEdition } from './commands/adopt-edition.ts'
export { adoptFile } from './commands/adopt-file.ts'
export { applyImport, dropImport } from './commands/apply-import.ts'
export { changeMatter, changeMatters } from './commands/change-matters.ts'
export { declareNotApplicable, withdrawNotApplicable } from './commands/declare-not-applicable.ts'
export { importPowers, linkPower } from './commands/import-powers.ts'
export { importResponsibilities } from './commands/import-responsibilities.ts'
export { loadReferenceCatalogue } from './commands/load-reference-catalogue.ts'
export { openDraft } from './commands/open-draft.ts'
export { receiveImport } from './commands/receive-import.ts'
export { removeMatter } from './commands/remove-matter.ts'
export { setResponsibility } from './commands/set-responsibility.ts'
export { settleQuestion } from './commands/settle-question.ts'
export type { CatalogueEdition, Field, Level, Matter, MatterElements } from './contract.ts'
export {
  catalogueAsCsv,
  catalogueAsJson,
  catalogueAsXlsx,
  type Download,
  downloadOf,
} from './downloads.ts'
export { levelsOf } from './edition.ts'
export {
  editionAdopted,
  obligationDeclared,
  obligationsDerived,
  responsibilitiesSet,
} from './facts.ts'
export { loadFields } from './fields.ts'
export {
  type CatalogueFile,
  type ParsedCatalogue,
  parseCatalogue,
  readTables,
  type Sheet,
} from './intake/index.ts'
export {
  addNegativeEntry,
  changeNegativeEntry,
  endNegativeEntry,
} from './negative/commands.ts'
export { disclosureGrounds } from './negative/grounds.ts'
export { negativeList, publicNegativeList, suggestedEntries } from './negative/queries.ts'
export { deriveObligations } from './obligations.ts'
export { mayChangeCatalogue, mayDeclare } from './policy.ts'
export { obligations, powers, responsibilities } from './queries/duties.ts'
export {
  compareEditions,
  deviationsOf,
  draftOf,
  editionById,
  editionInForce,
  editions,
  fields,
  referenceEdition,
} from './queries/editions.ts'
export { imports, previewImport } from './queries/imports.ts'
export {
  matterByCode,
  matterInForce,
  matters,
  matterWithHistory,
  openQuestions,
} from './queries/matters.ts'
export {
  type CatalogueTable,
  catalogueTable,
  fieldSummaries,
  itemCounts,
  levelMatrix,
  readiness,
  structure,
} from './queries/overview.ts'
export { reactions } from './reactions.ts'
export { parseTimeRule } from './time-rule/index.ts'
