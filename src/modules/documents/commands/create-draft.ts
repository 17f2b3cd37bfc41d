import type { z } from 'zod'
import type { Act, Actor } from '#platform/act'
import type { Db } from '#platform/database'
import type { createDraft as contract, SavedDraft } from '../contract/drafting.ts'
import { type Edition, factAbout, type Owner } from '../edition.ts'
import { draftCreated } from '../facts.ts'
import { fill, savedDraft } from '../filling.ts'
import { mayDraftFor } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { addDocument, addEdition } from '../store/editions.ts'
import { ownerById } from '../store/organizations.ts'

export type CreateDraft = z.output<typeof contract.input>

/** Opens a document of a unit with its first draft. */
export async function createDraft(act: Act, input: CreateDraft): Promise<SavedDraft> {
  const edition = await openDocument(act, input.organizationId, 'blank')
  return savedDraft(act, await fill(act, edition, input.fields), input.fields)
}

/** The unit, for someone who drafts for it; also asked before an upload is taken in. */
export async function mustDraftFor(db: Db, by: Actor, organizationId: number): Promise<Owner> {
  const owner = await ownerById(db, organizationId)
  if (!mayDraftFor(by, owner.path)) throw refuse('notYours')
  return owner
}

/** An empty document; what it was made from is told in the log. */
export async function openDocument(
  act: Act,
  organizationId: number,
  from: string,
): Promise<Edition> {
  const owner = await mustDraftFor(act.tx, act.by, organizationId)
  const documentId = await addDocument(act.tx, { organizationId, at: act.at, by: act.by.id })
  const edition = await addEdition(act.tx, {
    documentId,
    at: act.at,
    by: act.by.id,
    content: { issuingOrgan: owner.name, source: owner.name },
  })
  await act.announce(draftCreated, { ...factAbout(edition), from })
  return edition
}
