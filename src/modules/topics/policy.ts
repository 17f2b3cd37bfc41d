import { holds } from '#accounts'
import type { Actor } from '#platform/act'

/** Topic pages belong to whoever keeps the site. */
export const mayKeepTopics = (by: Actor, rootPath: string): boolean =>
  holds(by, ['disclosureOffice', 'administrator'], rootPath)

/** Who works on a unit's texts says at which stage they stand. */
export const mayChooseStage = (by: Actor, path: string): boolean =>
  holds(by, ['clerk', 'sectionHead', 'leader', 'signer', 'disclosureOffice'], path)
