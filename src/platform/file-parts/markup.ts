import { Parser } from 'htmlparser2'
import { decodePlain } from './plain.ts'
import type { Reading } from './reading.ts'
import { attributeWords } from './xml.ts'

const blocks =
  /^(?:p|div|h\d|li|br|tr|table|section|article|title|dt|dd|pre|blockquote|option|figcaption)$/

/** Reads a page: its text, its tables, and what does not show (comments, scripts, attributes). */
export function readMarkup(bytes: Uint8Array, reading: Reading): void {
  const source = decodePlain(bytes)
  if (source === null) {
    reading.unread('body', 'encoding')
    return
  }
  let body = ''
  const unseen: string[] = []
  const attributes: string[] = []
  const tables: { rows: string[][]; row: string[]; cell: string }[] = []
  let scripts = 0
  let number = 0
  let letters = 0
  let pictures = 0
  const put = (text: string) => {
    const table = tables.at(-1)
    if (scripts > 0) unseen.push(text)
    else if (table) table.cell += text
    else body += text
  }
  const parser = new Parser(
    {
      onopentag(name, given) {
        attributes.push(...attributeWords(name, given))
        if (name === 'script' || name === 'style') scripts += 1
        else if (name === 'img') pictures += 1
        else if (name === 'table') tables.push({ rows: [], row: [], cell: '' })
        else if (name === 'td' || name === 'th') {
          const table = tables.at(-1)
          if (table) table.cell = ''
        } else if (blocks.test(name)) put('\n')
      },
      ontext(text) {
        letters += text.trim().length
        put(text)
      },
      oncomment: (text) => void unseen.push(text),
      onclosetag(name) {
        if (name === 'script' || name === 'style') scripts -= 1
        const table = tables.at(-1)
        if (table && (name === 'td' || name === 'th')) table.row.push(table.cell.trim())
        else if (table && name === 'tr') {
          table.rows.push(table.row)
          table.row = []
        } else if (table && name === 'table') {
          tables.pop()
          number += 1
          reading.rows(`table:${number}`, table.rows)
        } else if (blocks.test(name)) put('\n')
      },
    },
    { decodeEntities: true },
  )
  parser.end(source)
  reading.text('body', body.replace(/\n\s*\n+/g, '\n'))
  reading.text('hiddenText', unseen.join('\n'))
  reading.text('altText', attributes.join('\n'))
  if (pictures > 0 && letters < 20) reading.unread('pictures', 'scannedPicture')
}
