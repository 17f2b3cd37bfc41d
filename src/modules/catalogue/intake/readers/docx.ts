import { Parser } from 'htmlparser2'
import type { CellBudget, Sheet } from '../grid.ts'
import type { Archive } from './archive.ts'
import { guardDepth } from './depth.ts'
import { shownIn } from './symbol-fonts.ts'
import { TableCollector } from './tables.ts'
import { xmlText } from './xml.ts'

// The older drawing of the same text box stands in a fallback; reading both would double the text.
const skipped = new Set(['mc:Fallback', 'w:instrText', 'w:delText', 'w:rubyPr', 'w:rt'])

interface Paragraph {
  /** `numId/level` of an automatic number, if the paragraph has one. */
  list?: string
  level?: string
  empty: boolean
}

/**
 * Tables of a Word document. Written by hand because the common converter to HTML drops symbol
 * fonts, in which half of the tick boxes are set, and automatic numbers, which fill many 序号 columns.
 */
export function readDocx(archive: Archive, spend: CellBudget): Sheet[] {
  const tables = new TableCollector(spend)
  const counters = new Map<string, number>()
  const depth = guardDepth()
  let skipping = 0
  let inText = false
  let runFont: string | undefined
  let paragraph: Paragraph = { empty: true }

  const write = (text: string) => {
    if (text !== '') paragraph.empty = false
    tables.text(text)
  }
  const endParagraph = () => {
    if (paragraph.empty && paragraph.list && paragraph.list !== '0' && tables.inCell) {
      const key = `${paragraph.list}/${paragraph.level}`
      const next = (counters.get(key) ?? 0) + 1
      counters.set(key, next)
      tables.text(String(next))
    }
    tables.lineBreak()
  }

  const open: Readonly<Record<string, (attributes: Record<string, string>) => void>> = {
    'w:tbl': () => tables.openTable(),
    'w:tr': () => tables.openRow(),
    'w:tc': () => tables.openCell(),
    'w:gridSpan': (a) => tables.describeCell({ colSpan: spanOf(a['w:val']) }),
    'w:vMerge': (a) =>
      tables.describeCell({ merge: a['w:val'] === 'restart' ? 'start' : 'continue' }),
    'w:gridBefore': (a) => {
      for (let i = 0; i < Math.min(spanOf(a['w:val']), 50); i++) tables.openCell()
      tables.closeCell()
    },
    'w:p': () => {
      paragraph = { empty: true }
    },
    'w:numId': (a) => {
      paragraph.list = a['w:val']
    },
    'w:ilvl': (a) => {
      paragraph.level = a['w:val']
    },
    'w:r': () => {
      runFont = undefined
    },
    'w:rFonts': (a) => {
      runFont = a['w:ascii'] ?? a['w:hAnsi']
    },
    'w:t': () => {
      inText = true
    },
    'w:br': () => write('\n'),
    'w:cr': () => write('\n'),
    'w:tab': () => write(' '),
    'w:noBreakHyphen': () => write('-'),
    'w:sym': (a) =>
      write(
        shownIn(a['w:font'], String.fromCodePoint(Number.parseInt(a['w:char'] ?? '', 16) & 0xffff)),
      ),
  }
  const close: Readonly<Record<string, () => void>> = {
    'w:tbl': () => tables.closeTable(),
    'w:tc': () => tables.closeCell(),
    'w:p': endParagraph,
    'w:t': () => {
      inText = false
    },
  }
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth.enter()
        if (skipping > 0 || skipped.has(name)) skipping++
        else open[name]?.(attributes)
      },
      ontext(text) {
        if (inText && skipping === 0) write(shownIn(runFont, text))
      },
      onclosetag(name) {
        depth.leave()
        if (skipping > 0) skipping--
        else close[name]?.()
      },
    },
    { xmlMode: true },
  )
  parser.end(xmlText(archive.part('word/document.xml')))
  return tables.finish()
}

const spanOf = (value: string | undefined): number => {
  const span = Number.parseInt(value ?? '', 10)
  return span > 0 ? span : 1
}
