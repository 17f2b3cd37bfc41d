export type {
  Found,
  FoundInFile,
  SearchAnswer,
  SearchFacet,
  SearchHit,
  SearchQuery,
  Suggestion,
} from './contract.ts'
export { gatherTerms } from './gathering.ts'
export { reactions, searchJobs } from './reactions.ts'
export { readForSearch } from './reading-files.ts'
export { indexDocuments, indexRebuilt, reindex } from './reindex.ts'
export { matchCap, search } from './search.ts'
export { suggest } from './suggest.ts'
export { fold, lexemesOf, soughtIn } from './words.ts'
