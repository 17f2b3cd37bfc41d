import type { z } from 'zod'
import type { Actor } from '#platform/act'
import type { Db } from '#platform/database'
import { lexiconFor, stands } from '#wording'
import type { examinedShape } from '../contract/gate.ts'
import type { Edition } from '../edition.ts'
import { examined } from './examining.ts'
import { mayAnswerFor } from './overrule-finding.ts'
import { overruledOf } from './store.ts'

// As many as a person reads; a list of a thousand households is masked by its column, not by its lines.
const mostShown = 300

/** What the machine sees, for whoever writes and whoever reviews (M30); what stands comes first. */
export async function examinedShown(
  db: Db,
  by: Actor,
  edition: Edition,
): Promise<z.output<typeof examinedShape>[]> {
  const overruled = await overruledOf(db, edition.document.id)
  const lexicon = await lexiconFor(db, edition.document.owner.path)
  const found = examined(edition, lexicon).map(({ key, ...one }) => {
    const answer = overruled.get(key)
    return {
      ...one,
      stands: stands(one),
      mayOverrule: stands(one) && mayAnswerFor(by, edition, one.kind),
      overruled: answer
        ? {
            ...{ by: answer.by, at: answer.at.toISOString() },
            ...{ ground: answer.ground, reason: answer.reason },
          }
        : null,
    }
  })
  const graver = (one: (typeof found)[number]): number => (one.stands && !one.overruled ? 0 : 1)
  return found.sort((a, b) => graver(a) - graver(b)).slice(0, mostShown)
}
