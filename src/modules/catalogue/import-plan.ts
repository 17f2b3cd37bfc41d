import { CodeBook, type CodedMatter } from './codes.ts'
import type { ElementChange, Field, Matter } from './contract.ts'
import { fieldFinder, type IncomingMatter, laidOver, type OpenPoint } from './incoming.ts'
import { changesBetween } from './matter.ts'
import { foldedName } from './names.ts'
import type { MatterToSave } from './store/matters.ts'

export interface FieldPlan {
  readonly field: Field
  readonly added: readonly MatterToSave[]
  readonly changed: readonly {
    readonly matter: MatterToSave
    readonly changes: readonly ElementChange[]
  }[]
  readonly unchanged: readonly MatterToSave[]
  /** In the draft but not in the table. */
  readonly notMentioned: readonly Matter[]
  readonly questions: readonly (OpenPoint & { readonly matter: MatterToSave })[]
}

export interface ImportPlan {
  readonly fields: readonly FieldPlan[]
  readonly unknownFields: readonly { readonly name: string; readonly rowCount: number }[]
}

/**
 * What a table would change, field by field, without changing it. Rows find their matter by names;
 * rows of a field that is not known are counted and left out. `fieldFor` says which field a name of
 * the table means (the empty name: rows without any); nameless rows called like the matters of one
 * field are taken for that field's.
 */
export const planImport = (
  incoming: readonly IncomingMatter[],
  current: {
    readonly fields: readonly Field[]
    readonly matters: readonly Matter[]
    readonly known: readonly (readonly CodedMatter[])[]
    /** Whether a 公开主体 names any body of this government. */
    readonly isKnownBody: (subject: string) => boolean
  },
  fieldFor: Readonly<Record<string, string>> = {},
): ImportPlan => {
  const find = fieldFinder(current.fields)
  const nameless = incoming.filter((row) => row.fieldName === '')
  const likely = likelyField(nameless, [current.matters, ...current.known].flat())
  const byField = Map.groupBy(incoming, (row) =>
    find(fieldFor[row.fieldName] ?? (row.fieldName || likely)),
  )
  const unknown = Map.groupBy(byField.get(undefined) ?? [], (row) => row.fieldName)
  const codes = new CodeBook([current.matters, ...current.known])
  return {
    fields: current.fields
      .filter((field) => byField.has(field))
      .map((field) =>
        planField(
          field,
          byField.get(field) ?? [],
          current.matters.filter((matter) => matter.fieldCode === field.code),
          codes,
          current.isKnownBody,
        ),
      ),
    unknownFields: [...unknown].map(([name, rows]) => ({ name, rowCount: rows.length })),
  }
}

/** The field whose matters most of the rows are called like; '' where it is not most of them. */
const likelyField = (rows: readonly IncomingMatter[], known: readonly CodedMatter[]): string => {
  const nameOf = (matter: { readonly level1: string; readonly level2: string }): string =>
    `${foldedName(matter.level1)}|${foldedName(matter.level2)}`
  const fieldsOf = Map.groupBy(known, nameOf)
  const hits = new Map<string, number>()
  for (const row of rows) {
    const codes = new Set(fieldsOf.get(nameOf(row.elements))?.map((matter) => matter.fieldCode))
    for (const code of codes) hits.set(code, (hits.get(code) ?? 0) + 1)
  }
  const [best] = [...hits].sort((a, b) => b[1] - a[1])
  return best && best[1] * 2 > rows.length ? best[0] : ''
}

const planField = (
  field: Field,
  rows: readonly IncomingMatter[],
  matters: readonly Matter[],
  book: CodeBook,
  isKnownBody: (subject: string) => boolean,
): FieldPlan => {
  const codes = book.codesFor(rows.map((row) => ({ ...row.elements, fieldCode: field.code })))
  const known = new Map(matters.map((matter) => [matter.code, matter]))
  const planned = rows.map((row, index) => {
    const code = codes[index] as string
    const former = known.get(code)
    const elements = former ? laidOver(former, row.elements) : row.elements
    const changes = former ? changesBetween(former, elements) : []
    const limitKept = former !== undefined && row.elements.timeLimit === ''
    const matter: MatterToSave = {
      ...elements,
      code,
      fieldCode: field.code,
      timeRule: limitKept ? former.timeRule : row.timeRule,
      provenance: 'local',
      ordinal: index + 1,
    }
    const subject = row.elements.disclosingBody
    const openPoints =
      subject === '' || isKnownBody(subject)
        ? row.openPoints
        : [...row.openPoints, { part: 'disclosingBody', asWritten: subject }]
    return { matter, former, changes, openPoints }
  })
  const mentioned = new Set(codes)
  return {
    field,
    added: planned.filter((one) => !one.former).map((one) => one.matter),
    changed: planned.filter((one) => one.changes.length > 0),
    unchanged: planned
      .filter((one) => one.former && one.changes.length === 0)
      .map((one) => one.matter),
    notMentioned: matters.filter((matter) => !mentioned.has(matter.code)),
    questions: planned.flatMap((one) =>
      one.openPoints.map((point) => ({ ...point, matter: one.matter })),
    ),
  }
}
