import { parseTimeRule } from '../time-rule/parse.ts'
import { readChannels } from './cells/channels.ts'
import { levels as allLevels, type Level, levelsInWords } from './cells/levels.ts'
import { isEmptyMark, isTick, readOptions, tickedWords } from './cells/marks.ts'
import { nameLines, oneLine, plainDigits, tidy } from './cells/spelling.ts'
import { audienceInWords, groupWords, type Mode, modesInWords, saysYes } from './cells/words.ts'
import type { Column, ColumnRole } from './layout/columns.ts'
import type { Draft } from './layout/rows.ts'
import type { ParsedRow } from './parsed.ts'
import type { Warnings } from './warnings.ts'

type Extra = Record<string, string | string[]>

/** Turns the gathered texts of one matter into the record that is handed on. */
export function recordOf(draft: Draft, index: number, warnings: Warnings): ParsedRow {
  const place = { sheet: draft.sheet, row: draft.row + 1 }
  const columns = (role: ColumnRole) =>
    draft.layout.columns.filter((column) => column.role === role)
  const texts = (role: ColumnRole) =>
    columns(role)
      .map((column) => draft.values.get(column.col) ?? '')
      .filter((text) => text !== '')
  const line = (role: ColumnRole) => oneLine(texts(role).join(''))
  const extra: Extra = {}
  const timeLimit = line('time')
  const third = line('l3')
  const audience = audienceOf(draft, extra)
  const modes = modesOf(draft)
  const channels = channelsOf(draft, warnings)
  Object.assign(extra, extrasOf(draft))
  if (modes.length > 1) warnings.add('bothModes', {}, place)
  if (audience === '特定群体:') warnings.add('groupNotNamed', {}, place)
  return {
    index,
    field: draft.field,
    seq: plainDigits(line('seq')),
    matter_l1: line('l1'),
    matter_l2: line('l2'),
    ...(third === '' || isEmptyMark(third) ? {} : { matter_l3: third }),
    content: tidy(texts('content').join('\n')),
    basis: tidy(texts('basis').join('\n')),
    time_limit: timeLimit,
    subject: nameLines(texts('subject').join('\n')),
    channels,
    audience,
    mode: modes[0] ?? '',
    levels: levelsOf(draft),
    ...(Object.keys(extra).length > 0 ? { extra } : {}),
    timeRule: parseTimeRule(timeLimit),
  }
}

function audienceOf(draft: Draft, extra: Extra): string {
  const { layout, values, cells } = draft
  const of = (role: ColumnRole) => layout.columns.filter((column) => column.role === role)
  const text = (column: Column) => values.get(column.col) ?? ''
  const [single] = of('audience')
  if (single) return audienceInWords(text(single), single.marks)
  const [open] = of('public')
  const [group] = of('group')
  // One cell over both columns holds words or a tick for the first of them.
  if (open && group && cells[open.col] && cells[open.col] === cells[group.col])
    return audienceInWords(text(open), open.marks)
  const everybody = open && saysYes(text(open)) ? audienceInWords(text(open), open.marks) : ''
  const groups = of('groupTick')
    .filter((column) => saysYes(text(column)))
    .map((column) => column.name)
  if (group && saysYes(text(group))) {
    const options = readOptions(text(group), group.marks)
    const named = options && !isTick(text(group)) ? tickedWords(options).join('、') : text(group)
    groups.push(isTick(text(group)) ? '' : groupWords(named))
  }
  if (everybody !== '') {
    const named = groups.filter((name) => name !== '')
    if (named.length > 0) extra.特定群体 = named.join('、')
    return everybody
  }
  return groups.length > 0 ? `特定群体:${groups.filter((name) => name !== '').join('、')}` : ''
}

function modesOf(draft: Draft): readonly Mode[] {
  const { layout, values, cells } = draft
  const find = (role: ColumnRole) => layout.columns.find((column) => column.role === role)
  const text = (column: Column | undefined) => (column ? (values.get(column.col) ?? '') : '')
  const single = find('mode')
  if (single) {
    const words = text(single)
    return modesInWords(words)
  }
  const proactive = find('proactive')
  const onRequest = find('onRequest')
  if (
    proactive &&
    onRequest &&
    cells[proactive.col] &&
    cells[proactive.col] === cells[onRequest.col]
  ) {
    const words = modesInWords(text(proactive))
    if (words.length > 0) return words
  }
  return [
    ...(proactive && saysYes(text(proactive)) ? (['主动'] as const) : []),
    ...(onRequest && saysYes(text(onRequest)) ? (['依申请'] as const) : []),
  ]
}

function levelsOf(draft: Draft): Level[] {
  const found = new Set<Level>()
  for (const column of draft.layout.columns) {
    const text = draft.values.get(column.col) ?? ''
    if (column.role === 'levels') {
      const options = readOptions(text, column.marks)
      for (const level of levelsInWords(options ? tickedWords(options).join('、') : text))
        found.add(level)
    }
    if (column.role !== 'level' || !saysYes(text)) continue
    const shared =
      !isTick(text) && draft.cells.filter((cell) => cell === draft.cells[column.col]).length > 1
    for (const level of shared ? levelsInWords(text) : column.levels) found.add(level)
  }
  return allLevels.filter((level) => found.has(level))
}

function channelsOf(draft: Draft, warnings: Warnings): string[] {
  const found = new Set<string>()
  for (const column of draft.layout.columns) {
    const text = draft.values.get(column.col) ?? ''
    if (column.role === 'channels') {
      const { ticked, unmarked } = readChannels(text, column.marks)
      for (const name of ticked) found.add(name)
      for (const item of unmarked)
        warnings.add(
          'channelWithoutMark',
          { item },
          { sheet: draft.sheet, row: draft.row + 1 },
          item,
        )
    }
    if (column.role === 'channelTick' && saysYes(text))
      found.add(isTick(text) ? column.name : oneLine(text))
  }
  return [...found]
}

function extrasOf(draft: Draft): Extra {
  const extra: Extra = {}
  for (const column of draft.layout.columns) {
    const text = draft.values.get(column.col) ?? ''
    if (column.role === 'extraTick' && saysYes(text)) {
      const list = extra[column.group]
      extra[column.group] = [...(Array.isArray(list) ? list : []), column.name]
    }
    if (column.role !== 'extra' || text === '') continue
    const options = isTick(text) ? undefined : readOptions(text, column.marks)
    extra[column.name] = options ? tickedWords(options) : nameLines(text)
  }
  return extra
}
