export { readCells } from './cell.ts'
export { importRows } from './commands/import-rows.ts'
export { changeDataset, createDataset, removeDataset } from './commands/keep-dataset.ts'
export { saveRows } from './commands/save-rows.ts'
export { csvOf, type DataFile, jsonOf, xlsxOf } from './downloads.ts'
export { datasetChanged, datasetCreated, datasetImported, datasetRemoved } from './facts.ts'
export {
  type Comparison,
  comparisonOf,
  type DatasetPage,
  datasetPage,
  datasetsOnPage,
  type RowsQuery,
  setsByKind,
} from './public.ts'
export { listedDatasets, rowsOf, schemaToImport, tablesOf } from './queries.ts'
export { reactions } from './reactions.ts'
export { readTableFile } from './read-file.ts'
export { readInThread } from './read-in-thread.ts'
export { headingOf, isNumeric, type Schema, type TableColumn } from './schema.ts'
export { isSchema, schemaOf, schemas } from './schemas.ts'
export { type SealedTable, type StandingTable, standingTables, tablesToSeal } from './sealing.ts'
export { type LiveSet, liveSets } from './store.ts'
export { type CellIssue, validateTable } from './validate.ts'
