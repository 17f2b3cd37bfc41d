import { level1CodeOf } from '#catalogue'
import { slugOf } from '../text/index.ts'

/** A matter that the edition in force discloses proactively. */
export interface ColumnMatter {
  readonly code: string
  readonly fieldCode: string
  readonly level1: string
  readonly level2: string
  readonly level3: string
}

export interface ColumnField {
  readonly code: string
  readonly name: string
  readonly slug: string
}

/** A column as the catalogue wants it. */
export interface PlannedColumn {
  readonly key: string
  readonly kind: 'field' | 'level1' | 'level2'
  readonly parentKey: string | null
  readonly name: string
  readonly address: string
  readonly fieldCode: string
  readonly matterCode: string | null
  readonly ordinal: number
}

/** What a known column brings along: its address is kept as long as its name is. */
export interface KnownColumn {
  readonly key: string
  readonly name: string
  readonly parentKey: string | null
  readonly address: string
}

const fieldsAddress = '/grassroots/fields'
// Long enough to be told apart, short enough to be read aloud.
const slugLength = 40

interface Level1 {
  readonly key: string
  readonly name: string
  readonly matters: ColumnMatter[]
}

/**
 * The columns of a catalogue (M10): one for each field, each level-1 matter and each level-2 matter
 * that is disclosed proactively. Where the guideline has no second level, the level-1 column takes the
 * documents itself.
 */
export function deriveColumns(
  fields: readonly ColumnField[],
  matters: readonly ColumnMatter[],
  known: readonly KnownColumn[],
): PlannedColumn[] {
  const naming = namer(known)
  const byField = Map.groupBy(matters, (matter) => matter.fieldCode)
  return fields
    .filter((field) => byField.has(field.code))
    .flatMap((field, ordinal) =>
      fieldColumns(field, ordinal, byField.get(field.code) ?? [], naming),
    )
}

function fieldColumns(
  field: ColumnField,
  ordinal: number,
  matters: readonly ColumnMatter[],
  naming: Namer,
): PlannedColumn[] {
  const top: PlannedColumn = {
    key: `field:${field.code}`,
    kind: 'field',
    parentKey: null,
    name: field.name,
    address: `${fieldsAddress}/${field.slug}`,
    fieldCode: field.code,
    matterCode: null,
    ordinal,
  }
  const groups = level1Of(matters)
  const addresses = naming(top, groups)
  return [
    top,
    ...groups.flatMap((group, index) =>
      level1Columns(top, group, index, addresses.get(group.key) ?? top.address, naming),
    ),
  ]
}

function level1Columns(
  field: PlannedColumn,
  group: Level1,
  ordinal: number,
  address: string,
  naming: Namer,
): PlannedColumn[] {
  const own = group.matters.find(
    (matter) => matter.level3 === '' && ['', group.name].includes(matter.level2),
  )
  const column: PlannedColumn = {
    key: group.key,
    kind: 'level1',
    parentKey: field.key,
    name: group.name,
    address,
    fieldCode: field.fieldCode,
    matterCode: own?.code ?? null,
    ordinal,
  }
  const below = group.matters
    .filter((matter) => matter !== own)
    .map((matter) => ({ key: `matter:${matter.code}`, name: nameOf(matter), code: matter.code }))
  const addresses = naming(column, below)
  return [
    column,
    ...below.map(
      (matter, index): PlannedColumn => ({
        key: matter.key,
        kind: 'level2',
        parentKey: column.key,
        name: matter.name,
        address: addresses.get(matter.key) ?? column.address,
        fieldCode: field.fieldCode,
        matterCode: matter.code,
        ordinal: index,
      }),
    ),
  ]
}

/** The name under which people look for a matter. */
export const nameOf = (matter: Omit<ColumnMatter, 'fieldCode' | 'code'>): string =>
  [matter.level2 || matter.level1, matter.level3].filter((part) => part !== '').join(' · ')

/** Matters that share a level-1 name, in catalogue order, under a key taken from their code. */
function level1Of(matters: readonly ColumnMatter[]): Level1[] {
  const taken = new Set<string>()
  return [...Map.groupBy(matters, (matter) => matter.level1)].map(([name, members]) => {
    const code = members[0]?.code ?? ''
    const prefix = level1CodeOf(code)
    // Two names under one prefix: one matter was renamed alone, so it stands under its own code.
    const key = `level1:${taken.has(prefix) ? code : prefix}`
    taken.add(prefix)
    return { key, name, matters: members }
  })
}

type Namer = (
  parent: { readonly key: string; readonly address: string },
  children: readonly { readonly key: string; readonly name: string }[],
) => Map<string, string>

/**
 * Gives addresses below a parent: who is known under the same name keeps the last part, whoever is new
 * gets the pinyin of the name, told apart by a number among siblings.
 */
function namer(known: readonly KnownColumn[]): Namer {
  const byKey = new Map(known.map((column) => [column.key, column]))
  return (parent, children) => {
    const kept = new Map<string, string>()
    for (const child of children) {
      const before = byKey.get(child.key)
      const slug = before?.address.slice(before.address.lastIndexOf('/') + 1)
      if (slug && before?.name === child.name && before.parentKey === parent.key)
        kept.set(child.key, slug)
    }
    const taken = new Set(kept.values())
    return new Map(
      children.map((child) => {
        const slug = kept.get(child.key) ?? freeSlug(child.name, taken)
        taken.add(slug)
        return [child.key, `${parent.address}/${slug}`]
      }),
    )
  }
}

/** A slug that no sibling has. */
export function freeSlug(name: string, taken: ReadonlySet<string>): string {
  const slug = slugOf(name, slugLength) || 'column'
  if (!taken.has(slug)) return slug
  for (let number = 2; ; number++) if (!taken.has(`${slug}-${number}`)) return `${slug}-${number}`
}
