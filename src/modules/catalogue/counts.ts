import type { Field, FieldSummary, ItemCount, Matter } from './contract.ts'
import { foldedName } from './names.ts'

const count = (matters: readonly Matter[], is: (matter: Matter) => boolean): number =>
  matters.filter(is).length

/** How many matters a field has, for lists and filters. */
export const summariesOf = (
  matters: readonly Matter[],
  fields: readonly Field[],
): FieldSummary[] => {
  const byField = Map.groupBy(matters, (matter) => matter.fieldCode)
  return fields.flatMap((field) => {
    const own = byField.get(field.code)
    if (!own) return []
    return {
      field,
      matterCount: own.length,
      level1Count: new Set(own.map((matter) => foldedName(matter.level1))).size,
      proactiveCount: count(own, (matter) => matter.attribute === 'proactive'),
      onRequestCount: count(own, (matter) => matter.attribute === 'onRequest'),
    }
  })
}

/**
 * What must be disclosed and what may be asked for, per field (M19). A marked channel is a must,
 * save where the table says that any one of the marked ones will do (至少选择其一).
 */
export const itemCountsOf = (matters: readonly Matter[]): ItemCount[] =>
  [...Map.groupBy(matters, (matter) => matter.fieldCode)].map(([fieldCode, own]) => {
    const isChoice = (matter: Matter): boolean => matter.extra.channelPolicy === 'at_least_one'
    const channels = (is: (matter: Matter) => boolean): number =>
      own.filter(is).reduce((sum, matter) => sum + matter.channels.length, 0)
    return {
      fieldCode,
      matterCount: own.length,
      proactiveCount: count(own, (matter) => matter.attribute === 'proactive'),
      onRequestCount: count(own, (matter) => matter.attribute === 'onRequest'),
      notDisclosedCount: count(own, (matter) => matter.attribute === 'notDisclosed'),
      requiredChannelCount: channels((matter) => !isChoice(matter)),
      optionalChannelCount: channels(isChoice),
    }
  })
