import type { z } from 'zod'
import type { Act } from '#platform/act'
import type { saveDraft as contract, SavedDraft } from '../contract/drafting.ts'
import { factAbout } from '../edition.ts'
import { draftSaved } from '../facts.ts'
import { fill, savedDraft } from '../filling.ts'
import { findEdition } from '../finding.ts'
import { mayTake } from '../lifecycle.ts'
import { mayEdit } from '../policy.ts'
import { refuse } from '../refusals.ts'

export type SaveDraft = z.output<typeof contract.input>

/** Keeps what was typed, often: a save without a change leaves no trace. */
export async function saveDraft(act: Act, input: SaveDraft): Promise<SavedDraft> {
  const edition = await findEdition(act, input, mayEdit)
  if (!mayTake('save', edition.state)) throw refuse('readOnly', { state: edition.state })
  const filled = await fill(act, edition, input.fields)
  if (filled.changed.length > 0)
    await act.announce(draftSaved, {
      ...factAbout(edition),
      version: filled.edition.version,
      changed: filled.changed,
    })
  return savedDraft(act, filled, input.fields)
}
