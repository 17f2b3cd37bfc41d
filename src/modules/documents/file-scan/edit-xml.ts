import { Parser } from 'htmlparser2'

/** A stretch of a part that is taken out, with what comes in its place. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

export interface EditSteps {
  /** `start` and `end` enclose the opening tag; `tag` is its name with the prefix. */
  open?(name: string, attributes: Readonly<Record<string, string>>, at: TagPlace): void
  text?(text: string): void
  /** `start` and `end` enclose the closing tag, or nothing after one that closes itself. */
  close?(name: string, at: TagPlace): void
}

export interface TagPlace {
  readonly tag: string
  readonly start: number
  readonly end: number
}

/** Walks through a part with the places of its tags, so that the rest stays letter by letter as it was. */
export function walkPlaces(xml: string, steps: EditSteps): void {
  const parser: Parser = new Parser(
    {
      onopentag: (tag, attributes) =>
        steps.open?.(local(tag), attributes, {
          tag,
          start: parser.startIndex,
          end: parser.endIndex + 1,
        }),
      ontext: (text) => steps.text?.(text),
      onclosetag: (tag) =>
        steps.close?.(local(tag), { tag, start: parser.startIndex, end: parser.endIndex + 1 }),
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(xml)
}

const local = (tag: string): string => tag.slice(tag.indexOf(':') + 1)

/** Puts edits into a part; one inside another that goes altogether goes with it. */
export function applyEdits(xml: string, edits: readonly Edit[]): string {
  let out = ''
  let at = 0
  // Of two that begin together the longer holds the other.
  for (const edit of edits.toSorted(
    (one, other) => one.start - other.start || other.end - one.end,
  )) {
    if (edit.start < at) continue
    out += xml.slice(at, edit.start) + edit.text
    at = edit.end
  }
  return out + xml.slice(at)
}

export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Takes out every element that `gone` names; those of `unwrapped` go and leave what they hold. */
export function withoutElements(
  xml: string,
  gone: (name: string, attributes: Readonly<Record<string, string>>) => boolean,
  unwrapped: ReadonlySet<string> = new Set(),
): string {
  const edits: Edit[] = []
  const open: { name: string; start: number; isGone: boolean }[] = []
  walkPlaces(xml, {
    open(name, attributes, { start, end }) {
      open.push({ name, start, isGone: gone(name, attributes) })
      if (unwrapped.has(name)) edits.push({ start, end, text: '' })
    },
    close(name, { start, end }) {
      const one = open.pop()
      if (one?.isGone) edits.push({ start: one.start, end, text: '' })
      if (unwrapped.has(name)) edits.push({ start, end, text: '' })
    },
  })
  return applyEdits(xml, edits)
}
