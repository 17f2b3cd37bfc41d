import type { PlainTimeRule } from '#catalogue/contract'

type Kind = PlainTimeRule['kind']

/** What a person may settle on; `inherit` and `unknown` are states of a table, not answers. */
export const kindsOffered = [
  'within',
  'before',
  'realtime',
  'prompt',
  'periodic',
  'fixed_date',
  'by_progress',
  'on_event',
  'long_term',
  'external',
] as const satisfies readonly Kind[]

interface Shape {
  readonly days?: true
  readonly trigger?: true
  readonly period?: true
  readonly day?: true
}

const shapes: Partial<Record<Kind, Shape>> = {
  within: { days: true, trigger: true },
  before: { days: true, trigger: true },
  periodic: { period: true, day: true },
  fixed_date: { day: true },
  on_event: { trigger: true },
}

/** Which parts a kind of rule has. */
export const shapeOf = (kind: Kind): Shape => shapes[kind] ?? {}

/** 政府信息公开条例 art. 26: twenty working days from forming or change, where nothing else is said. */
export const lawfulRule: PlainTimeRule = {
  kind: 'within',
  days: 20,
  unit: 'working',
  trigger: 'formed_or_changed',
}

/** A rule of another kind with the parts that it needs, and without those that it has no use for. */
export const completeRule = (rule: PlainTimeRule): PlainTimeRule => {
  const shape = shapeOf(rule.kind)
  const { days, unit, trigger, triggerText, period, by, ...kept } = rule
  return {
    ...kept,
    ...(shape.days && { days: days ?? 20, unit: unit ?? 'working' }),
    ...(shape.trigger && { trigger: trigger ?? 'formed_or_changed' }),
    ...(shape.trigger && triggerText && { triggerText }),
    ...(shape.period && { period: period ?? 'quarter' }),
    ...(shape.day && by && by.length === (rule.kind === 'periodic' ? 2 : 5) && { by }),
  }
}

/** Whether nothing is missing: days where days count, a date where a date is meant. */
export const isComplete = (rule: PlainTimeRule): boolean => {
  const shape = shapeOf(rule.kind)
  if (shape.days && !rule.days) return false
  if (rule.trigger === 'other' && !rule.triggerText) return false
  if (rule.kind === 'fixed_date')
    return /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(rule.by ?? '')
  return rule.by === undefined || shape.day === undefined || /^(0[1-9]|[12]\d|3[01])$/.test(rule.by)
}
