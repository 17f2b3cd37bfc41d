import type { z } from 'zod'
import type { Act } from '#platform/act'
import type { takeBackEdition as contract } from '../contract/release.ts'
import type { EditionMark } from '../contract/shapes.ts'
import { factAbout } from '../edition.ts'
import { editionTakenBack } from '../facts.ts'
import { markOf } from '../filling.ts'
import { findEdition } from '../finding.ts'
import { take } from '../lifecycle.ts'
import { mayTakeBack } from '../policy.ts'
import { saveEdition } from '../store/editions.ts'

export type TakeBackEdition = z.output<typeof contract.input>

/** The drafter takes a text back out of review; what was passed so far is void. */
export async function takeBackEdition(act: Act, input: TakeBackEdition): Promise<EditionMark> {
  const edition = await findEdition(act, input, mayTakeBack)
  const state = take('takeBack', edition.state)
  const taken = await saveEdition(act.tx, edition, { state })
  await act.announce(editionTakenBack, { ...factAbout(edition), round: edition.round })
  return markOf(taken)
}
