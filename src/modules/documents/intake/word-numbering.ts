import { Parser } from 'htmlparser2'
import { hanNumeral } from '../text/chinese-date.ts'

interface Level {
  readonly format: string
  /** The pattern of the number: `%1、`, `（%1）`, `%1.%2`. */
  readonly text: string
  readonly start: number
}

const hanFormats = new Set([
  ...['chineseCounting', 'chineseCountingThousand', 'japaneseCounting', 'taiwaneseCounting'],
  ...['ideographDigital', 'chineseLegalSimplified', 'taiwaneseCountingThousand'],
])
// What an ordered list of a page shows by itself; other patterns have to be written out.
const plain = /^%\d\.?$/
const numbered =
  /<w:numPr>\s*(?:<w:ilvl w:val="(\d)"\s*\/>)?\s*<w:numId w:val="(\d+)"\s*\/>(?:(?!<\/w:numPr>)[\s\S]){0,400}<\/w:numPr>/

/** Writes the numbers of Chinese numbering into the text, where automatic lists would lose them. */
export function spellNumbering(documentXml: string, numberingXml: string): string {
  if (numberingXml === '') return documentXml
  const levelsOf = readNumbering(numberingXml)
  const counters = new Map<string, number[]>()
  return documentXml
    .split('</w:pPr>')
    .map((piece, index, pieces) => {
      const match = index < pieces.length - 1 ? numbered.exec(piece) : null
      const levels = match && levelsOf.get(match[2] ?? '')
      if (!match || !levels) return index < pieces.length - 1 ? `${piece}</w:pPr>` : piece
      const at = Number(match[1] ?? 0)
      const level = levels[at]
      const counts = counters.get(match[2] ?? '') ?? []
      counts[at] = (counts[at] ?? (level?.start ?? 1) - 1) + 1
      counts.length = at + 1
      counters.set(match[2] ?? '', counts)
      if (
        !level ||
        level.format === 'bullet' ||
        (!hanFormats.has(level.format) && plain.test(level.text))
      )
        return `${piece}</w:pPr>`
      const spelled = level.text.replace(/%(\d)/g, (_, n: string) =>
        spell(counts[Number(n) - 1] ?? 1, levels[Number(n) - 1]),
      )
      const run = `<w:r><w:t xml:space="preserve">${escapeXml(spelled)}</w:t></w:r>`
      return `${piece.replace(match[0], '')}</w:pPr>${run}`
    })
    .join('')
}

const spell = (count: number, level: Level | undefined): string => {
  if (level && hanFormats.has(level.format) && count < 100) return hanNumeral(count)
  if (level?.format === 'lowerLetter') return String.fromCharCode(96 + count)
  if (level?.format === 'upperLetter') return String.fromCharCode(64 + count)
  return String(count)
}

const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Levels by number id; each number points to an abstract one that holds its levels. */
function readNumbering(xml: string): Map<string, Level[]> {
  const abstract = new Map<string, Level[]>()
  const levelsOf = new Map<string, Level[]>()
  let levels: Level[] = []
  let level = { at: 0, format: 'decimal', text: '', start: 1 }
  let num = ''
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        const value = attributes['w:val'] ?? ''
        if (tag === 'w:abstractNum') {
          levels = []
          abstract.set(attributes['w:abstractNumId'] ?? '', levels)
        } else if (tag === 'w:lvl')
          level = { at: Number(attributes['w:ilvl']), format: 'decimal', text: '', start: 1 }
        else if (tag === 'w:numFmt') level.format = value
        else if (tag === 'w:lvlText') level.text = value
        else if (tag === 'w:start') level.start = Number(value)
        else if (tag === 'w:num') num = attributes['w:numId'] ?? ''
        else if (tag === 'w:abstractNumId') levelsOf.set(num, abstract.get(value) ?? [])
      },
      onclosetag(tag) {
        if (tag === 'w:lvl') levels[level.at] = level
      },
    },
    { xmlMode: true },
  )
  parser.end(xml)
  return levelsOf
}
