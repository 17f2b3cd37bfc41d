import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { DomUtils, parseDocument } from 'htmlparser2'
import { refuse } from '../letters/refusals.ts'
import { type Mark, piecesOf, type Redacted, type Removed, type Segment, stampOf } from './marks.ts'

type Document = ReturnType<typeof parseDocument>
type Node = Document['children'][number]
type Element = Extract<Node, { name: string; attribs: Record<string, string> }>

const isElement = (node: Node): node is Element => 'attribs' in node && 'name' in node

// Parts with words of their own that a reader sees. Everything else that may hold words — comments,
// properties, revisions, embedded files, pictures, custom XML, glossaries — does not come along at all.
const wordy = /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml$/
const carried = /^word\/(?:styles|numbering|fontTable|theme\/theme\d+)\.xml$/
const whereOf = (name: string): string =>
  name === 'word/document.xml' ? 'body' : name.replace(/^word\/|\.xml$/g, '')

/** Removed with all they hold: what was deleted, what is hidden, and what points elsewhere. */
const dropped = new Set([
  'w:del',
  'w:moveFrom',
  'w:pPrChange',
  'w:rPrChange',
  'w:tblPrChange',
  'w:trPrChange',
  'w:tcPrChange',
  'w:sectPrChange',
  'w:tblGridChange',
  'w:numberingChange',
  'w:commentRangeStart',
  'w:commentRangeEnd',
  'w:commentReference',
  'w:annotationRef',
  'w:bookmarkStart',
  'w:bookmarkEnd',
  'w:moveFromRangeStart',
  'w:moveFromRangeEnd',
  'w:moveToRangeStart',
  'w:moveToRangeEnd',
  'w:proofErr',
  'w:permStart',
  'w:permEnd',
  'w:drawing',
  'w:pict',
  'w:object',
  'w:instrText',
  'w:delInstrText',
  'w:delText',
  'w:fldChar',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:customXmlPr',
  'w:smartTagPr',
  'w:altChunk',
  'w:ruby',
  'mc:AlternateContent',
  'w:lastRenderedPageBreak',
  'm:oMath',
  'm:oMathPara',
  'w:attachedTemplate',
])
/** Their marks go, what they hold stays. */
const unwrapped = new Set([
  'w:ins',
  'w:moveTo',
  'w:hyperlink',
  'w:sdt',
  'w:sdtContent',
  'w:smartTag',
  'w:customXml',
  'w:fldSimple',
  'w:dir',
  'w:bdo',
])

const isHidden = (node: Element): boolean =>
  node.name === 'w:r' &&
  node.children
    .filter(isElement)
    .some(
      (one) =>
        one.name === 'w:rPr' &&
        one.children
          .filter(isElement)
          .some(({ name, attribs }) => name === 'w:vanish' && attribs['w:val'] !== '0'),
    )

const clean = (nodes: readonly Node[]): Node[] =>
  nodes.flatMap((node): Node[] => {
    // Between elements of Word stand no words; what stands there is a comment or an instruction.
    if (!isElement(node)) return node.type === 'text' ? [node] : []
    if (dropped.has(node.name) || isHidden(node)) return []
    const children = clean(node.children as Node[])
    if (unwrapped.has(node.name)) return children
    node.children = children as typeof node.children
    for (const child of children) child.parent = node as never
    for (const name of Object.keys(node.attribs))
      if (/^w:rsid/.test(name)) delete node.attribs[name]
    return [node]
  })

interface Part {
  readonly name: string
  readonly document: Document
  readonly paragraphs: readonly Element[]
}

const textsOf = (paragraph: Element): Element[] =>
  DomUtils.findAll(({ name }) => name === 'w:t', paragraph.children) as Element[]
const textOf = (paragraph: Element): string =>
  textsOf(paragraph)
    .map((one) => DomUtils.textContent(one))
    .join('')

const largestUnpacked = 200 * 1024 * 1024

const unpack = (bytes: Uint8Array): Record<string, Uint8Array> => {
  let sum = 0
  try {
    return unzipSync(bytes, {
      filter: (file) => {
        sum += file.originalSize
        if (sum > largestUnpacked) throw new Error('too much')
        return wordy.test(file.name) || carried.test(file.name)
      },
    })
  } catch {
    throw refuse('redactionUnread')
  }
}

const partsOf = (files: Readonly<Record<string, Uint8Array>>): Part[] => {
  if (!files['word/document.xml']) throw refuse('redactionUnread')
  return Object.keys(files)
    .filter((name) => wordy.test(name))
    .sort((one, other) => Number(other.includes('document')) - Number(one.includes('document')))
    .map((name) => {
      const xml = strFromU8(files[name] ?? new Uint8Array())
      if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw refuse('redactionUnread')
      const document = parseDocument(xml, { xmlMode: true })
      document.children = clean(document.children) as typeof document.children
      const paragraphs = DomUtils.findAll(
        (one) => one.name === 'w:p',
        document.children,
      ) as Element[]
      return { name, document, paragraphs }
    })
}

/** The paragraphs and cells of a Word file that can be chosen, as they will be shown. */
export const docxSegments = (bytes: Uint8Array): Segment[] =>
  partsOf(unpack(bytes)).flatMap((part) =>
    part.paragraphs.flatMap((paragraph, at) => {
      const text = textOf(paragraph)
      const where = whereOf(part.name)
      return text.trim() === '' ? [] : [{ id: `${where}/${at}`, where, text }]
    }),
  )

const write = (paragraph: Element, text: (from: number, to: number) => string): void => {
  let at = 0
  for (const one of textsOf(paragraph)) {
    const length = DomUtils.textContent(one).length
    const data = text(at, at + length)
    at += length
    one.attribs['xml:space'] = 'preserve'
    const [words] = one.children
    if (words && 'data' in words) {
      words.data = data
      one.children = [words]
    }
  }
}

/** Words of a run between two places, without what is taken out; the stamp stands where it begins. */
const without =
  (
    text: string,
    pieces: readonly { readonly from: number; readonly to: number; readonly n: number }[],
  ) =>
  (from: number, to: number): string => {
    let kept = ''
    for (let at = from; at < to; at++) {
      const piece = pieces.find((one) => one.from <= at && at < one.to)
      if (!piece) kept += text[at]
      else if (piece.from === at) kept += stampOf(piece.n)
    }
    return kept
  }

const written = (part: Part): Uint8Array =>
  strToU8(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${DomUtils.getOuterHTML(
      part.document.children.filter(({ type }) => type !== 'directive'),
      { xmlMode: true },
    )}`,
  )

const types: Readonly<Record<string, string>> = {
  document: 'document.main',
  header: 'header',
  footer: 'footer',
  footnotes: 'footnotes',
  endnotes: 'endnotes',
  styles: 'styles',
  numbering: 'numbering',
  fontTable: 'fontTable',
}
const sortOf = (name: string): string => name.replace(/^word\/|\d*\.xml$/g, '')

/** A package of its own around the parts that were examined; the old one's lists stay behind. */
const packed = (files: Readonly<Record<string, Uint8Array>>, bytes: Uint8Array): Uint8Array => {
  const names = Object.keys(files)
  const overrides = names.map((name) => {
    const type = name.includes('theme/')
      ? 'application/vnd.openxmlformats-officedocument.theme+xml'
      : `application/vnd.openxmlformats-officedocument.wordprocessingml.${types[sortOf(name)]}+xml`
    return `<Override PartName="/${name}" ContentType="${type}"/>`
  })
  const old = unzipSync(bytes, { filter: ({ name }) => name === 'word/_rels/document.xml.rels' })
  const relations = strFromU8(old['word/_rels/document.xml.rels'] ?? new Uint8Array())
  // Only what came along is named; targets outside, with their words, are not.
  const named = [...relations.matchAll(/<Relationship\b[^>]*>/g)]
    .map(([whole]) => whole)
    .filter((one) => {
      const target = /Target="([^"]*)"/.exec(one)?.[1] ?? ''
      return !/TargetMode="External"/.test(one) && names.includes(`word/${target}`)
    })
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
  const space = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
  return zipSync({
    '[Content_Types].xml': strToU8(
      `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`,
    ),
    '_rels/.rels': strToU8(
      `${head}<Relationships ${space}><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/_rels/document.xml.rels': strToU8(
      `${head}<Relationships ${space}>${named.map((one) => (one.endsWith('/>') ? one : one.replace(/>$/, '/>'))).join('')}</Relationships>`,
    ),
    ...files,
  })
}

/** The list of what was taken out and why, as paragraphs behind the text. */
const appendix = (removed: readonly Removed[], words: (ground: string) => string): string => {
  const line = (text: string) =>
    `<w:p><w:r><w:t xml:space="preserve">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</w:t></w:r></w:p>`
  return [
    line('区分处理说明（《中华人民共和国政府信息公开条例》第三十七条）'),
    ...removed.map(({ n, ground, note }) =>
      line(`${stampOf(n)}${words(ground)}${note === '' ? '' : `：${note}`}`),
    ),
  ].join('')
}

/** Takes the marked words out of a Word file and builds it anew of what was examined. */
export function redactDocx(
  bytes: Uint8Array,
  marks: readonly Mark[],
  words: (ground: string) => string,
): Redacted {
  const files = unpack(bytes)
  const parts = partsOf(files)
  const removed: Removed[] = []
  const bySegment = Map.groupBy(marks, ({ segment }) => segment)
  for (const part of parts)
    for (const [at, paragraph] of part.paragraphs.entries()) {
      const where = whereOf(part.name)
      const own = bySegment.get(`${where}/${at}`)
      if (!own) continue
      bySegment.delete(`${where}/${at}`)
      const text = textOf(paragraph)
      const pieces = piecesOf(text, own).map(({ from, to, mark }) => {
        const n = removed.length + 1
        removed.push({
          n,
          where,
          text: text.slice(from, to),
          ground: mark.ground,
          note: mark.note,
          at: { segment: mark.segment, from, to },
        })
        return { from, to, n }
      })
      write(paragraph, without(text, pieces))
    }
  if (bySegment.size > 0) throw refuse('redactionNowhere')
  const kept = Object.fromEntries(parts.map((part) => [part.name, written(part)]))
  const body = strFromU8(kept['word/document.xml'] ?? new Uint8Array())
  const end = body.lastIndexOf('<w:sectPr')
  const place = end > 0 ? end : body.lastIndexOf('</w:body>')
  kept['word/document.xml'] = strToU8(
    body.slice(0, place) + appendix(removed, words) + body.slice(place),
  )
  return { bytes: packed({ ...files, ...kept }, bytes), removed }
}
