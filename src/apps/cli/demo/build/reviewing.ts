import { approveStep, publishEdition } from '#documents'
import type { EditionMark, SecrecyAnswers } from '#documents/contract'
import { type CivilDate, startOfDay } from '#platform/civil-date'
import type { House } from '../../../house.ts'
import type { Role } from '../types.ts'
import type { People } from './people.ts'

export const hourMs = 3_600_000

/** Nine o'clock of a day. */
export const morning = (day: CivilDate): Date => new Date(startOfDay(day).getTime() + 9 * hourMs)

/** Who reads a text before it goes out, in the county's order. */
export const reviewers: readonly Role[] = ['sectionHead', 'leader', 'secrecyReviewer', 'signer']

/** What the secrecy reviewer finds in every text of the invented county. */
export const noSecrets: SecrecyAnswers = {
  stateSecret: false,
  tradeSecret: false,
  privacy: false,
  securityStability: false,
  othersConsulted: 'notNeeded',
  note: '',
}

/** The reviewers of a unit agree one after another, all at one moment, to what was sent up. */
export const passAll = async (
  house: House,
  people: People,
  code: string,
  at: Date,
  sent: EditionMark,
): Promise<EditionMark> => {
  let mark = sent
  for (const role of reviewers) {
    const { editionId: id, version } = mark
    const secrecy = role === 'secrecyReviewer' ? noSecrets : undefined
    mark = await house.perform(
      people.holder(role, code),
      (act) => approveStep(act, { id, version, opinion: '同意。', secrecy }),
      at,
    )
  }
  return mark
}

/** Passes what was sent up through all its reviewers and puts it before the public. */
export const passAndPublish = async (
  house: House,
  people: People,
  code: string,
  at: Date,
  sent: EditionMark,
): Promise<EditionMark> => {
  const { editionId: id, version } = await passAll(house, people, code, at, sent)
  const signer = people.holder('signer', code)
  return house.perform(signer, (act) => publishEdition(act, { id, version }), at)
}
