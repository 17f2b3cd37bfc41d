export {
  type ColumnRow,
  type ColumnShare,
  columnsOf,
  documentsIn,
  liveColumns,
  organizationColumns,
  redirectFor,
} from './columns.ts'
export { type PublicFile, publicFile } from './files.ts'
export { type HistoryEdition, type PublicHistory, publicHistory } from './history.ts'
export {
  type Cursor,
  columnDocuments,
  type ListedDocument,
  organizationDocuments,
  readCursor,
  recentDocuments,
  type Slice,
  sitemapBreaks,
  sitemapDocuments,
} from './lists.ts'
export { documentPage, type PublicDocument, type Tombstone, tombstone } from './page.ts'
export { liveTexts, type SealedText, sealedText } from './sealed.ts'
