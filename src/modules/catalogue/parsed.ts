import type { Level, MatterElements } from './contract.ts'
import type { IncomingMatter, IncomingWarning, OpenPoint } from './incoming.ts'
import type { ParsedCatalogue, ParsedRow } from './intake/parsed.ts'
import { basesIn, elementsIn } from './lists.ts'

const levelOf = { 县级: 'county', 乡级: 'township', 村级: 'village' } as const

/** A parsed table in the terms of the catalogue, with what its reader left open. */
export const incomingOf = (
  parsed: ParsedCatalogue,
): { rows: IncomingMatter[]; warnings: IncomingWarning[] } => {
  const policies = parsed.tables.flatMap((table) =>
    Array.from({ length: table.rows }, () => table.channelPolicy),
  )
  // A county-level city heads its own column 市级; beside a 县级 column it is the city above.
  const ownCity = !parsed.rows.some((row) => row.levels.includes('县级'))
  return {
    rows: parsed.rows.map((row, index) => {
      const elements = elementsOf(row, ownCity)
      const policy = policies[index]
      return {
        row: row.index,
        fieldName: row.field ?? '',
        elements: policy
          ? { ...elements, extra: { ...elements.extra, channelPolicy: policy } }
          : elements,
        timeRule: { ...row.timeRule },
        openPoints: openPointsOf(row, elements),
      }
    }),
    warnings: parsed.warnings.map((warning) => ({
      row: warning.row ?? null,
      code: warning.code,
      text: saidOf(warning.sheet, warning.message),
    })),
  }
}

/** A warning with its sheet, once: some name it themselves. */
const saidOf = (sheet: string | undefined, message: string): string =>
  sheet === undefined || message.startsWith(`${sheet}：`) ? message : `${sheet}：${message}`

const elementsOf = (row: ParsedRow, ownCity: boolean): MatterElements => {
  const group = /^特定群[体众]/.test(row.audience)
  const onRequest = row.mode === '依申请'
  return {
    level1: row.matter_l1,
    level2: row.matter_l2,
    level3: row.matter_l3 ?? '',
    seq: row.seq,
    contentElements: elementsIn(row.content),
    legalBases: basesIn(row.basis),
    timeLimit: row.time_limit,
    disclosingBody: row.subject,
    channels: [...row.channels],
    audience: group ? 'group' : 'public',
    audienceGroup: group ? row.audience.replace(/^特定群[体众][:：]?/, '') : '',
    mode: row.mode === '' ? '' : onRequest ? 'onRequest' : 'proactive',
    attribute: onRequest ? 'onRequest' : 'proactive',
    levels: levelsOf(row.levels, ownCity),
    extra: { ...row.extra },
  }
}

const levelsOf = (levels: readonly string[], ownCity: boolean): Level[] => [
  ...new Set(
    levels.flatMap((level) =>
      level === '市级' ? (ownCity ? (['county'] as const) : []) : (levelOf[level as '县级'] ?? []),
    ),
  ),
]

const openPointsOf = (row: ParsedRow, elements: MatterElements): OpenPoint[] => {
  const points: OpenPoint[] = []
  if (row.timeRule.kind === 'unknown' && row.time_limit !== '')
    points.push({ part: 'timeLimit', asWritten: row.time_limit })
  if (elements.levels.length === 0 && row.levels.length > 0)
    points.push({ part: 'levels', asWritten: row.levels.join('、') })
  return points
}
