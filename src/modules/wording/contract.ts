/** Examining text, the same on the server, in the browser before upload, in sweeps and on the command line. */
export * from './finding.ts'
export { theLexicon, withOwnWords } from './lexicon/index.ts'
export { type Lexicon, type LexiconWord, type WordClass, wordClasses } from './lexicon/lexicon.ts'
export { isHeader, type MaskStyle, maskCell, maskColumn, maskName, maskValue } from './mask.ts'
export * from './own-words/contract.ts'
export { cellName, scanParts, scanTable } from './scan/scan-parts.ts'
export { type ScanOptions, scanText } from './scan/scan-text.ts'
export { plainValue } from './scan/signs.ts'
