import { type RawBuilder, sql } from 'kysely'
import { holds, reachOf } from '#accounts'
import type { Actor } from '#platform/act'
import { authorsOf, type Edition, waitsFor } from './edition.ts'

const drafters = ['clerk', 'sectionHead', 'leader', 'signer', 'disclosureOffice'] as const
const checkers = ['sectionHead', 'leader', 'secrecyReviewer', 'signer', 'disclosureOffice'] as const
export const publisherRoles = ['signer', 'disclosureOffice'] as const
/** Whoever works on texts or looks after those who do. Administrators keep accounts, not texts. */
const staff = [...drafters, 'secrecyReviewer', 'supervisor'] as const

export const mayDraftFor = (by: Actor, path: string): boolean => holds(by, drafters, path)

export const mayEdit = (by: Actor, edition: Edition): boolean =>
  mayDraftFor(by, edition.document.owner.path)

/** Nobody approves their own text (M158): not who began it, typed last, or sent it up. */
export const wrote = (by: Actor, edition: Edition): boolean =>
  by.id !== null && authorsOf(edition).includes(by.id)

/** Whether the step that waits is this person's to pass, save that it be their own text. */
export const holdsStep = (by: Actor, edition: Edition): boolean => {
  const role = waitsFor(edition)
  return role !== null && holds(by, role as 'leader', edition.document.owner.path)
}

export const mayTakeBack = (by: Actor, edition: Edition): boolean =>
  wrote(by, edition) && mayEdit(by, edition)

export const isPublisher = (by: Actor, edition: Edition): boolean =>
  holds(by, publisherRoles, edition.document.owner.path)

/** Who answers with their name for a file: whoever works on the texts of the unit or checks them. */
export const maySignFor = (by: Actor, edition: Edition): boolean =>
  holds(by, [...drafters, 'secrecyReviewer'], edition.document.owner.path)

export const mayWithdraw = (by: Actor, edition: Edition): boolean =>
  holds(by, [...publisherRoles, 'leader'], edition.document.owner.path)

export const maySetPlan = (by: Actor, path: string): boolean =>
  holds(by, ['disclosureOffice', 'administrator'], path)

/** Columns belong to the whole site, so to whoever keeps it at the top. */
export const mayKeepColumns = (by: Actor, rootPath: string): boolean =>
  holds(by, ['disclosureOffice', 'administrator'], rootPath)

/** Who names the readers of a draft: its author, or the head of those who draft. */
export const mayLimitReaders = (by: Actor, edition: Edition): boolean =>
  by.id === edition.document.createdBy ||
  holds(by, ['sectionHead', 'leader', 'disclosureOffice'], edition.document.owner.path)

/** Who reads: anyone, a member of staff, or the holder of a link to one draft. */
export type Reader =
  | { readonly kind: 'public' }
  | { readonly kind: 'staff'; readonly by: Actor }
  | { readonly kind: 'preview'; readonly editionId: number }

export const thePublic: Reader = { kind: 'public' }

/**
 * The one rule of who sees an edition: for pages, lists, feeds, search, export and attachments. It
 * speaks of `e` (edition), `d` (its document) and `o` (the owner).
 */
export function visibleTo(reader: Reader): RawBuilder<boolean> {
  if (reader.kind === 'public') return isPublic
  if (reader.kind === 'preview')
    return sql<boolean>`(${isPublic} or (e.id = ${reader.editionId} and e.id = d.working_edition_id))`
  return visibleToStaff(reader.by)
}

const isPublic = sql<boolean>`(d.live_edition_id is not null
  and (e.id = d.live_edition_id or (e.state = 'superseded' and not e.concealed)))`

/** Owned within one of these subtrees. */
export const within = (paths: readonly string[]): RawBuilder<boolean> =>
  sql<boolean>`o.path like any(${paths.map((path) => `${path}%`)}::text[])`

/** M39: who is asked whether a text may go out reads it, wherever it lies. */
const isAskedToAgree = (by: Actor): RawBuilder<boolean> =>
  sql<boolean>`(d.working_edition_id is not null and exists (select from documents.agreement g
    join organizations.organization asked on asked.id = g.organization_id
    where g.edition_id = e.id and g.cancelled_at is null
      and asked.path like any(${reachOf(by, staff).map((path) => `${path}%`)}::text[])))`

/** M47: a draft with named readers is theirs, its maker's, and in review the checkers'. */
function visibleToStaff(by: Actor): RawBuilder<boolean> {
  return sql<boolean>`(${isPublic} or ${isAskedToAgree(by)} or (${within(reachOf(by, staff))} and (
      not d.readers_limited or d.created_by = ${by.id} or e.created_by = ${by.id}
      or (e.state in ('inReview', 'approved', 'scheduled') and ${within(reachOf(by, checkers))})
      or exists (select from documents.draft_reader r where r.document_id = d.id
                 and (r.staff_id = ${by.id} or r.organization_id = ${by.organizationId})))))`
}

/** The subtrees in which a person works on texts. */
export const reachOfStaff = (by: Actor): string[] => reachOf(by, staff)
