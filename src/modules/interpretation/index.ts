export { draftMaterial, tieMaterial } from './commands/draft-material.ts'
export {
  addAnswer,
  changeAnswer,
  recordQuestion,
  retireAnswer,
  reviewAnswer,
} from './commands/keep-answers.ts'
export { keepMaterial } from './commands/keep-material.ts'
export { addProgramme, releaseProgramme, saveProgramme } from './commands/keep-programmes.ts'
export { recordReprint, removeReprint } from './commands/record-reprint.ts'
export { setPlan } from './commands/set-plan.ts'
export { setCommentRule, setRequirement, setTarget } from './commands/set-rules.ts'
export { revokeExemption, signExemption } from './commands/sign-exemption.ts'
export { countLimitsAnew } from './count-anew.ts'
export * from './facts.ts'
export { heldPolicies } from './held.ts'
export {
  answerList,
  followUpSuggestions,
  formShares,
  interpretationDesk,
  interpretationList,
  interpretationRules,
  listReprints,
  owedInterpretations,
  programmeList,
  questionList,
} from './queries.ts'
export { reactions } from './reactions.ts'
export { type PublicAnswer, policiesAnswered, publicAnswers } from './store/consultation.ts'
export { type ProgrammeRow, publicProgramme, publicProgrammes } from './store/programmes.ts'
export {
  interpretingUnits,
  type Links,
  type ListedInterpretation,
  linksOf,
  publicInterpretations,
} from './store/public.ts'
