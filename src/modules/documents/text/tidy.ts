import { DomUtils, parseDocument } from 'htmlparser2'

type Node = ReturnType<typeof parseDocument>['children'][number]
type Element = Extract<Node, { name: string; children: Node[] }>

const paragraphs = new Set(['p', 'h2', 'h3', 'h4', 'h5', 'h6', 'figure', 'div'])
const blocks = new Set([...paragraphs, 'ul', 'ol', 'blockquote', 'hr', 'table'])
/** Parts of a table mean nothing outside one. */
const inside: Readonly<Record<string, readonly string[]>> = {
  td: ['tr'],
  th: ['tr'],
  tr: ['table', 'thead', 'tbody', 'tfoot'],
  thead: ['table'],
  tbody: ['table'],
  tfoot: ['table'],
  caption: ['table'],
}

const isElement = (node: Node): node is Element => 'name' in node && 'children' in node
const isBlock = (node: Node): boolean => isElement(node) && blocks.has(node.name)
const isBlank = (node: Node): boolean =>
  DomUtils.textContent(node).replaceAll('&nbsp;', '').trim() === '' &&
  DomUtils.findOne(({ name }) => name === 'img' || name === 'table', [node], true) === null

/**
 * Puts text that is already clean in order: a box of words becomes a paragraph, a box of blocks
 * dissolves into them, paragraphs that hold nothing are dropped, cells without a table are boxes.
 */
export function tidy(html: string): string {
  // Entities are passed through as they stand, so that nothing is unescaped on the way.
  const document = parseDocument(html, { decodeEntities: false })
  document.children = tidied(document.children, '')
  return DomUtils.getOuterHTML(document, { decodeEntities: false })
}

function tidied(children: readonly Node[], parent: string): Node[] {
  const out: Node[] = []
  for (const child of children) {
    if (!isElement(child)) {
      out.push(child)
      continue
    }
    if (inside[child.name]?.includes(parent) === false) {
      child.name = 'div'
      for (const name of ['colspan', 'rowspan', 'scope']) delete child.attribs[name]
    }
    child.children = tidied(child.children, child.name)
    if (!paragraphs.has(child.name)) out.push(child)
    else if (isBlank(child)) continue
    else if (child.name !== 'figure' && child.children.some(isBlock)) out.push(...dissolved(child))
    else {
      if (child.name === 'div') child.name = 'p'
      out.push(child)
    }
  }
  return out
}

/** Loose words beside blocks become paragraphs of their own, so that none run together. */
function dissolved(box: Element): Node[] {
  const out: Node[] = []
  let loose: Element | null = null
  for (const inner of box.children) {
    if (isBlock(inner)) {
      loose = null
      out.push(inner)
    } else if (loose) loose.children.push(inner)
    else if (!isBlank(inner)) {
      loose = parseDocument('<p></p>').children[0] as Element
      loose.children.push(inner)
      out.push(loose)
    }
  }
  return out
}
