import type {
  Comparison,
  ElementChange,
  Matter,
  MatterElement,
  MatterElements,
} from './contract.ts'
import { folded, likeness } from './names.ts'

// `seq` is the number of a printed row: renumbering a table changes nothing that is disclosed.
const compared = [
  'level1',
  'level2',
  'level3',
  'contentElements',
  'legalBases',
  'timeLimit',
  'disclosingBody',
  'channels',
  'audience',
  'audienceGroup',
  'mode',
  'attribute',
  'levels',
  'extra',
] as const satisfies readonly MatterElement[]
const asSets: ReadonlySet<MatterElement> = new Set(['channels', 'levels', 'legalBases'])

const comparable = (element: MatterElement, value: unknown): string => {
  if (typeof value === 'string') return folded(value)
  if (Array.isArray(value)) {
    const parts = value.map((part) => folded(String(part)))
    return JSON.stringify(asSets.has(element) ? parts.sort() : parts)
  }
  return JSON.stringify(value, Object.keys(value ?? {}).sort())
}

/** What differs between two versions of a matter; white space and full-width signs do not count. */
export const changesBetween = (before: MatterElements, after: MatterElements): ElementChange[] =>
  compared
    .filter(
      (element) => comparable(element, before[element]) !== comparable(element, after[element]),
    )
    .map((element) => ({ element, before: before[element], after: after[element] }))

/** The elements of a matter alone, as deviations keep them. */
export const elementsOf = (matter: MatterElements): MatterElements => ({
  level1: matter.level1,
  level2: matter.level2,
  level3: matter.level3,
  seq: matter.seq,
  contentElements: matter.contentElements,
  legalBases: matter.legalBases,
  timeLimit: matter.timeLimit,
  disclosingBody: matter.disclosingBody,
  channels: matter.channels,
  audience: matter.audience,
  audienceGroup: matter.audienceGroup,
  mode: matter.mode,
  attribute: matter.attribute,
  levels: matter.levels,
  extra: matter.extra,
})

export type ComparedMatter = MatterElements & Pick<Matter, 'code' | 'fieldCode'>

export const nameOf = ({ code, fieldCode, level1, level2, level3 }: ComparedMatter) => ({
  code,
  fieldCode,
  level1,
  level2,
  level3,
})

/** What was added, removed and changed from one edition to another, matter by matter. */
export const compareMatters = (
  before: readonly ComparedMatter[],
  after: readonly ComparedMatter[],
): Comparison => {
  const old = new Map(before.map((matter) => [matter.code, matter]))
  const now = new Set(after.map((matter) => matter.code))
  const kept = after.flatMap((matter) => {
    const former = old.get(matter.code)
    return former ? [{ ...nameOf(matter), changes: changesBetween(former, matter) }] : []
  })
  const changed = kept.filter((matter) => matter.changes.length > 0)
  return {
    added: after.filter((matter) => !old.has(matter.code)).map(nameOf),
    removed: before.filter((matter) => !now.has(matter.code)).map(nameOf),
    changed,
    unchangedCount: kept.length - changed.length,
  }
}

// Two bigrams in three in common: 养老服务补贴/高龄养老补贴 stay apart, 审核信息/审核审批信息 come together.
const sameMatter = 0.6

/**
 * Removed matters that live on under another code, so that columns and addresses move with them:
 * the likest pair first, each matter at most once, only within a field.
 */
export const movedMatters = (
  removed: readonly ComparedMatter[],
  added: readonly ComparedMatter[],
): { from: string; to: string }[] => {
  const byField = Map.groupBy(added, (matter) => matter.fieldCode)
  const pairs = removed
    .flatMap((from) =>
      (byField.get(from.fieldCode) ?? []).map((to) => ({
        from: from.code,
        to: to.code,
        likeness: likenessOf(from, to),
      })),
    )
    .filter((pair) => pair.likeness >= sameMatter)
    .sort((a, b) => b.likeness - a.likeness || a.from.localeCompare(b.from))
  const taken = new Set<string>()
  return pairs.flatMap(({ from, to }) => {
    if (taken.has(from) || taken.has(to)) return []
    taken.add(from).add(to)
    return [{ from, to }]
  })
}

// The second level names the matter; its group is often renamed or merged as a whole.
const likenessOf = (a: ComparedMatter, b: ComparedMatter): number =>
  0.8 * likeness(lastName(a), lastName(b)) + 0.2 * likeness(a.level1, b.level1)

const lastName = (matter: ComparedMatter): string => matter.level3 || matter.level2 || matter.level1
