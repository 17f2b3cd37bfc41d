import { maskValue, scanText } from '#wording/contract'

/** A title with what the scanner is sure of masked; the server refuses one that still holds it. */
export const maskTitle = (title: string): string =>
  scanText(title)
    .filter(({ confidence }) => confidence !== 'low')
    .toSorted((one, other) => other.start - one.start)
    .reduce(
      (text, { kind, start, end }) =>
        text.slice(0, start) + maskValue(kind, text.slice(start, end), 'strict') + text.slice(end),
      title,
    )
