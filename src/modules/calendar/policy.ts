import type { Actor } from '#platform/act'
import { holds } from '#platform/holds'

/** One calendar for the whole tree: those who answer for disclosure at its top enter it. */
export const mayEnter = (by: Actor, top: { readonly path: string } | null): boolean =>
  top !== null && holds(by, ['disclosureOffice', 'administrator'], top.path)
