/** A paragraph as pasted; Word writes list items as paragraphs with a mark of their own. */
export interface Block {
  readonly html: string
  readonly item?: ListItem
}
export interface ListItem {
  readonly level: number
  readonly isOrdered: boolean
  readonly start: number
}

// Signs of bullets, and the private-use characters that Word takes from Symbol and Wingdings.
const bullet =
  /^[\u00b7\u2022\u00a7\u25aa\u25cf\u25cb\u25a0\u25a1\u25c6\u2013\u2014\u00d8\uf000-\uf0ff-]$/u
const numbered = /^[(\uff08]?(\d{1,3}|[a-z]|[ivx]{1,5})[.)\uff09\u3001\uff0e]$/i

/**
 * What a list mark means. Numerals in hanzi number the sections of an official text: they are part of
 * its words and stay as they stand (null).
 */
export const itemOf = (mark: string, level: number, isSymbolFont: boolean): ListItem | null => {
  const sign = mark.replace(/[\s\u00a0]+/g, '')
  if (isSymbolFont || bullet.test(sign)) return { level, isOrdered: false, start: 1 }
  const number = numbered.exec(sign)?.[1]
  if (number === undefined) return null
  return { level, isOrdered: true, start: Number(number) || 1 }
}

const openTag = (item: ListItem): string =>
  item.isOrdered ? `<ol${item.start > 1 ? ` start="${item.start}"` : ''}>` : '<ul>'
const closeTag = (item: ListItem): string => (item.isOrdered ? '</ol>' : '</ul>')

/** Puts runs of list paragraphs into real lists, one inside the other by their levels. */
export const joined = (blocks: readonly Block[]): string => {
  const open: ListItem[] = []
  let html = ''
  const closeTo = (level: number) => {
    while ((open.at(-1)?.level ?? 0) > level) html += `</li>${closeTag(open.pop() as ListItem)}`
  }
  for (const { html: inside, item } of blocks) {
    if (!item) {
      closeTo(0)
      html += inside
      continue
    }
    closeTo(item.level)
    const last = open.at(-1)
    if (last?.level === item.level && last.isOrdered === item.isOrdered) html += '</li>'
    else {
      if (last?.level === item.level) html += `</li>${closeTag(open.pop() as ListItem)}`
      html += openTag(item)
      open.push(item)
    }
    html += `<li>${inside}`
  }
  closeTo(0)
  return html
}
