// 1. 1.1 （一） 一、 ①: numbering that a table puts before a name and another leaves out.
const numbering =
  /^([（(][一二三四五六七八九十百\d]+[)）]|[一二三四五六七八九十百]+[、.．]|\d{1,3}[)）]|\d+(\.\d+)+[、.．]?|\d{1,3}[、.．\s]|[①-⑳])/
const halfWidth: Readonly<Record<string, string>> = { '、': ',', '。': '.', '“': '"', '”': '"' }

/**
 * Text as it is compared: no white space, half-width punctuation. Word, web and Excel copies of the
 * same catalogue differ in nothing else.
 */
export const folded = (text: string): string =>
  text
    .replace(/\s+/g, '')
    .replace(/[！-～]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[、。“”]/g, (char) => halfWidth[char] ?? char)

/** A matter's name as it is matched from table to table. */
export const foldedName = (name: string): string => {
  const bare = folded(name.trim().replace(numbering, ''))
  return bare === '' ? folded(name) : bare
}

const pairsOf = (name: string): Set<string> => {
  const chars = [...foldedName(name)]
  if (chars.length === 1) return new Set(chars)
  return new Set(chars.slice(1).map((char, index) => `${chars[index]}${char}`))
}

/** How alike two names are, 0 to 1: the share of neighbouring characters they have in common. */
export const likeness = (one: string, other: string): number => {
  const a = pairsOf(one)
  const b = pairsOf(other)
  if (a.size === 0 || b.size === 0) return 0
  const common = [...a].filter((pair) => b.has(pair)).length
  return (2 * common) / (a.size + b.size)
}
