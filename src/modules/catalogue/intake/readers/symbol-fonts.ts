/**
 * Tick boxes that are letters of a symbol font. With the font the box shows, without it the letter:
 * a Wingdings 2 `R` is ☑ and `£` is □. Keys are character codes without the private-use offset F000.
 */
const wingdings: Readonly<Record<number, string>> = {
  108: '●',
  109: '○',
  110: '■',
  111: '□',
  113: '□',
  114: '□',
  116: '◆',
  117: '◆',
  120: '☒',
  168: '□',
  252: '√',
  253: '☒',
  254: '☑',
}
const wingdings2: Readonly<Record<number, string>> = {
  42: '□',
  80: '√',
  82: '☑',
  83: '☒',
  84: '☒',
  162: '■',
  163: '□',
}

const tableOf = (font: string | undefined): Readonly<Record<number, string>> | undefined => {
  const name = (font ?? '').toLowerCase().replace(/['"]/g, '').trim()
  if (name.startsWith('wingdings 2')) return wingdings2
  if (name.startsWith('wingdings') && !name.startsWith('wingdings 3')) return wingdings
  return undefined
}

/** What a text set in a font shows; text in ordinary fonts stays as it is. */
export function shownIn(font: string | undefined, text: string): string {
  const table = tableOf(font)
  if (!table) return text
  return [...text].map((char) => table[(char.codePointAt(0) ?? 0) & 0xff] ?? char).join('')
}
