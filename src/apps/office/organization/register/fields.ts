import type { ChangeOrganization } from '#organizations/contract'

/** What the public reads of a body (政府信息公开条例 art. 20 (2)), in the order of the register. */
export const registerFields = [
  'duties',
  'headName',
  'headTitle',
  'address',
  'hours',
  'telephone',
  'fax',
  'email',
  'postcode',
] as const satisfies readonly (keyof ChangeOrganization)[]

/** Of these, what the article names: duties, address, hours, contact, head. */
export const owedFields = ['duties', 'headName', 'address', 'hours', 'telephone'] as const

/** What the office that keeps the catalogue knows it by. */
export const identityFields = [
  'shortName',
  'creditCode',
  'regionCode',
  'ordinal',
  'subjectKeys',
] as const satisfies readonly (keyof ChangeOrganization)[]

export type FieldName = (typeof registerFields)[number] | (typeof identityFields)[number]
