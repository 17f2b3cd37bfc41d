import { on, type Reaction } from '#platform/fact'
import { draftAbandoned, editionApproved, editionPublished, editionReturned } from '../facts.ts'
import { lastDay, limitOn } from '../limits/limit.ts'
import { editionById } from '../store/editions.ts'
import { bringBack, dropOpenReReview, openReReview, reReviewThatOpened } from './store.ts'

/** What is decided not to be disclosed is looked at again a year on, as long as it stays so. */
export const reReviewReactions: readonly Reaction[] = [
  on(editionApproved, async (act, { documentId, editionId }) => {
    const edition = await editionById(act.tx, editionId)
    if (!edition || edition.attribute === 'proactive') return
    const limit = await limitOn(act.tx, 'reReview', act.today)
    await openReReview(act.tx, { documentId, editionId, dueOn: lastDay(limit, act.today) })
  }),
  on(editionReturned, (act, { documentId }) => dropOpenReReview(act.tx, documentId).then(() => {})),
  on(editionPublished, (act, { documentId }) =>
    dropOpenReReview(act.tx, documentId).then(() => {}),
  ),
  // A release that was begun and given up leaves the record where it was, to be looked at again now.
  on(draftAbandoned, async (act, { documentId, editionId }) => {
    const before = await reReviewThatOpened(act.tx, editionId)
    if (!before) return
    await bringBack(act.tx, documentId, before.editionId)
    await openReReview(act.tx, { documentId, editionId: before.editionId, dueOn: act.today })
  }),
]
