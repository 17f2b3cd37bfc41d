export * from './contract.ts'
export { ownWordAdded, ownWordRetired } from './own-words/facts.ts'
export { addOwnWord, retireOwnWord } from './own-words/keep.ts'
export {
  lexiconFor,
  lexiconShown,
  listedOwnWords,
  ownWordsInForce,
} from './own-words/reading.ts'
export { type ColumnToMask, type FileScan, scanFile } from './scan-file.ts'
