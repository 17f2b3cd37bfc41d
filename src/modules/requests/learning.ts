/** What an office learns from its requests: repeats, fees, panels, dockets, analysis. */
export { analysisOf, casesOf } from './analysis/figures.ts'
export { decideProposal, proposalList, proposeDisclosure } from './analysis/proposals.ts'
export { setSubject, sortSubjects } from './analysis/subjects.ts'
export { approveFee, assessFee, noticeFee, payFee, proposeFee } from './charging/commands.ts'
export { feeList, feeOfRequest, objectionArticle } from './charging/queries.ts'
export { assessmentOf } from './charging/store.ts'
export { changeDocket, decideDocket, openDocket } from './dockets/commands.ts'
export { docketList } from './dockets/queries.ts'
export { askReasons, judgeReasons } from './frequency/excessive.ts'
export { linkRepeat, mergeRequest } from './frequency/link-requests.ts'
export { resemblanceOf } from './frequency/resemblance.ts'
export { type SplitPart, splitRequest, unsplitRequest } from './frequency/split-request.ts'
export * from './learning-facts.ts'
export {
  callPanel,
  colleaguesFor,
  concludePanel,
  giveOpinion,
  myPanels,
  panelsOfCase,
} from './panel/panel.ts'
