export {
  addCounts,
  addShares,
  coverageOf,
  heatMapOf,
  noCounts,
  noShare,
  standingCells,
} from './account.ts'
export { rebuildStandings } from './commands/rebuild-standings.ts'
export { turnStandings } from './commands/turn-standings.ts'
export type {
  CoverageLine,
  HeatMap,
  HeatUnit,
  Standing,
  StandingCell,
  StandingCounts,
} from './contract.ts'
export { deriveStandings } from './derive.ts'
export { standingsRebuilt, standingsTurned } from './facts.ts'
export { reactions } from './reactions.ts'
export { countsBelow, documentsByKind, documentsByMonth } from './store.ts'
