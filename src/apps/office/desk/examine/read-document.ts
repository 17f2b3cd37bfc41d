import type { Node } from '@tiptap/pm/model'

/** The words of a text in the editor, each with the place where it stands. */
export interface ReadDocument {
  readonly text: string
  /** Place of each character; that of a line end or a tab is where the text before it ends. */
  readonly places: readonly number[]
}

/** A line for each block, a tab between cells: as the server reads a text out. */
export function readDocument(doc: Node): ReadDocument {
  const parts: string[] = []
  const places: number[] = []
  const write = (text: string, place: number, isText: boolean) => {
    parts.push(text)
    for (let k = 0; k < text.length; k++) places.push(isText ? place + k : place)
  }
  const read = (node: Node, place: number, inCell: boolean): void => {
    if (node.isText) write(node.text ?? '', place, true)
    if (node.type.name === 'hardBreak') write(inCell ? ' ' : '\n', place, false)
    if (node.isLeaf) return
    const isCell = node.type.spec.tableRole === 'cell' || node.type.spec.tableRole === 'header_cell'
    // The document itself has no sign before its first child; every other node has.
    const inside = node.type.name === 'doc' ? place : place + 1
    node.forEach((child, offset, index) => {
      if (index > 0 && node.type.spec.tableRole === 'row') write('\t', inside + offset, false)
      read(child, inside + offset, inCell || isCell)
    })
    const end = place + node.nodeSize - 1
    if (node.isTextblock) write(inCell ? ' ' : '\n', end, false)
    else if (node.type.spec.tableRole === 'row') write('\n', end, false)
  }
  read(doc, 0, false)
  return { text: parts.join(''), places }
}
