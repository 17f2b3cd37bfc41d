/** One part of a file: running text, or a table as its rows. `where` is a path: `hiddenSheet:名单`. */
export interface FilePart {
  readonly where: string
  readonly text?: string
  readonly rows?: string[][]
}

/** Why something in a file could not be read. */
export type WhyUnread =
  | 'encrypted'
  | 'picture'
  | 'scannedPicture'
  | 'sound'
  | 'unknownFormat'
  | 'broken'
  | 'entities'
  | 'encoding'
  | 'macros'
  | 'tooMuch'

export interface Unread {
  readonly where: string
  readonly why: WhyUnread
}

export interface FileParts {
  /** Whether everything that may hold words was read; one unread corner makes it false. */
  readonly read: boolean
  readonly parts: FilePart[]
  readonly unread: Unread[]
}

/** A file that asks for more than an honest one would. */
export class TooMuch extends Error {}

export const bounds = {
  /** Text of a file; the longest compilations have 3 million characters. */
  characters: 30_000_000,
  /** Files within files. */
  depth: 4,
  files: 500,
  /** Pages of a PDF; the longest annual collections seen have 1,200. */
  pages: 3000,
  cells: 4_000_000,
}

/** What is gathered while a file is read; its bounds hold over everything inside. */
export interface Reading {
  readonly where: string
  text(where: string, text: string): void
  rows(where: string, rows: string[][]): void
  unread(where: string, why: WhyUnread): void
  /** Reads a file found inside. */
  inside(where: string, name: string, bytes: Uint8Array): Promise<void>
}

export interface Ledger {
  readonly parts: FilePart[]
  readonly unread: Unread[]
  characters: number
  files: number
}

export type ReadInside = (
  reading: Reading,
  ledger: Ledger,
  depth: number,
  file: { readonly name: string; readonly bytes: Uint8Array },
) => Promise<void>

export function openReading(
  ledger: Ledger,
  depth: number,
  prefix: string,
  readInside: ReadInside,
): Reading {
  const full = (where: string) =>
    prefix === '' ? where : where === '' ? prefix : `${prefix}/${where}`
  const spend = (characters: number) => {
    ledger.characters += characters
    if (ledger.characters > bounds.characters) throw new TooMuch('characters')
  }
  return {
    where: prefix,
    text(where, text) {
      if (!/[^\s\0]/.test(text)) return
      spend(text.length)
      ledger.parts.push({ where: full(where), text })
    },
    rows(where, rows) {
      if (!rows.some((row) => row.some((cell) => cell.trim() !== ''))) return
      for (const row of rows) for (const cell of row) spend(cell.length + 1)
      ledger.parts.push({ where: full(where), rows })
    },
    unread(where, why) {
      const at = full(where)
      if (!ledger.unread.some((one) => one.where === at && one.why === why))
        ledger.unread.push({ where: at, why })
    },
    async inside(where, name, bytes) {
      ledger.files += 1
      if (depth >= bounds.depth || ledger.files > bounds.files) {
        ledger.unread.push({ where: full(where), why: 'tooMuch' })
        return
      }
      const inner = openReading(ledger, depth + 1, full(where), readInside)
      await readInside(inner, ledger, depth + 1, { name, bytes })
    },
  }
}
