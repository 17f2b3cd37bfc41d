import type { Say } from '../../words.tsx'

/** The one further column that is ours and not of the table: what its marks ■ and □ mean. */
export const policyKey = 'channelPolicy'

const policies = ['selected', 'required_optional', 'at_least_one']

/** The name of a further column: its own head in the table, save ours. */
export const extraName = (say: Say, name: string): string =>
  name === policyKey ? say('office.catalogue.extra.channelPolicy') : name

export const extraWords = (say: Say, name: string, value: unknown): string => {
  if (name === policyKey && policies.includes(String(value)))
    return say(`office.catalogue.extra.channelPolicy.${value}`)
  return Array.isArray(value) ? value.join(say('office.catalogue.and')) : String(value)
}
