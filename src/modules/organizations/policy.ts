import type { Actor } from '#platform/act'
import { holds } from '#platform/holds'

/** The tree is shaped by an administrator at or above the node under which it changes. */
export const mayShape = (by: Actor, path: string): boolean => holds(by, 'administrator', path)

/** Name, codes and the words by which catalogues name a body: the office that keeps the catalogue. */
export const mayIdentify = (by: Actor, path: string): boolean =>
  holds(by, ['disclosureOffice', 'administrator'], path)

/** Duties, address, hours, telephone, head: also by those who work there, who know them first. */
export const mayDescribe = (by: Actor, path: string): boolean =>
  mayIdentify(by, path) || holds(by, ['clerk', 'sectionHead', 'leader'], path)

/** Regions stand above every organization, so only one who holds the root may load them. */
export const mayImportRegions = (by: Actor, rootPaths: readonly string[]): boolean =>
  rootPaths.length === 0
    ? holds(by, 'administrator', '/')
    : rootPaths.some((path) => holds(by, 'administrator', path))
