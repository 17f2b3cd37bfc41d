import { hash } from 'node:crypto'
import type { SealedTable } from '#datasets'

/** SHA-256 of a text in UTF-8, or of bytes, as 64 hexadecimal digits. */
export const sha256 = (data: string | Uint8Array): string => hash('sha256', data, 'hex')

/** What the first link, and the first seal of a day, have before them. */
export const beginning = '0'.repeat(64)

export const sealedActs = ['release', 'correction', 'withdrawal'] as const
export type SealedAct = (typeof sealedActs)[number]

/** One link of the public chain, as docs/reference/seals.md describes it. Hashes only. */
export interface Link {
  readonly act: SealedAct
  /** Page of the document on its site: /d/12. */
  readonly address: string
  /** Instant in UTC with milliseconds. */
  readonly at: string
  /** Salted hash of title and text; empty for a withdrawal. */
  readonly content: string
  /** Salted hashes of its data tables, in order. */
  readonly data: readonly string[]
  readonly edition: number
  /** Salted hashes of its files, in order. */
  readonly files: readonly string[]
  readonly indexNumber: string
  readonly number: number
  /** Hash of the link before. */
  readonly previous: string
}

/** The seal of a day: the chain up to its end, and the seal of the day before. */
export interface DaySeal {
  readonly day: string
  /** Number of the first link that this seal is the first to cover; above `last` where there is none. */
  readonly first: number
  /** Hash of the last link. */
  readonly head: string
  readonly last: number
  /** Hash of the seal of the day before. */
  readonly previous: string
}

/** RFC 8785 for what we have: keys in order, no spaces, whole numbers. */
export const canonical = (value: Link | DaySeal): string =>
  JSON.stringify(
    Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))),
  )

/**
 * A text as it is hashed: composed characters, no white space. What saving, printing or mailing does
 * to lines and spaces changes nothing; any other character does.
 */
export const folded = (text: string): string =>
  text.normalize('NFC').replace(/[\s\u200b\ufeff]+/g, '')

/** What commits to title and text. The salt keeps anyone from trying guesses at a masked number. */
export const contentHash = (salt: string, title: string, text: string): string =>
  sha256(`${salt}\n${folded(title)}\n${folded(text)}`)

export const fileHash = (salt: string, fileSha256: string): string =>
  sha256(`${salt}\n${fileSha256}`)

/** What commits to a table: its kind, year and title, and its CSV file as readers download it. */
export const tableHash = (salt: string, { kind, year, title, csv }: SealedTable): string =>
  sha256(`${salt}\n${kind}\n${year}\n${title}\n${csv}`)

/** By which a bare text is found while it is public. */
export const textHash = (text: string): string => sha256(folded(text))

/** A link that does not fit, and what is wrong with it. */
export interface Break {
  readonly number: number
  readonly why: 'hash' | 'previous' | 'number'
}

/** Walks links in their order; keeps what the next one has to name. */
export class Walk {
  previous = beginning
  number = 0

  /** Null where the link fits. */
  step(body: string, hash: string): Break | null {
    const number = this.number + 1
    if (sha256(body) !== hash) return { number, why: 'hash' }
    // Both members end a canonical body: comparing the end costs a fifth of parsing each.
    if (!body.endsWith(`,"number":${number},"previous":"${this.previous}"}`))
      return { number, why: body.endsWith(`"${this.previous}"}`) ? 'number' : 'previous' }
    this.number = number
    this.previous = hash
    return null
  }
}
