import type { Field, Matter, MatterElements } from './contract.ts'
import { folded } from './names.ts'

/** A part of a row that the reader of the table could not make sense of. */
export interface OpenPoint {
  readonly part: string
  readonly asWritten: string
}

/** One row of a table handed in, before anybody has said that it shall count. */
export interface IncomingMatter {
  /** Where it stands in the table, counted over the whole file. */
  readonly row: number | null
  /** The field as the table names it; empty where it does not say. */
  readonly fieldName: string
  readonly elements: MatterElements
  readonly timeRule: Matter['timeRule']
  readonly openPoints: readonly OpenPoint[]
}

export interface IncomingWarning {
  readonly row: number | null
  readonly code: string
  readonly text: string
}

/** Finds fields by any of their names, with or without 领域 behind. */
export const fieldFinder = (fields: readonly Field[]): ((name: string) => Field | undefined) => {
  const key = (name: string): string => folded(name).replace(/(试点)?领域$/, '')
  const byName = new Map(
    fields.flatMap((field) =>
      [...field.aliases, field.name].map((name) => [key(name), field] as const),
    ),
  )
  const byCode = new Map(fields.map((field) => [field.code, field]))
  return (name) => byCode.get(name.trim().toUpperCase()) ?? byName.get(key(name))
}

// What a table does not say stays as it was: a missing column is not an empty one.
const keepsIfUnsaid = [
  'seq',
  'contentElements',
  'legalBases',
  'timeLimit',
  'disclosingBody',
  'channels',
  'mode',
  'levels',
] as const satisfies readonly (keyof MatterElements)[]

/** A matter as it will be once a row of a table is laid over it. */
export const laidOver = (known: MatterElements, incoming: MatterElements): MatterElements => {
  const unsaid = keepsIfUnsaid.filter((element) => incoming[element].length === 0)
  return {
    ...incoming,
    ...Object.fromEntries(unsaid.map((element) => [element, known[element]])),
    attribute: incoming.mode === '' ? known.attribute : incoming.attribute,
    audienceGroup:
      incoming.audience === 'public' ? '' : incoming.audienceGroup || known.audienceGroup,
    extra: { ...known.extra, ...incoming.extra },
  }
}
