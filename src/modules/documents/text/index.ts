/** Words, dates and numbers of official documents: pure, no database. */
export {
  datesIn,
  formatChineseDate,
  formatChineseNumerals,
  parseChineseDate,
} from './chinese-date.ts'
export { cleanHtml } from './clean-html.ts'
export { type DiffParagraph, type DiffPart, diffEditions } from './difference.ts'
export {
  type DocumentNumber,
  documentNumbersIn,
  isDocumentNumber,
  normaliseDocumentNumber,
  parseDocumentNumber,
} from './document-number.ts'
export { formatIndexNumber, type IndexNumber, parseIndexNumber } from './index-number.ts'
export { summaryOf, textOf } from './plain-text.ts'
export { slugOf } from './slug.ts'
export { subjectClassOf } from './subject-class.ts'
