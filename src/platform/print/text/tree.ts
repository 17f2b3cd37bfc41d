import { DomUtils, parseDocument } from 'htmlparser2'
import { bodyOf, type TableBlock, tableOf } from './table.ts'

type Node = ReturnType<typeof parseDocument>['children'][number]
export type Element = Extract<Node, { name: string; children: Node[] }>

/** Words in one dress; `br` breaks the line. */
export interface Run {
  readonly s: string
  readonly b?: true
  readonly u?: true
  readonly sup?: true
  readonly sub?: true
}

export type Block =
  | { readonly t: 'p'; readonly align: 'left' | 'center' | 'right'; readonly runs: readonly Run[] }
  | { readonly t: 'h'; readonly level: number; readonly runs: readonly Run[] }
  | { readonly t: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] }
  | { readonly t: 'quote'; readonly blocks: readonly Block[] }
  | { readonly t: 'img'; readonly name: string; readonly alt: string }
  | TableBlock

export const isElement = (node: Node): node is Element => 'name' in node && 'children' in node

const blockNames = new Set(
  'p,div,h1,h2,h3,h4,h5,h6,ul,ol,li,blockquote,table,figure,figcaption,hr,img'.split(','),
)
const dresses: Readonly<Record<string, Partial<Run>>> = {
  strong: { b: true },
  b: { b: true },
  u: { u: true },
  sup: { sup: true },
  sub: { sub: true },
}

const alignOf = (element: Element): 'left' | 'center' | 'right' => {
  const { style = '', class: classes = '', align = '' } = element.attribs
  const found = /text-align:\s*(center|right)/.exec(style)?.[1] ?? align
  if (found === 'center' || /\bcenter\b/.test(classes)) return 'center'
  return found === 'right' || /\bright\b/.test(classes) ? 'right' : 'left'
}

const words = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ')

const runsOf = (nodes: readonly Node[], dress: Partial<Run> = {}): Run[] =>
  nodes.flatMap((node): Run[] => {
    if (node.type === 'text') return node.data === '' ? [] : [{ ...dress, s: words(node.data) }]
    if (!isElement(node)) return []
    if (node.name === 'br') return [{ s: '\n' }]
    return runsOf(node.children, { ...dress, ...dresses[node.name] })
  })

/** Leading and trailing blanks gone: paragraphs are indented by the template, not by spaces. */
const trimmed = (runs: readonly Run[]): Run[] => {
  const kept = runs.filter(({ s }) => s !== '')
  while (kept[0] && kept[0].s.trim() === '') kept.shift()
  while (kept.at(-1)?.s.trim() === '') kept.pop()
  const [first, ...rest] = kept
  return first ? [{ ...first, s: first.s.replace(/^[\s\u3000]+/, '') }, ...rest] : []
}

const paragraph = (nodes: readonly Node[], align: 'left' | 'center' | 'right'): Block[] => {
  const runs = trimmed(runsOf(nodes))
  return runs.length === 0 ? [] : [{ t: 'p', align, runs }]
}

const isBlock = (node: Node): boolean =>
  isElement(node) &&
  (blockNames.has(node.name) ||
    DomUtils.findOne(({ name }) => blockNames.has(name), node.children, true) !== null)

/** The content of a box: its blocks, with loose words between them as paragraphs. */
export const blocksOf = (
  nodes: readonly Node[],
  align: 'left' | 'center' | 'right' = 'left',
): Block[] => {
  const blocks: Block[] = []
  let loose: Node[] = []
  const flush = () => {
    blocks.push(...paragraph(loose, align))
    loose = []
  }
  for (const node of nodes) {
    if (!isBlock(node)) {
      loose.push(node)
      continue
    }
    flush()
    blocks.push(...blockOf(node as Element, align))
  }
  flush()
  return blocks
}

const blockOf = (element: Element, align: 'left' | 'center' | 'right'): Block[] => {
  const { name, children } = element
  const own = alignOf(element)
  const set = own === 'left' ? align : own
  if (/^h[1-6]$/.test(name)) {
    const runs = trimmed(runsOf(children))
    return runs.length === 0 ? [] : [{ t: 'h', level: Number(name[1]), runs }]
  }
  if (name === 'img') {
    const picture = /([0-9a-f]{64})/.exec(element.attribs.src ?? '')?.[1]
    return picture ? [{ t: 'img', name: picture, alt: element.attribs.alt ?? '' }] : []
  }
  if (name === 'ul' || name === 'ol') {
    const items = children.filter(isElement).map((item) => blocksOf(item.children))
    const filled = items.filter((item) => item.length > 0)
    return filled.length === 0 ? [] : [{ t: 'list', ordered: name === 'ol', items: filled }]
  }
  if (name === 'blockquote') return [{ t: 'quote', blocks: blocksOf(children, set) }]
  if (name === 'table') {
    const caption = children.filter(isElement).find((child) => child.name === 'caption')
    const table = tableOf(bodyOf(element), blocksOf)
    return [...(caption ? paragraph(caption.children, 'center') : []), ...(table ? [table] : [])]
  }
  return blocksOf(children, set)
}

/** Cleaned HTML of an edition as a small tree of data, which the template lays out. */
export const treeOf = (html: string): Block[] => blocksOf(parseDocument(html).children)

/** The pictures that a tree shows, by the hash under which the store keeps them. */
export const picturesIn = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => {
    if (block.t === 'img') return [block.name]
    if (block.t === 'list') return block.items.flatMap(picturesIn)
    if (block.t === 'quote') return picturesIn(block.blocks)
    return block.t === 'table' ? block.cells.flatMap((cell) => picturesIn(cell.blocks)) : []
  })
