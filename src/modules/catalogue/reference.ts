import { readdirSync, readFileSync } from 'node:fs'
import { inHome } from '#platform/home'
import type { Field, Level, Matter, MatterElements } from './contract.ts'
import { fieldFinder } from './incoming.ts'
import { basesIn, elementsIn } from './lists.ts'
import { parseTimeRule } from './time-rule/index.ts'

/** A row of data/reference-catalogue; its README says what each column holds and how far to trust it. */
type ReferenceRow = Readonly<
  Record<
    | 'seq'
    | 'field'
    | 'matter_l1'
    | 'matter_l2'
    | 'content'
    | 'basis'
    | 'time_limit'
    | 'subject'
    | 'channels'
    | 'audience'
    | 'mode'
    | 'levels'
    | 'source',
    string
  >
>

export interface ReferenceMatter {
  readonly field: Field
  readonly elements: MatterElements
  readonly timeRule: Matter['timeRule']
  readonly provenance: 'page' | 'knowledge'
}

const levelOf: Readonly<Record<string, Level>> = {
  县级: 'county',
  乡级: 'township',
  村级: 'village',
}

/** Every shipped row in the order of the fields. */
export const readReference = (fields: readonly Field[]): ReferenceMatter[] => {
  const folder = inHome('data', 'reference-catalogue')
  const find = fieldFinder(fields)
  return readdirSync(folder)
    .filter((name) => /^\d\d-.*\.csv$/.test(name))
    .sort()
    .flatMap((name) => readRows(readFileSync(`${folder}/${name}`, 'utf8')))
    .map((row) => {
      const field = find(row.field)
      if (!field) throw new Error(`reference catalogue: no field is called ${row.field}`)
      return {
        field,
        elements: elementsOf(row),
        timeRule: parseTimeRule(row.time_limit),
        provenance: row.source === 'page' ? 'page' : 'knowledge',
      }
    })
}

const elementsOf = (row: ReferenceRow): MatterElements => {
  const group = row.audience.startsWith('特定群体')
  const onRequest = row.mode === '依申请'
  return {
    level1: row.matter_l1,
    level2: row.matter_l2,
    level3: '',
    seq: row.seq,
    contentElements: elementsIn(row.content),
    legalBases: basesIn(row.basis),
    timeLimit: row.time_limit,
    disclosingBody: row.subject,
    channels: namesIn(row.channels),
    audience: group ? 'group' : 'public',
    audienceGroup: group ? row.audience.replace(/^特定群体[:：]?/, '') : '',
    mode: onRequest ? 'onRequest' : 'proactive',
    attribute: onRequest ? 'onRequest' : 'proactive',
    levels: namesIn(row.levels).flatMap((level) => levelOf[level] ?? []),
    extra: {},
  }
}

const namesIn = (text: string): string[] =>
  text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** Rows of our own well-formed CSV (quoted where needed, LF line ends) by the names of its head. */
const readRows = (text: string): ReferenceRow[] => {
  const cells = [...text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\n]*))(,|\n|$)/g)]
  const rows: string[][] = [[]]
  for (const [whole, quoted, plain, end] of cells) {
    if (whole === '') break
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === '\n') rows.push([])
  }
  const [head = [], ...body] = rows.filter((row) => row.length > 1)
  return body.map(
    (row) =>
      Object.fromEntries(head.map((name, index) => [name, row[index] ?? ''])) as ReferenceRow,
  )
}
