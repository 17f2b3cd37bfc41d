import { holds } from '#accounts'
import type { Actor } from '#platform/act'

/** The catalogue of a government is kept by its disclosure office (条例 art. 4) or an administrator. */
export const mayChangeCatalogue = (by: Actor, path: string): boolean =>
  holds(by, ['disclosureOffice', 'administrator'], path)

/** That nothing of a kind happens at a unit is said by those who answer for it, or the office above. */
export const mayDeclare = (by: Actor, path: string): boolean =>
  holds(by, ['sectionHead', 'leader', 'signer', 'disclosureOffice', 'administrator'], path)
