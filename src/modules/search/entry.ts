import { marksOf, yearOf } from './marks.ts'
import {
  charactersOf,
  fold,
  foldText,
  lexemesOfFolded,
  longestText,
  quotedLexeme,
  titleLexemesOf,
} from './words.ts'

/** A live document as documents offers it to the search, with what its files say. */
export interface LiveText {
  readonly document_id: number
  readonly organization_id: number
  readonly index_number: string | null
  readonly published_at: Date
  readonly title: string
  readonly text: string
  readonly document_number: string
  readonly field_codes: string[]
  readonly kind: string
  readonly validity: string
  /** Names of files, each with its folded text. */
  readonly files: string
}

/** One row of the index. */
export type Entry = ReturnType<typeof entryOf>

/** What the index keeps of a document: a pure function of what is public of it. */
export const entryOf = (live: LiveText) => {
  const own = foldText(`${live.title}\n${live.document_number}\n${live.text}`)
  const folded = live.files === '' ? own : `${own}\n${fold(live.files)}`.slice(0, longestText)
  // Of letters and numbers only, but for what a kind is called.
  const marks = marksOf({
    publishedAt: live.published_at,
    fieldCodes: live.field_codes,
    organizationId: live.organization_id,
    kind: live.kind,
    validity: live.validity,
  }).map((mark) => quotedLexeme(mark).slice(1, -1))
  const words = new Set(lexemesOfFolded(folded))
  for (const one of charactersOf(live.title)) words.add(one)
  for (const one of titleLexemesOf(live.title)) words.add(one)
  for (const one of marks) words.add(one)
  return {
    document_id: live.document_id,
    organization_id: live.organization_id,
    field_codes: live.field_codes,
    year: yearOf(live.published_at),
    published_at: live.published_at,
    document_number: live.document_number,
    index_number: live.index_number ?? '',
    kind: live.kind,
    validity: live.validity,
    folded,
    // As PostgreSQL reads a tsvector: quicker than a list of as many texts.
    words: `'${[...words].join("' '")}'`,
  }
}
