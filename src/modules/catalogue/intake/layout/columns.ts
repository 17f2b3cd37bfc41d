import { type Level, readLevels } from '../cells/levels.ts'
import { type MarkContext, markContext } from '../cells/marks.ts'
import { oneLine, squeezed } from '../cells/spelling.ts'
import type { Cell, Grid } from '../grid.ts'
import { limits } from '../limits.ts'
import type { ColumnHeading, Header } from './header.ts'
import { extraName, type Meaning, meaningOf } from './labels.ts'
import {
  type ColumnDraft,
  type ColumnRole,
  settleChannels,
  settleMatters,
  settleModes,
  settleRivals,
} from './settle.ts'

export type { ColumnRole } from './settle.ts'

export interface Column {
  readonly col: number
  readonly role: ColumnRole
  /** The heading as it should be shown: name of the extra, of the channel, of the level. */
  readonly name: string
  /** The group's heading, for ticks that form a list (五公开). */
  readonly group: string
  /** What a level column stands for. */
  readonly levels: readonly Level[]
  readonly marks: MarkContext
}

export interface Layout {
  readonly columns: readonly Column[]
  readonly signature: string
  readonly width: number
  /** True where blank cells stand for merges that the format or a copy has lost. */
  readonly mergesLost: boolean
  readonly doubtfulCity: boolean
  readonly policy: ChannelPolicy | undefined
}

/** What the marked channels oblige to: each of them, or any one of them. */
export type ChannelPolicy = 'selected' | 'required_optional' | 'at_least_one'

/** Settles what each column is for, by its headings first and by its values where headings differ. */
export function readLayout(table: Grid, header: Header, width: number): Layout {
  const grid = table.slice(0, header.end + limits.sampledRows)
  const drafts = header.columns.map((heading) => draftOf(heading, grid, header.end))
  settleModes(drafts)
  settleChannels(drafts)
  settleMatters(drafts)
  settleRivals(drafts)
  const levelDrafts = drafts.filter((draft) => draft.role === 'level')
  const read = readLevels(levelDrafts.map((draft) => draft.heading.path.at(-1) ?? ''))
  const levelsOf = new Map(levelDrafts.map((draft, i) => [draft, read.perLabel[i] ?? []]))
  const columns = drafts.flatMap((draft): Column[] => {
    const { role } = draft
    if (!role || role === 'matter' || role === 'category') return []
    const marks = markContext(draft.values)
    const { name, group } = draft
    return [{ col: draft.heading.col, role, name, group, levels: levelsOf.get(draft) ?? [], marks }]
  })
  return {
    columns,
    signature: header.signature,
    width,
    mergesLost: haveMergesBeenLost(grid, header.end, columns),
    doubtfulCity: read.doubtfulCity,
    policy: policyOf(header.columns.flatMap((column) => column.path).join(' ')),
  }
}

/** The rule printed in a heading or a note about what ■ and □ mean. */
export function policyOf(text: string): ChannelPolicy | undefined {
  const words = squeezed(text)
  if (/至少选择?(其)?[一1]/.test(words)) return 'at_least_one'
  if (/必选项?.*可选项?/.test(words)) return 'required_optional'
  return undefined
}

function draftOf(heading: ColumnHeading, grid: Grid, from: number): ColumnDraft {
  const values: string[] = []
  let before: Cell | undefined
  for (let row = from; row < grid.length; row++) {
    const cell = grid[row]?.[heading.col]
    if (cell && cell !== before && cell.text !== '') values.push(cell.text)
    before = cell
  }
  const path = heading.path
  const lowest = path.at(-1) ?? ''
  const draft: ColumnDraft = {
    heading,
    values,
    role: undefined,
    rank: 0,
    name: extraName(lowest),
    group: '',
  }
  if (path.length === 0) {
    // A column without a heading is kept only where it holds something.
    if (values.length > 0) Object.assign(draft, { role: 'extra', name: `第${heading.col + 1}列` })
    return draft
  }
  return path.length === 1
    ? Object.assign(draft, roleAlone(lowest))
    : Object.assign(draft, roleBelow(path[path.length - 2] as string, lowest, values))
}

const roleAlone = (label: string): Meaning => meaningOf(label) ?? { role: 'extra', rank: 0 }

/** The role of a column whose heading stands below a group's heading. */
function roleBelow(group: string, label: string, values: readonly string[]): Partial<ColumnDraft> {
  const above = meaningOf(group)
  const own = meaningOf(label)
  const name = oneLine(label)
  const ticks = { name, group: extraName(group), rank: 0 }
  switch (above?.role) {
    case 'matter':
    case 'category':
      return own && !['extra', 'level'].includes(own.role) ? own : { role: 'matter', rank: 0 }
    case 'audience':
      return own?.role === 'public' || own?.role === 'group' ? own : { role: 'groupTick', ...ticks }
    case 'mode':
      if (own && own.role !== 'level') return own
      return { role: 'extraTick', ...ticks }
    case 'levels':
      return readLevels([label]).perLabel[0]?.length
        ? { role: 'level', rank: 0, name }
        : { role: 'extra', rank: 0 }
    case 'channels':
      if (own && !['channels', 'extra'].includes(own.role)) return own
      if (own?.role === 'channels' || /必[选须]|应当/.test(label))
        return { role: 'channels', rank: 0 }
      return /可选|选填/.test(label)
        ? { role: 'extra', rank: 0 }
        : { role: 'channelTick', ...ticks }
    default:
      if (own) return own
      if (above && above.role !== 'extra') return above
      return values.every((value) => /^[√✓✔■□☑☐\s]$/.test(value)) && values.length > 0
        ? { role: 'extraTick', ...ticks }
        : { role: 'extra', rank: 0 }
  }
}

/**
 * Merges are gone where 一级事项 is blank beside filled cells and nothing in the table is merged.
 * Then blanks repeat the row above; in a table with merges a blank is a blank.
 */
function haveMergesBeenLost(grid: Grid, from: number, columns: readonly Column[]): boolean {
  const l1 = columns.find((column) => column.role === 'l1')
  const l2 =
    columns.find((column) => column.role === 'l2') ??
    columns.find((column) => column.role === 'content')
  if (!l1 || !l2) return false
  let blankBeside = false
  for (let row = from; row < grid.length; row++) {
    const places = grid[row] ?? []
    for (const cell of places)
      if (cell && cell.rowSpan > 1 && cell.text !== '' && cell.row >= from) return false
    if (!places[l1.col]?.text && places[l2.col]?.text) blankBeside = true
  }
  return blankBeside
}
