import type { Transaction } from '@tiptap/pm/state'
import { TableMap } from '@tiptap/pm/tables'
import type { Editor } from '@tiptap/react'
import { type FindingKind, isHeader, maskCell, maskValue } from '#wording/contract'

export interface Place {
  readonly from: number
  readonly to: number
}

/** Puts a masked value in place of what stands there; across cells and lines, sign by sign. */
function putMasked(tr: Transaction, { from, to }: Place, kind: FindingKind): void {
  const start = tr.doc.resolve(from)
  if (start.sameParent(tr.doc.resolve(to))) {
    const masked = maskValue(kind, tr.doc.textBetween(from, to))
    // A text is replaced in the marks that it had: bold stays bold.
    tr.replaceWith(
      from,
      to,
      tr.doc.type.schema.text(masked, start.marksAcross(tr.doc.resolve(to)) ?? start.marks()),
    )
    return
  }
  const texts: { at: number; length: number }[] = []
  tr.doc.nodesBetween(from, to, (node, at) => {
    if (!node.isText) return
    const first = Math.max(at, from)
    texts.push({ at: first, length: Math.min(at + node.nodeSize, to) - first })
  })
  for (const { at, length } of texts.reverse())
    tr.replaceWith(
      at,
      at + length,
      tr.doc.type.schema.text('*'.repeat(length), tr.doc.resolve(at).marks()),
    )
}

/** Masks these places; the last first, so that those before keep theirs. One step back undoes it. */
export function maskPlaces(
  editor: Editor,
  places: readonly (Place & { readonly kind: FindingKind })[],
): void {
  const { tr } = editor.state
  for (const place of [...places].sort((a, b) => b.from - a.from)) putMasked(tr, place, place.kind)
  editor.view.dispatch(tr)
}

/** The table and the column in which a place lies. */
function columnAt(editor: Editor, place: number) {
  const resolved = editor.state.doc.resolve(place)
  for (let depth = resolved.depth; depth > 0; depth--) {
    const role = resolved.node(depth).type.spec.tableRole
    if (role !== 'cell' && role !== 'header_cell') continue
    const table = resolved.node(depth - 2)
    const tableStart = resolved.start(depth - 2)
    const map = TableMap.get(table)
    const column = map.findCell(resolved.before(depth) - tableStart).left
    return { table, tableStart, map, column }
  }
  return null
}

export const isInTable = (editor: Editor, place: number): boolean =>
  columnAt(editor, place) !== null

/** Masks the whole column in which a place lies, below its header; answers how many cells changed. */
export function maskColumnAt(editor: Editor, place: number, kind: FindingKind): number {
  const found = columnAt(editor, place)
  if (!found) return 0
  const { table, tableStart, map, column } = found
  const { tr } = editor.state
  const cells = map.cellsInRect({ left: column, right: column + 1, top: 0, bottom: map.height })
  let count = 0
  for (const at of [...cells].reverse()) {
    const cell = table.nodeAt(at)
    const value = cell?.textBetween(0, cell.content.size, ' ') ?? ''
    const masked = isHeader(value) ? value : maskCell(kind, value)
    if (!cell || masked === value) continue
    const paragraph = tr.doc.type.schema.nodes.paragraph
    if (!paragraph) continue
    const content = paragraph.create(cell.firstChild?.attrs, tr.doc.type.schema.text(masked))
    tr.replaceWith(tableStart + at + 1, tableStart + at + cell.nodeSize - 1, content)
    count++
  }
  if (count > 0) editor.view.dispatch(tr)
  return count
}
