import type { Role } from '#accounts/contract'

/** Who may begin a document for a unit; the server has the last word. */
export const drafters: readonly Role[] = [
  'clerk',
  'sectionHead',
  'leader',
  'signer',
  'disclosureOffice',
]
