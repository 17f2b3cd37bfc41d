import { writeXlsx } from 'hucre'
import { asText, byteOrderMark, csvLine } from '#platform/csv'
import type { Say } from '#platform/words'
import type { Matter } from './contract.ts'
import type { CatalogueTable } from './queries/overview.ts'

/** The columns of the ministry template, in its order, then the code and where the row comes from. */
const columns = [
  'seq',
  'field',
  'level1',
  'level2',
  'level3',
  'contentElements',
  'legalBases',
  'timeLimit',
  'disclosingBody',
  'channels',
  'audience',
  'mode',
  'levels',
  'code',
  'provenance',
] as const

const cellsOf = (matter: Matter, field: string, say: Say): string[] => {
  const word = (kind: string, value: string): string =>
    value === '' ? '' : say(`catalogue.${kind}.${value}`)
  const group = matter.audience === 'group'
  return [
    matter.seq,
    field,
    matter.level1,
    matter.level2,
    matter.level3,
    matter.contentElements.join('；'),
    matter.legalBases.join('、'),
    matter.timeLimit,
    matter.disclosingBody,
    matter.channels.join('；'),
    group
      ? say('catalogue.audience.groupOf', { group: matter.audienceGroup })
      : word('audience', matter.audience),
    word('mode', matter.mode),
    matter.levels.map((level) => word('level', level)).join('、'),
    matter.code,
    word('provenance', matter.provenance),
  ]
}

/** Head and rows of a catalogue as text, every cell safe to open in a spreadsheet. */
const rowsOf = (table: CatalogueTable, say: Say): string[][] => [
  columns.map((column) => say(`catalogue.column.${column}`)),
  ...table.fields.flatMap(({ field, matters }) =>
    matters.map((matter) => cellsOf(matter, field.name, say).map(asText)),
  ),
]

/** The catalogue as CSV (RFC 4180), as Excel and WPS open it. */
export const catalogueAsCsv = (table: CatalogueTable, say: Say): string =>
  byteOrderMark + rowsOf(table, say).map(csvLine).join('')

/** The catalogue as a workbook, every cell as text. */
export const catalogueAsXlsx = async (table: CatalogueTable, say: Say): Promise<Uint8Array> =>
  writeXlsx({ sheets: [{ name: say('catalogue.sheet'), rows: rowsOf(table, say) }] })

/** The catalogue for machines; the keys are described in this module's README. */
export const catalogueAsJson = (table: CatalogueTable): string =>
  JSON.stringify(
    {
      title: table.edition.title,
      edition: table.edition.number,
      effectiveOn: table.edition.effectiveOn,
      source: table.edition.source,
      fields: table.fields.map(({ field, matters }) => ({
        code: field.code,
        name: field.name,
        matters: matters.map((matter) => ({
          code: matter.code,
          seq: matter.seq,
          level1: matter.level1,
          level2: matter.level2,
          level3: matter.level3,
          contentElements: matter.contentElements,
          legalBases: matter.legalBases,
          timeLimit: matter.timeLimit,
          timeRule: matter.timeRule,
          disclosingBody: matter.disclosingBody,
          channels: matter.channels,
          audience: matter.audience,
          audienceGroup: matter.audienceGroup,
          mode: matter.mode,
          attribute: matter.attribute,
          levels: matter.levels,
          provenance: matter.provenance,
          extra: matter.extra,
        })),
      })),
    },
    null,
    2,
  )

export interface Download {
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

const mediaTypes = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** A catalogue as a file of one of the formats. */
export const downloadOf = async (
  table: CatalogueTable,
  format: keyof typeof mediaTypes,
  say: Say,
): Promise<Download> => {
  const only = table.fields.length === 1 ? table.fields[0]?.field.name : undefined
  const bytes =
    format === 'xlsx'
      ? await catalogueAsXlsx(table, say)
      : Buffer.from(format === 'csv' ? catalogueAsCsv(table, say) : catalogueAsJson(table))
  return {
    fileName: `${[table.edition.title, only].filter(Boolean).join('-')}.${format}`,
    mediaType: mediaTypes[format],
    bytes,
  }
}
