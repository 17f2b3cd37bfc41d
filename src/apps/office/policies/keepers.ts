/** Who registers keys of the office network and sets terms: as `interchange` and `policies` ask it. */
export const ruleKeepers = ['administrator', 'disclosureOffice'] as const
