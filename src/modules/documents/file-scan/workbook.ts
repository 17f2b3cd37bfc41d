import { columnOf, digitsOf, sharedStrings, sheetsOf } from '#platform/file-parts/sheet'
import { applyEdits, type Edit, escapeXml, walkPlaces, withoutElements } from './edit-xml.ts'
import type { Package } from './package.ts'

interface CellPlace {
  readonly row: number
  readonly column: number
  readonly text: string
}

const asZip = (file: Package) => ({
  names: [...file.parts.keys()],
  has: (path: string) => file.parts.has(path),
  part: (path: string) => Buffer.from(file.parts.get(path) ?? []),
  text: file.text,
})

export const workbookSheets = (file: Package) =>
  sheetsOf(asZip(file)).filter(({ path }) => file.parts.has(path))

// As the reader counts them, see file-parts/sheet.ts.
const mostEmptyRows = 1000

/** Writes other words into cells of a sheet; formulas of those cells go. `null` leaves a cell as it is. */
export function changeCells(
  file: Package,
  path: string,
  change: (cell: CellPlace) => string | null,
): void {
  const strings = sharedStrings(asZip(file))
  const xml = file.text(path)
  const edits: Edit[] = []
  let row = -1
  let column = -1
  let cell: { start: number; tag: string; r: string; s: string; t: string } | null = null
  let value = ''
  let collects = false
  walkPlaces(xml, {
    open(name, attributes, { start, tag }) {
      if (name === 'row') {
        row = Math.max(row + 1, Math.min(Number(attributes.r ?? 0) - 1, row + 1 + mostEmptyRows))
        column = -1
      } else if (name === 'c') {
        column = attributes.r ? columnOf(attributes.r) : column + 1
        cell = { start, tag, r: attributes.r ?? '', s: attributes.s ?? '', t: attributes.t ?? 'n' }
        value = ''
      }
      collects = name === 'v' || (name === 't' && cell !== null)
    },
    text(words) {
      if (collects) value += words
    },
    close(name, { end }) {
      collects = false
      if (name !== 'c' || cell === null) return
      const text =
        cell.t === 's' ? (strings[Number(value)] ?? '') : cell.t === 'n' ? digitsOf(value) : value
      const changed = text === '' ? null : change({ row, column, text })
      if (changed !== null) {
        const prefix = cell.tag.slice(0, -1)
        const attributes = `${cell.r && ` r="${cell.r}"`}${cell.s && ` s="${cell.s}"`}`
        const words = `<${prefix}is><${prefix}t xml:space="preserve">${escapeXml(changed)}</${prefix}t></${prefix}is>`
        edits.push({
          start: cell.start,
          end,
          text: `<${cell.tag}${attributes} t="inlineStr">${words}</${cell.tag}>`,
        })
      }
      cell = null
    },
  })
  file.put(path, applyEdits(xml, edits))
}

/** Empties shared texts that no cell shows any more: they would still be in the file for whoever looks. */
export function pruneSharedStrings(file: Package): void {
  const path = [...file.parts.keys()].find((part) => /^xl\/sharedStrings\.xml$/i.test(part))
  if (!path) return
  const used = new Set<number>()
  for (const sheet of workbookSheets(file)) {
    let isShared = false
    let collects = false
    walkPlaces(file.text(sheet.path), {
      open(name, attributes) {
        if (name === 'c') isShared = attributes.t === 's'
        collects = name === 'v' && isShared
      },
      text(words) {
        if (collects) used.add(Number(words))
      },
      close() {
        collects = false
      },
    })
  }
  const xml = file.text(path)
  const edits: Edit[] = []
  let index = -1
  let start = 0
  walkPlaces(xml, {
    open(name, _, at) {
      if (name !== 'si') return
      index += 1
      start = at.start
    },
    close(name, { tag, end }) {
      if (name !== 'si' || used.has(index)) return
      const prefix = tag.slice(0, -2)
      edits.push({ start, end, text: `<${tag}><${prefix}t></${prefix}t></${tag}>` })
    },
  })
  file.put(path, applyEdits(xml, edits))
}

const isOn = (value: string | undefined): boolean => value === '1' || value === 'true'

/** Takes hidden sheets, rows and columns out of a workbook, with remarks, formulas and outside data. */
export function removeHiddenOfWorkbook(file: Package): void {
  const sheets = workbookSheets(file)
  const hidden = new Set(sheets.filter((sheet) => sheet.hidden).map(({ path }) => path))
  // Names, views and pivot tables may point into what goes; values stay where they are.
  file.put(
    'xl/workbook.xml',
    withoutElements(
      file.text('xl/workbook.xml'),
      (name, { state }) =>
        (name === 'sheet' && state !== undefined && state !== 'visible') ||
        [
          'definedNames',
          'bookViews',
          'customWorkbookViews',
          'externalReferences',
          'pivotCaches',
        ].includes(name),
    ),
  )
  const ofHidden = (path: string) =>
    [...hidden].some((sheet) => path === `${sheet.replace(/([^/]+)$/, '_rels/$1')}.rels`)
  file.drop(
    (path) =>
      hidden.has(path) ||
      ofHidden(path) ||
      /^xl\/(?:comments|threadedComments|persons|externalLinks|pivotCache|pivotTables|embeddings|calcChain|printerSettings)/i.test(
        path,
      ) ||
      /^xl\/drawings\/(?:_rels\/)?vmlDrawing/i.test(path),
  )
  for (const { path, hidden: isHidden } of sheets) if (!isHidden) removeHiddenOfSheet(file, path)
  pruneSharedStrings(file)
}

function removeHiddenOfSheet(file: Package, path: string): void {
  const hiddenColumns = new Set<number>()
  walkPlaces(file.text(path), {
    open(name, { min, max, hidden }) {
      if (name !== 'col' || !isOn(hidden)) return
      for (let at = Number(min) - 1; at < Math.min(Number(max), 16_384); at++) hiddenColumns.add(at)
    },
  })
  let column = -1
  const kept = withoutElements(file.text(path), (name, attributes) => {
    if (name === 'row') column = -1
    if (name === 'c') {
      column = attributes.r ? columnOf(attributes.r) : column + 1
      return hiddenColumns.has(column)
    }
    if (name === 'row') return isOn(attributes.hidden)
    return [
      'f',
      'legacyDrawing',
      'legacyDrawingHF',
      'oleObjects',
      'controls',
      'customSheetViews',
      'pageSetup',
    ].includes(name)
  })
  file.put(path, kept)
}
