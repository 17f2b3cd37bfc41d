import type { z } from 'zod'
import type { Act } from '#platform/act'
import type { abandonDraft as contract } from '../contract/drafting.ts'
import type { EditionMark } from '../contract/shapes.ts'
import { factAbout } from '../edition.ts'
import { draftAbandoned } from '../facts.ts'
import { markOf, moveClock } from '../filling.ts'
import { findEdition } from '../finding.ts'
import { take } from '../lifecycle.ts'
import { mayEdit } from '../policy.ts'
import { dropWorking } from '../store/documents.ts'
import { saveEdition } from '../store/editions.ts'
import { settingFor } from '../surroundings.ts'

export type AbandonDraft = z.output<typeof contract.input>

/** Gives a draft up: it is kept, its clock stops, and a live edition stays where it is. */
export async function abandonDraft(act: Act, input: AbandonDraft): Promise<EditionMark> {
  const edition = await findEdition(act, input, mayEdit)
  const state = take('abandon', edition.state)
  const abandoned = await saveEdition(act.tx, edition, { state })
  await dropWorking(act.tx, edition.document.id)
  const { clock } = await settingFor(act, abandoned)
  await moveClock(act, abandoned, clock)
  await act.announce(draftAbandoned, { ...factAbout(edition), reason: input.reason })
  return markOf(abandoned)
}
