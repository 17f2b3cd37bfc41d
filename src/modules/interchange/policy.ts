import { holds, type Role } from '#accounts'
import type { Actor } from '#platform/act'

const readers: readonly Role[] = [
  'clerk',
  'sectionHead',
  'leader',
  'signer',
  'disclosureOffice',
  'administrator',
]
export const packageReaders = readers

/** Whose packages are taken in is settled by those who look after the installation and its accounts. */
export const mayKeepSenders = (by: Actor, path: string): boolean =>
  holds(by, ['administrator', 'disclosureOffice'], path)
