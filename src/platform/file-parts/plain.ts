import type { Reading } from './reading.ts'

/** Text by its byte order mark, else UTF-8 where it is valid, else GB18030; null where it is neither. */
export function decodePlain(bytes: Uint8Array): string | null {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null
  if (marked) return new TextDecoder(marked).decode(bytes)
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {}
  }
  return null
}

/** Rows of a CSV file; quotes may hold commas and line ends, the separator is what the first line uses. */
export function csvRows(text: string): string[][] {
  const first = text.slice(0, text.search(/[\r\n]|$/))
  const separator = [',', '\t', ';', '，', '|'].toSorted(
    (one, other) => first.split(other).length - first.split(one).length,
  )[0]
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const letter = text[i]
    if (quoted) {
      if (letter !== '"') cell += letter
      else if (text[i + 1] === '"') {
        cell += '"'
        i += 1
      } else quoted = false
    } else if (letter === '"' && cell === '') quoted = true
    else if (letter === separator) {
      row.push(cell)
      cell = ''
    } else if (letter === '\n' || letter === '\r') {
      if (letter === '\r' && text[i + 1] === '\n') i += 1
      rows.push([...row, cell])
      row = []
      cell = ''
    } else cell += letter
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell])
  return rows
}

export function readPlain(bytes: Uint8Array, name: string, reading: Reading): void {
  const text = decodePlain(bytes)?.replace(/^\ufeff/, '')
  // Text with these in it was something else: a program, a picture, an unknown encoding.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  const isForeign = text !== undefined && /[\u0000-\u0008\u000e-\u001a]/.test(text)
  if (text === undefined) reading.unread('body', 'encoding')
  else if (isForeign) reading.unread('body', 'unknownFormat')
  else if (/\.(?:csv|tsv)$/i.test(name)) reading.rows('body', csvRows(text))
  else {
    reading.text('body', text)
    // Data for programs may write each letter as its number: \u0031 is 1.
    if (/\\u00[2-7][0-9a-f]/i.test(text)) reading.text('body/escaped', unescaped(text))
  }
}

const unescaped = (text: string): string =>
  text.replace(/\\u([0-9a-f]{4})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )

const groupsWithoutWords =
  /^(?:fonttbl|colortbl|stylesheet|themedata|colorschememapping|latentstyles|datastore|xmlnstbl|listtable|rsidtbl|generator)$/

/** Words of a rich text file: control words left out, `\'b0` bytes read by its code page, `\u` as they are. */
export function readRichText(bytes: Uint8Array, reading: Reading): void {
  const source = Buffer.from(bytes).toString('latin1')
  const page = Number(/\\ansicpg(\d+)/.exec(source)?.[1] ?? 936)
  const decoder = new TextDecoder(page === 936 || page === 54936 ? 'gb18030' : 'windows-1252')
  let text = ''
  let pending: number[] = []
  let pictures = 0
  const flush = () => {
    if (pending.length > 0) text += decoder.decode(Uint8Array.from(pending))
    pending = []
  }
  const skips: boolean[] = []
  let skip = false
  let ucSkip = 1
  let swallow = 0
  for (const [token] of source.matchAll(
    /\\'[0-9a-f]{2}|\\[a-z]+-?\d* ?|\\[^a-z]|[{}]|[^\\{}\r\n]+/gi,
  )) {
    if (token === '{') skips.push(skip)
    else if (token === '}') skip = skips.pop() ?? false
    else if (token.startsWith("\\'")) {
      if (swallow > 0) swallow -= 1
      else if (!skip) pending.push(Number.parseInt(token.slice(2), 16))
    } else if (/^\\[a-z]/i.test(token)) {
      const [, word = '', argument = ''] = /^\\([a-z]+)(-?\d*)/i.exec(token) ?? []
      if (groupsWithoutWords.test(word)) skip = true
      else if (word === 'pict') {
        pictures += 1
        skip = true
      } else if (word === 'objdata') {
        reading.unread('embedded:object', 'unknownFormat')
        skip = true
      } else if (word === 'uc') ucSkip = Number(argument)
      else if (word === 'u' && !skip) {
        flush()
        text += String.fromCharCode((Number(argument) + 65_536) % 65_536)
        swallow = ucSkip
      } else if (/^(?:par|line|row|tab|cell)$/.test(word) && !skip) {
        flush()
        text += word === 'tab' || word === 'cell' ? '\t' : '\n'
      }
    } else if (token === '\\*' || skip) continue
    else {
      flush()
      text += token.startsWith('\\') ? token.slice(1) : token.slice(swallow)
      swallow = 0
    }
  }
  flush()
  reading.text('body', text)
  if (pictures > 0 && text.length < pictures * 20) reading.unread('pictures', 'scannedPicture')
}
