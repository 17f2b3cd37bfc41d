import type { z } from 'zod'
import type { Act } from '#platform/act'
import type { changeAttribute as contract } from '../contract/release.ts'
import type { EditionMark } from '../contract/shapes.ts'
import { factAbout } from '../edition.ts'
import { attributeChanged } from '../facts.ts'
import { markOf, moveClock } from '../filling.ts'
import { findEdition } from '../finding.ts'
import { attributeIssues } from '../grounds.ts'
import { take } from '../lifecycle.ts'
import { holdsStep, wrote } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { saveEdition } from '../store/editions.ts'
import { settingFor } from '../surroundings.ts'

export type ChangeAttribute = z.output<typeof contract.input>

/** Checker or signer sets another attribute than the drafter proposed (M24), with the reason. */
export async function changeAttribute(act: Act, input: ChangeAttribute): Promise<EditionMark> {
  const edition = await findEdition(act, input, holdsStep)
  take('changeAttribute', edition.state)
  if (wrote(act.by, edition)) throw refuse('ownText')
  const isOpen = input.attribute === 'proactive'
  const chosen = {
    attribute: input.attribute,
    attributeGround: isOpen ? '' : input.ground,
    attributeReason: isOpen ? '' : input.reason,
  }
  const issues = attributeIssues(chosen)
  if (issues.length > 0) throw refuse('notReady', { issues })

  // The text is untouched, so the checker does not become its author.
  const changed = await saveEdition(act.tx, edition, chosen)
  const { clock } = await settingFor(act, changed)
  await moveClock(act, changed, clock)
  await act.announce(attributeChanged, {
    ...factAbout(edition),
    from: edition.attribute,
    to: input.attribute,
    note: input.reason,
  })
  return markOf(changed)
}
