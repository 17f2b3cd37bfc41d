import type { Reading } from './reading.ts'
import { type Attributes, attribute, attributeWords, walkXml } from './xml.ts'

interface Table {
  readonly rows: string[][]
  row: string[]
  cell: string
  span: number
}

const sinks = ['body', 'deletedText', 'hiddenText', 'textBox', 'altText', 'fieldCode'] as const
type Sink = (typeof sinks)[number]

const isOn = (attributes: Attributes): boolean =>
  !['0', 'false', 'off'].includes(attribute(attributes, 'val') ?? 'true')

/**
 * Reads running text as Word and PowerPoint keep it (body, header, comments, slides): what is shown,
 * and apart from it what was struck out, hidden, put into boxes, said of pictures or left in fields.
 */
export function readRuns(bytes: Uint8Array, where: string, reading: Reading): { letters: number } {
  const said: Record<Sink, string[]> = {
    body: [],
    deletedText: [],
    hiddenText: [],
    textBox: [],
    altText: [],
    fieldCode: [],
  }
  const tables: Table[] = []
  let found = 0
  let letters = 0
  let deleted = 0
  let boxes = 0
  let inRun = false
  let hidden = false
  let collects: 'text' | 'deleted' | 'field' | null = null
  // Tables inside a text box are read as lines of the box.
  const put = (sink: Sink, text: string) => {
    const table = tables.at(-1)
    if (sink === 'body' && table && boxes === 0) table.cell += text
    else said[sink].push(text)
  }
  const sinkNow = (): Sink =>
    deleted > 0 ? 'deletedText' : hidden ? 'hiddenText' : boxes > 0 ? 'textBox' : 'body'

  walkXml(bytes, {
    open(name, attributes) {
      if (name === 'r' || name === 'fld') [inRun, hidden] = [true, false]
      else if (name === 't') collects = 'text'
      else if (name === 'delText' || name === 'delInstrText') collects = 'deleted'
      else if (name === 'instrText') collects = 'field'
      else if (name === 'del' || name === 'moveFrom') deleted += inRun ? 0 : 1
      else if (name === 'txbxContent') boxes += 1
      else if (name === 'vanish' || name === 'webHidden' || name === 'specVanish')
        hidden ||= inRun && isOn(attributes)
      else if (name === 'br' || name === 'cr') put(sinkNow(), '\n')
      else if (name === 'tab' && inRun) put(sinkNow(), '\t')
      else if (name === 'noBreakHyphen') put(sinkNow(), '-')
      else if (boxes === 0 && name === 'tbl') tables.push({ rows: [], row: [], cell: '', span: 1 })
      else if (boxes === 0 && name === 'tc') {
        const table = tables.at(-1)
        if (table) table.span = Number(attribute(attributes, 'gridSpan') ?? 1) || 1
      } else if (boxes === 0 && name === 'gridSpan') {
        const table = tables.at(-1)
        if (table) table.span = Number(attribute(attributes, 'val') ?? 1) || 1
      }
      const words = attributeWords(name, attributes)
      if (words.length > 0)
        put(name === 'textpath' ? 'textBox' : 'altText', `${words.join('\n')}\n`)
    },
    text(text) {
      if (collects === null) return
      letters += text.length
      put(
        collects === 'text' ? sinkNow() : collects === 'field' ? 'fieldCode' : 'deletedText',
        text,
      )
    },
    close(name) {
      if (name === 't' || name.endsWith('Text') || name.endsWith('InstrText')) collects = null
      else if (name === 'r' || name === 'fld') [inRun, hidden] = [false, false]
      else if (name === 'del' || name === 'moveFrom') deleted = Math.max(0, deleted - 1)
      else if (name === 'txbxContent') boxes = Math.max(0, boxes - 1)
      else if (name === 'p') for (const sink of sinks.slice(0, 4)) put(sink, '\n')
      else if (boxes === 0) found += closeTable(name, tables, where, found, reading)
    },
  })
  for (const sink of sinks) {
    const text = said[sink].join('').replace(/\n{2,}/g, '\n')
    const at = sink === 'body' ? where : `${where}/${sink}`
    reading.text(at, sink === 'textBox' || sink === 'altText' ? withoutRepeats(text) : text)
  }
  return { letters }
}

/** Ends a cell, a row or a table; answers how many tables were finished. */
function closeTable(
  name: string,
  tables: Table[],
  where: string,
  found: number,
  reading: Reading,
): number {
  const table = tables.at(-1)
  if (!table) return 0
  if (name === 'tc') {
    table.row.push(table.cell.replace(/\n+$/, ''))
    // A cell across several columns keeps those after it in theirs.
    for (let more = 1; more < Math.min(table.span, 200); more++) table.row.push('')
    table.cell = ''
    table.span = 1
  } else if (name === 'tr') {
    table.rows.push(table.row)
    table.row = []
  } else if (name === 'tbl') {
    tables.pop()
    reading.rows(`${where}/table:${found + 1}`, table.rows)
    return 1
  }
  return 0
}

/** A box is written twice, for new and for old programs. */
const withoutRepeats = (text: string): string => [...new Set(text.split('\n'))].join('\n')
