import * as contract from '#catalogue/contract'

/** What is asked anew when something in a draft has changed. */
export const editionReads = [
  contract.editions,
  contract.editionById,
  contract.matters,
  contract.matterByCode,
  contract.fieldSummaries,
  contract.deviations,
  contract.openQuestions,
  contract.readiness,
  contract.levelMatrix,
  contract.structure,
  contract.itemCounts,
  contract.comparisonOfEditions,
  contract.importPreview,
  contract.powers,
] as const
