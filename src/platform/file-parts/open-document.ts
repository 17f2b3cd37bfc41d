import type { Zip } from '../zip.ts'
import type { Reading } from './reading.ts'
import { attribute, attributeWords, readAnyXml, walkXml } from './xml.ts'

// Writers repeat the last empty cell to the edge of the sheet.
const mostRepeats = 200

/** Reads an OpenDocument file: its tables as rows, what was deleted, notes, properties, objects within. */
export async function readOpenDocument(zip: Zip, reading: Reading): Promise<void> {
  let letters = 0
  let pictures = 0
  for (const part of zip.names) {
    if (part.endsWith('/') || part === 'mimetype' || /^META-INF\//.test(part)) continue
    if (/^(?:Pictures|Thumbnails)\//.test(part)) pictures += part.startsWith('P') ? 1 : 0
    else if (/(?:^|\/)content\.xml$/.test(part)) letters += readContent(zip.part(part), reading)
    else if (/(?:^|\/)meta\.xml$/.test(part)) readAnyXml(zip.part(part), 'properties', reading)
    else if (/(?:^|\/)styles\.xml$/.test(part)) readAnyXml(zip.part(part), 'header', reading)
    else if (/\.xml$/.test(part)) readAnyXml(zip.part(part), `part:${part}`, reading)
    else if (/^(?:Basic|Scripts)\//.test(part)) reading.unread('macros', 'macros')
    else if (!/\.(?:rdf|xba|xlb|png|svm|wmf)$/.test(part)) {
      const name = part.replace(/^.*\//, '')
      await reading.inside(`embedded:${name}`, name, zip.part(part))
    }
  }
  if (pictures > 0 && letters < pictures * 20) reading.unread('pictures', 'scannedPicture')
}

function readContent(bytes: Uint8Array, reading: Reading): number {
  const said = { body: '', comments: '', deletedText: '', altText: '' }
  const tables: { name: string; rows: string[][]; row: string[]; cell: string; repeat: number }[] =
    []
  const inside = { annotation: 0, 'tracked-changes': 0 }
  let letters = 0
  let number = 0
  const put = (text: string) => {
    const table = tables.at(-1)
    if (inside.annotation > 0) said.comments += text
    else if (inside['tracked-changes'] > 0) said.deletedText += text
    else if (table) table.cell += text
    else said.body += text
  }
  walkXml(bytes, {
    open(name, attributes) {
      if (name === 'annotation' || name === 'tracked-changes') inside[name] += 1
      else if (name === 'table')
        tables.push({
          name: attribute(attributes, 'name') ?? '',
          rows: [],
          row: [],
          cell: '',
          repeat: 1,
        })
      else if (name === 'table-cell' || name === 'covered-table-cell') {
        const table = tables.at(-1)
        if (!table) return
        table.repeat = Number(attribute(attributes, 'number-columns-repeated') ?? 1) || 1
        table.cell = ''
        const value = attribute(attributes, 'value')
        if (value && /\d{11}|[eE]/.test(value)) said.altText += `${value}\n`
      } else if (name === 'tab' || name === 's') put(' ')
      else if (name === 'line-break') put('\n')
      said.altText += attributeWords(name, attributes)
        .map((words) => `${words}\n`)
        .join('')
    },
    text(text) {
      letters += text.length
      put(text)
    },
    close(name) {
      if (name === 'annotation' || name === 'tracked-changes') inside[name] -= 1
      else if (name === 'p' || name === 'h') put('\n')
      const table = tables.at(-1)
      if (!table) return
      if (name === 'table-cell' || name === 'covered-table-cell')
        for (let i = 0; i < Math.min(table.repeat, mostRepeats); i++)
          table.row.push(table.cell.replace(/\n+$/, ''))
      else if (name === 'table-row') {
        table.rows.push(table.row)
        table.row = []
      } else if (name === 'table') {
        tables.pop()
        number += 1
        reading.rows(`sheet:${table.name || number}`, table.rows)
      }
    },
  })
  reading.text('body', said.body)
  reading.text('comments', said.comments)
  reading.text('deletedText', said.deletedText)
  reading.text('altText', said.altText)
  return letters
}
