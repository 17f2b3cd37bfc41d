import type { Act } from '#platform/act'
import { articlesOf, compareArticles } from './articles.ts'
import { textChecked } from './facts.ts'
import type { PolicyText } from './record.ts'
import { refuse } from './refusals.ts'
import { keepCheck, latestOfficial } from './store/texts.ts'

/** Compares our copy with an official version, keeps the answer and tells the owner's people. */
export async function checkAgainst(
  act: Act,
  ours: PolicyText,
  official: { readonly id: number; readonly text: string },
): Promise<void> {
  const theirs = articlesOf(official.text)
  if (theirs.length === 0) throw refuse('noArticles')
  const { documentId, editionId, organizationId } = ours
  const articles = compareArticles(articlesOf(ours.text), theirs)
  await keepCheck(act.tx, {
    documentId,
    officialTextId: official.id,
    editionId,
    at: act.at,
    articles,
  })
  await act.announce(textChecked, {
    subject: `document/${documentId}`,
    organizationId,
    documentId,
    same: articles.length === 0,
    differing: articles.length,
  })
}

/** A corrected copy is compared anew with the version imported last. */
export async function checkAgain(act: Act, ours: PolicyText): Promise<void> {
  const official = await latestOfficial(act.tx, ours.documentId)
  if (official) await checkAgainst(act, ours, official)
}
