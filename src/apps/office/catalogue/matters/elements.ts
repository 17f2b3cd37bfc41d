import type { Matter, MatterChanges, MatterElement, MatterElements } from '#catalogue/contract'

/** The elements of an entry in the order of the printed table (国办发〔2019〕54号). */
export const elementOrder = [
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
  'seq',
  'extra',
] as const satisfies readonly MatterElement[]

/** Elements of which it makes sense that many matters share them. */
export const sharedElements = [
  'timeLimit',
  'disclosingBody',
  'channels',
  'audience',
  'audienceGroup',
  'mode',
  'attribute',
  'levels',
] as const satisfies readonly MatterElement[]

export const noElements: MatterElements = {
  level1: '',
  level2: '',
  level3: '',
  seq: '',
  contentElements: [],
  legalBases: [],
  timeLimit: '',
  disclosingBody: '',
  channels: [],
  audience: 'public',
  audienceGroup: '',
  mode: 'proactive',
  attribute: 'proactive',
  levels: [],
  extra: {},
}

export const elementsOf = (matter: Matter): MatterElements =>
  Object.fromEntries(elementOrder.map((name) => [name, matter[name]])) as MatterElements

const tidy = (value: unknown): unknown =>
  typeof value === 'string'
    ? value.trim()
    : Array.isArray(value)
      ? value.map((one) => String(one).trim()).filter(Boolean)
      : value

/** What was changed, element by element; null while nothing was. */
export const changesOf = (before: MatterElements, after: MatterElements): MatterChanges | null => {
  const changed = elementOrder.filter(
    (name) => JSON.stringify(tidy(before[name])) !== JSON.stringify(tidy(after[name])),
  )
  return changed.length === 0
    ? null
    : (Object.fromEntries(changed.map((name) => [name, tidy(after[name])])) as MatterChanges)
}

export const tidied = (elements: MatterElements): MatterElements =>
  Object.fromEntries(
    Object.entries(elements).map(([name, value]) => [name, tidy(value)]),
  ) as unknown as MatterElements
