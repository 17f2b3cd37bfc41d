import { diffEditions, type HistoryEdition } from '#documents'
import type { HistoryView } from '../views.ts'

/** The places where two public editions differ; by default the live one and the one before. */
export const comparisonOf = (
  editions: readonly HistoryEdition[],
  asked: { readonly from: number | null; readonly to: number | null },
): HistoryView['comparison'] => {
  const to = editions.find((edition) => edition.number === asked.to) ?? editions[0]
  const from =
    editions.find((edition) => edition.number === asked.from) ??
    editions.find((edition) => to !== undefined && edition.number < to.number)
  if (!from || !to || from === to) return null
  const paragraphs = diffEditions(from, to).map((paragraph) =>
    paragraph.kind === 'same' ? null : paragraph.parts,
  )
  return {
    from: from.number,
    to: to.number,
    // A long unchanged stretch is one gap, however many paragraphs it holds.
    paragraphs: paragraphs.filter(
      (paragraph, at) => paragraph !== null || paragraphs[at - 1] !== null,
    ),
  }
}
