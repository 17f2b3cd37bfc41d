// Three characters of Chinese are about one and a half words: order matters, single words do not.
const span = 3

const piecesOf = (text: string): Map<string, number> => {
  const plain = text.replace(/[\s\p{P}]+/gu, '')
  const pieces = new Map<string, number>()
  for (let at = 0; at + span <= plain.length; at += 1) {
    const piece = plain.slice(at, at + span)
    pieces.set(piece, (pieces.get(piece) ?? 0) + 1)
  }
  return pieces
}

const size = (pieces: ReadonlyMap<string, number>): number =>
  [...pieces.values()].reduce((total, count) => total + count, 0)

/** How like two texts are, from 0 to 1: the share of pieces of three characters that both have (Dice). */
export const likeness = (one: string, other: string): number => {
  const [left, right] = [piecesOf(one), piecesOf(other)]
  const all = size(left) + size(right)
  if (all === 0) return 0
  const shared = [...left].reduce(
    (total, [piece, count]) => total + Math.min(count, right.get(piece) ?? 0),
    0,
  )
  return (2 * shared) / all
}
