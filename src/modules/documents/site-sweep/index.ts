export { liveFindings } from './reading.ts'
export { startSiteSweep, sweepForLexicon, sweepOn } from './sweep.ts'
