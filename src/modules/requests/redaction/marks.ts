/** One thing to be taken out, as the person chose it. */
export interface Mark {
  /** A paragraph, a cell or a line, by the id under which it was shown. */
  readonly segment: string
  /** Part of it, in characters; without them, all of it. */
  readonly from?: number
  readonly to?: number
  /** The result code that is its ground: refused/third_party and the like. */
  readonly ground: string
  readonly note: string
}

/** A field of a page of a PDF, in shares of its width and height as it is read: turned pages turned upright. */
export interface Place {
  readonly page: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A field that is covered. */
export interface Box extends Place {
  readonly ground: string
  readonly note: string
}

export interface Chosen {
  readonly marks: readonly Mark[]
  readonly boxes: readonly Box[]
}

export interface Segment {
  readonly id: string
  /** body, header, footer, footnotes, endnotes, or page:3. */
  readonly where: string
  readonly text: string
  /** Of a line of a PDF: where it stands. */
  readonly place?: Place
}

/** What was taken out: kept beside both versions, sealed. */
export interface Removed {
  readonly n: number
  readonly where: string
  readonly text: string
  readonly ground: string
  readonly note: string
  /** Where it was chosen, so that the choice can be changed and made again. */
  readonly at: Place | { readonly segment: string; readonly from: number; readonly to: number }
}

/** What was chosen for a version that was made. */
export const chosenFor = (removed: readonly Removed[]): { marks: Mark[]; boxes: Box[] } => ({
  marks: removed.flatMap(({ at, ground, note }) =>
    'segment' in at ? [{ ...at, ground, note }] : [],
  ),
  boxes: removed.flatMap(({ at, ground, note }) => ('page' in at ? [{ ...at, ground, note }] : [])),
})

export interface Redacted {
  readonly bytes: Uint8Array
  readonly removed: readonly Removed[]
}

/** What stands where something was taken out; its number leads to the list of grounds. */
export const stampOf = (n: number): string => `〔不予公开${n}〕`

/** Marks of one segment in order and without overlap, as pieces of its text. */
export const piecesOf = (
  text: string,
  marks: readonly Mark[],
): { readonly from: number; readonly to: number; readonly mark: Mark }[] => {
  const pieces = marks
    .map((mark) => ({
      from: Math.max(0, mark.from ?? 0),
      to: Math.min(text.length, mark.to ?? text.length),
      mark,
    }))
    .filter(({ from, to }) => from < to)
    .sort((one, other) => one.from - other.from)
  return pieces.flatMap((piece, at) => {
    const before = Math.max(0, ...pieces.slice(0, at).map(({ to }) => to))
    const from = Math.max(piece.from, before)
    return from < piece.to ? [{ ...piece, from }] : []
  })
}
