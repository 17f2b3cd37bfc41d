/** What an examination finds. Browser-safe: nothing here reads a file, a clock or a database. */

export const personalKinds = [
  'idCard',
  'phone',
  'bankCard',
  'passport',
  'plate',
  'email',
  'address',
  'nameList',
  'health',
  'minor',
] as const
export const findingKinds = [...personalKinds, 'secretMark', 'internalMark', 'wording'] as const
export type FindingKind = (typeof findingKinds)[number]

export const confidences = ['high', 'medium', 'low'] as const
export type Confidence = (typeof confidences)[number]

/** Why a finding is judged as it is, where the kind alone does not say it. */
export type Because =
  /** The check digit does not fit: mistyped, or another number. */
  | 'checkDigit'
  /** Last digits lost in a numeric cell of a spreadsheet. */
  | 'damaged'
  /** Judged by the header and the neighbours of its column. */
  | 'column'
  /** What an office shows by duty: its own telephone, its own mailbox. */
  | 'office'

/** One place in a text. `start` and `end` are offsets in the very text that was given. */
export interface Finding {
  readonly kind: FindingKind
  readonly start: number
  readonly end: number
  /** Enough to recognise it, too little to use it. */
  readonly masked: string
  readonly confidence: Confidence
  readonly because?: Because
  /** Of a wording: the word of the lexicon. */
  readonly word?: string
  /** Of a wording: what to write instead, or what to check. */
  readonly advice?: string
}

/** A place in a table; `start` and `end` are offsets in the cell. */
export interface CellFinding extends Finding {
  readonly row: number
  readonly column: number
}

/** One readable part of a file, such as "sheet 'x' (hidden) C12", "word/comments.xml", "page 3". */
export interface PartOfFile {
  readonly where: string
  readonly text?: string
  readonly rows?: readonly (readonly string[])[]
}

/** A finding in a file, as the command line and the record of a scan keep it. */
export interface PartFinding {
  readonly kind: FindingKind
  readonly where: string
  readonly masked: string
  readonly confidence: Confidence
  readonly because?: Because
  readonly word?: string
  readonly advice?: string
}

const isPersonal = (kind: FindingKind): boolean =>
  (personalKinds as readonly FindingKind[]).includes(kind)

/**
 * Whether a finding keeps a text from review and from the public: personal data or a mark of secrecy
 * beyond reasonable doubt. Words are advice; a person decides about them.
 */
export const stands = (found: Pick<Finding, 'kind' | 'confidence'>): boolean =>
  found.confidence === 'high' &&
  (isPersonal(found.kind) || found.kind === 'secretMark' || found.kind === 'internalMark')
