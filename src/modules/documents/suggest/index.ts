/** Which matter a text serves, and whether it is news that only fills a column. Pure, offline. */
export { type Fit, type FitReason, fitOf } from './fit.ts'
export {
  type Because,
  type MatterIndex,
  type MatterWords,
  matterIndex,
  type Suggestion,
  suggestMatters,
} from './suggest-matters.ts'
