import { DomUtils, parseDocument } from 'htmlparser2'
import { type Block, itemOf, joined, type ListItem } from './lists.ts'
import {
  type Align,
  alignOf,
  isIndented,
  marksOf,
  rulesOf,
  type Style,
  styleOfElement,
} from './style.ts'

type ChildNode = ReturnType<typeof parseDocument>['children'][number]
type Element = Extract<ChildNode, { name: string; attribs: object }>
type Text = Extract<ChildNode, { data: string; type: 'text' }>

const isTag = (node: ChildNode | Element['parent']): node is Element =>
  node !== null && 'attribs' in node
const isText = (node: ChildNode): node is Text => node.type === 'text'

/** A clipboard's HTML made fit for the desk, and how many pictures could not come along. */
export interface Pasted {
  readonly html: string
  readonly lostPictures: number
}

const headings: Readonly<Record<string, string>> = {
  // The page has its one h1: the title.
  h1: 'h2',
  h2: 'h2',
  h3: 'h3',
  h4: 'h4',
  h5: 'h4',
  h6: 'h4',
}
const marks: Readonly<Record<string, string>> = {
  ...{ b: 'strong', strong: 'strong', i: 'em', em: 'em', u: 'u', ins: 'u' },
  ...{ s: 's', del: 's', strike: 's', sub: 'sub', sup: 'sup' },
}
const silent = new Set([
  'style',
  'script',
  'head',
  'meta',
  'link',
  'title',
  'xml',
  'col',
  'colgroup',
])
const boxes = new Set([
  ...['p', 'div', 'table', 'ul', 'ol', 'li', 'blockquote', 'hr', 'pre', 'section', 'article'],
  ...['center', 'dl', 'dt', 'dd', 'header', 'footer', 'main', 'figure', 'address', 'body'],
  ...Object.keys(headings),
])

// Where the source broke a line; between hanzi it is nothing, elsewhere a space.
const lineBreak = '\ue000'
const wide = String.raw`[\p{Script=Han}\u3000-\u303f\uff00-\uffef\u2018-\u201d]`
const brokenBetweenWide = new RegExp(
  `(${wide})((?:<[^>]*>)*)${lineBreak}((?:<[^>]*>)*)(?=${wide})`,
  'gu',
)
const leadingSpace = /^((?:<[^>]*>)*)[\u00a0\u3000\u2002\u2003 ]{2,}/u

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const quoted = (text: string): string => escaped(text).replaceAll('"', '&quot;')

const isSilent = (element: Element): boolean =>
  silent.has(element.name) || element.name.startsWith('v:') || element.name.startsWith('w:')
const hasBox = (element: Element): boolean =>
  DomUtils.existsOne((one) => boxes.has(one.name), element.children)

/** Reads a clipboard's HTML, from Word, WPS, a sheet or a page, and keeps what a document needs. */
export function normalisePaste(source: string): Pasted {
  // Copied from a desk: it is fit already.
  if (source.includes('data-pm-slice')) return { html: source, lostPictures: 0 }
  const root = parseDocument(source)
  const sheets = DomUtils.getElementsByTagName('style', root.children)
  const rules = rulesOf(sheets.map((sheet) => DomUtils.textContent(sheet.children)).join('\n'))
  let lostPictures = 0

  const styled = (element: Element): Style => styleOfElement(rules, element.name, element.attribs)

  const picture = ({ attribs }: Element): string => {
    const src = attribs.src ?? ''
    if (!/^data:image\/(?:png|jpeg|gif|webp);base64,|^\/files\//.test(src)) {
      lostPictures += 1
      return ''
    }
    const alt = /^(?:\u56fe\u7247|picture|image|img)[\s_-]*\d*$/i.test(attribs.alt ?? '')
      ? ''
      : (attribs.alt ?? '')
    return `<img src="${quoted(src)}" alt="${quoted(alt)}">`
  }

  const inline = (nodes: readonly ChildNode[]): string =>
    nodes
      .map((node) => {
        if (isText(node))
          return escaped(
            node.data.replace(/[ \t]*[\r\n]+[ \t\r\n]*/g, lineBreak).replace(/[ \t]+/g, ' '),
          )
        if (!isTag(node) || isSilent(node)) return ''
        const style = styled(node)
        if (style.get('display') === 'none' || style.get('mso-list') === 'ignore') return ''
        if (node.name === 'br') return style.get('page-break-before') === 'always' ? '' : '<br>'
        if (node.name === 'img') return picture(node)
        const inside = inline(node.children)
        const href = node.name === 'a' ? (node.attribs.href ?? '').trim() : ''
        if (/^(?:https?:\/\/|mailto:)/i.test(href)) return `<a href="${quoted(href)}">${inside}</a>`
        if (inside.trim() === '') return inside
        const wraps = marks[node.name] ? [marks[node.name]] : marksOf(style)
        return wraps.reduce((html, mark) => `<${mark}>${html}</${mark}>`, inside)
      })
      .join('')

  const settled = (html: string): string =>
    html
      .replace(brokenBetweenWide, '$1$2$3')
      .replaceAll(lineBreak, ' ')
      .replace(/^(?: |<br>)+|(?:\s|<br>)+$/g, '')

  const isBare = (html: string): boolean =>
    html.replace(/<(?!img)[^>]*>|[\s\u00a0\u3000]+/g, '') === ''

  const paragraph = (tag: string, content: string, style: Style, align: Align | null): string => {
    const spaced = leadingSpace.test(content)
    const words = content.replace(leadingSpace, '$1')
    const indent = align === null && tag === 'p' && (spaced || isIndented(style))
    const attributes = `${indent ? ' class="indent"' : ''}${align ? ` style="text-align: ${align}"` : ''}`
    const inside = tag === 'p' ? words : words.replace(/<\/?strong>/g, '')
    return `<${tag}${attributes}>${inside}</${tag}>`
  }

  const listMark = (element: Element): { mark: string; isSymbol: boolean } | null => {
    const found = DomUtils.findOne(
      (one) => styled(one).get('mso-list') === 'ignore',
      element.children,
      true,
    )
    if (!found) return null
    const near = [found, found.parent].filter(isTag)
    return {
      mark: DomUtils.textContent(found.children),
      isSymbol: near.some((one) => /wingdings|symbol/.test(styled(one).get('font-family') ?? '')),
    }
  }

  /** One paragraph, as a list item where Word meant one. */
  const textBlock = (element: Element, outer: Align | null): Block[] => {
    const style = styled(element)
    const align = alignOf(style, element.attribs.align) ?? outer
    const tag = headings[element.name] ?? 'p'
    const level = Number(/level(\d)/.exec(style.get('mso-list') ?? '')?.[1] ?? 0)
    const found = level > 0 ? listMark(element) : null
    const item: ListItem | null =
      found && tag === 'p' ? itemOf(found.mark, level, found.isSymbol) : null
    const number = found && !item ? escaped(found.mark.replace(/[\s\u00a0]+/g, '')) : ''
    const content = settled(number + inline(element.children))
    if (isBare(content)) return []
    return item
      ? [{ html: `<p>${content}</p>`, item }]
      : [{ html: paragraph(tag, content, style, align) }]
  }

  const cell = (element: Element, isHead: boolean): string => {
    const style = styled(element)
    const tag = isHead || element.name === 'th' ? 'th' : 'td'
    const spans = (['colspan', 'rowspan'] as const)
      .filter(
        (name) => /^[1-9]\d*$/.test(element.attribs[name] ?? '') && element.attribs[name] !== '1',
      )
      .map((name) => ` ${name}="${element.attribs[name]}"`)
      .join('')
    const inside = joined(blocks(element.children, alignOf(style, element.attribs.align)))
    return `<${tag}${spans}>${inside || '<p></p>'}</${tag}>`
  }

  const table = (element: Element): string => {
    const rowsOf = (nodes: readonly ChildNode[], isHead: boolean): string[] =>
      nodes.filter(isTag).flatMap((one) => {
        if (one.name !== 'tr') return rowsOf(one.children, one.name === 'thead')
        const cells = one.children
          .filter(isTag)
          .filter(({ name }) => name === 'td' || name === 'th')
        return cells.length > 0 ? [`<tr>${cells.map((c) => cell(c, isHead)).join('')}</tr>`] : []
      })
    const rows = rowsOf(element.children, false)
    return rows.length > 0 ? `<table><tbody>${rows.join('')}</tbody></table>` : ''
  }

  const list = (element: Element): string => {
    const start = /^[1-9]\d*$/.test(element.attribs.start ?? '') ? element.attribs.start : undefined
    const items = element.children.filter(isTag).map((item) => {
      const inside = joined(blocks(item.children, null))
      return item.name === 'li' || inside !== '' ? `<li>${inside || '<p></p>'}</li>` : ''
    })
    const opening = start && element.name === 'ol' ? `ol start="${start}"` : element.name
    return `<${opening}>${items.join('')}</${element.name}>`
  }

  const blockOf = (element: Element, outer: Align | null): Block[] => {
    if (element.name === 'table') return [{ html: table(element) }]
    if (element.name === 'ul' || element.name === 'ol') return [{ html: list(element) }]
    if (element.name === 'hr') return [{ html: '<hr>' }]
    const align =
      alignOf(styled(element), element.attribs.align) ??
      (element.name === 'center' ? 'center' : outer)
    if (element.name === 'blockquote')
      return [{ html: `<blockquote>${joined(blocks(element.children, align))}</blockquote>` }]
    return hasBox(element) ? blocks(element.children, align) : textBlock(element, align)
  }

  const blocks = (nodes: readonly ChildNode[], outer: Align | null): Block[] => {
    const made: Block[] = []
    let loose: ChildNode[] = []
    const flush = () => {
      const content = settled(inline(loose))
      loose = []
      if (!isBare(content)) made.push({ html: paragraph('p', content, new Map(), outer) })
    }
    for (const node of nodes) {
      if (isTag(node) && !isSilent(node) && (boxes.has(node.name) || hasBox(node))) {
        flush()
        made.push(...blockOf(node, outer))
      } else loose.push(node)
    }
    flush()
    return made
  }

  const top = root.children.flatMap((node) =>
    isTag(node) && node.name === 'html' ? node.children : [node],
  )
  const made = blocks(top, null)
  const only = made.length === 1 && !/<(?:p|div|h\d|table|li)\b/i.test(source)
  // A few words from within a line stay words; as a paragraph they would break the line they go into.
  const html = joined(made)
  return { html: only ? html.replace(/^<p[^>]*>|<\/p>$/g, '') : html, lostPictures }
}
