import { Parser } from 'htmlparser2'
import type { Reading } from './reading.ts'

export type Attributes = Readonly<Record<string, string>>

/** What a reader of XML does on the way; names come without their prefix. */
export interface XmlSteps {
  open?(name: string, attributes: Attributes): void
  text?(text: string): void
  close?(name: string): void
}

/** A part that defines entities, which may expand without end or reach for other files. */
export class EntitiesFound extends Error {}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

export function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes
  const utf16 =
    (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)
      ? 'utf-16le'
      : (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)
        ? 'utf-16be'
        : null
  const declared = utf16
    ? null
    : /^[^>]*encoding=["']([\w-]+)["']/.exec(Buffer.from(bytes.subarray(0, 200)).toString('latin1'))
  const said = declared?.[1]?.toLowerCase() ?? 'utf-8'
  const encoding = utf16 ?? (/^gb/.test(said) ? 'gb18030' : 'utf-8')
  return new TextDecoder(encoding).decode(bytes)
}

/** Walks through an XML part. Office programs never write a document type; one that is there attacks. */
export function walkXml(bytes: Uint8Array, steps: XmlSteps): void {
  const text = decodeXml(bytes)
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new EntitiesFound()
  const parser = new Parser(
    {
      onopentag: (name, attributes) => steps.open?.(local(name), attributes),
      ontext: (words) => steps.text?.(words),
      onclosetag: (name) => steps.close?.(local(name)),
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(text)
}

export const attribute = (attributes: Attributes, name: string): string | undefined => {
  if (attributes[name] !== undefined) return attributes[name]
  for (const key in attributes) if (local(key) === name) return attributes[key]
  return undefined
}

/** Names of fonts and styles are Chinese too, and stand at every run. */
const styling = new Set(['rFonts', 'font', 'latin', 'ea', 'cs', 'sym', 'buFont', 'lang', 'panose1'])
const speaking = new Set(['descr', 'title', 'alt', 'string', 'tooltip', 'prompt', 'promptTitle'])

/** Attributes that may hold words: those made for words, and any that look like it. */
export function attributeWords(name: string, attributes: Attributes): string[] {
  if (styling.has(name)) return []
  const words: string[] = []
  for (const key in attributes) {
    const value = attributes[key] ?? ''
    if (key.startsWith('xmlns') || value === '') continue
    if (speaking.has(local(key)) || /[\u4e00-\u9fff]|\S@\S|\d{11}/.test(value)) words.push(value)
  }
  return words
}

/** All words of a part whose make-up is unknown: every text and every speaking attribute, line by line. */
export function readAnyXml(bytes: Uint8Array, where: string, reading: Reading): void {
  const lines: string[] = []
  let line = ''
  const end = () => {
    if (line.trim() !== '') lines.push(line)
    line = ''
  }
  walkXml(bytes, {
    open(name, attributes) {
      // Runs of one paragraph stay together, so that a number cut by formatting is whole.
      if (!['r', 't', 'rPr', 'span', 'phoneticPr'].includes(name)) end()
      lines.push(...attributeWords(name, attributes))
    },
    text(text) {
      line += text
    },
    close(name) {
      if (!['r', 't', 'rPr', 'span', 'phoneticPr'].includes(name)) end()
    },
  })
  end()
  reading.text(where, lines.join('\n'))
}
