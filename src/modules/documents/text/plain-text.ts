import { Parser } from 'htmlparser2'

const lineTags = new Set([
  ...['p', 'div', 'br', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'ul', 'ol', 'blockquote'],
  ...['table', 'caption', 'tr', 'figure', 'figcaption', 'thead', 'tbody', 'tfoot'],
])
const cellTags = new Set(['td', 'th'])
const silentTags = new Set(['script', 'style', 'head', 'title', 'template'])

/** The words of a text as a reader meets them: a line for each block, a tab between cells. */
export function textOf(html: string): string {
  let out = ''
  let silent = 0
  let cellDepth = 0
  const line = () => {
    // A paragraph inside a cell stays in the cell: a row is one line.
    if (cellDepth > 0) {
      if (out !== '' && !/[\s]$/.test(out)) out += ' '
    } else if (!out.endsWith('\n')) out += '\n'
  }
  const parser = new Parser({
    onopentag(name) {
      if (silentTags.has(name)) silent++
      else if (cellTags.has(name)) {
        if (!out.endsWith('\n') && out !== '') out = `${out.trimEnd()}\t`
        cellDepth++
      } else if (lineTags.has(name)) line()
    },
    ontext(text) {
      if (silent > 0) return
      const folded = text.replace(/[\s\u00a0]+/g, ' ')
      out += /[\s]$/.test(out) || out === '' ? folded.trimStart() : folded
    },
    onclosetag(name) {
      if (silentTags.has(name)) silent--
      else if (cellTags.has(name)) cellDepth--
      else if (lineTags.has(name)) line()
    },
  })
  parser.write(html)
  parser.end()
  return out
    .split('\n')
    .map((text) => text.replace(/^ +| +$/g, ''))
    .filter((text) => text.trim() !== '')
    .join('\n')
}

// A summary that stops before this share of its room would say too little.
const earliestStop = 0.5

/** The first words of a text, ended at a sentence where one ends in time, else with an ellipsis. */
export function summaryOf(text: string, chars: number): string {
  const flat = [...text.replace(/\s+/g, ' ').trim()]
  if (flat.length <= chars) return flat.join('')
  const head = flat.slice(0, chars)
  const stop = head.findLastIndex((char) => '。！？；!?'.includes(char))
  if (stop + 1 >= chars * earliestStop) return head.slice(0, stop + 1).join('')
  return `${head.slice(0, chars - 1).join('')}…`
}
