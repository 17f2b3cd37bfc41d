import type { z } from 'zod'
import { organizationById } from '#organizations'
import type { Actor } from '#platform/act'
import type { Db } from '#platform/database'
import type {
  contentChecks as checksContract,
  mixedContent as mixedContract,
  shownIn as shownContract,
} from '../contract/checks.ts'
import { addressOf, type Edition } from '../edition.ts'
import { isVisible } from '../finding.ts'
import { workingStates } from '../lifecycle.ts'
import { mayEdit, reachOfStaff, wrote } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { editionById, foremostEdition } from '../store/editions.ts'
import { type CatalogueWords, matterShown, wordsInForce } from './catalogue-words.ts'
import { fitsIn, fitsOf, likeTo, overruledIn } from './checks.ts'
import { mayReview } from './commands.ts'
import {
  liveUnderMatters,
  newsColumn,
  type Overruling,
  overrulingsAmong,
  overrulingsOf,
  placesShown,
} from './store.ts'

const visibleEdition = async (db: Db, by: Actor, edition: Edition | null): Promise<Edition> => {
  if (!edition || !(await isVisible(db, edition.id, { kind: 'staff', by })))
    throw refuse('notFound')
  return edition
}

const overruled = (found: Overruling | undefined) =>
  found ? { by: found.by, at: found.at.toISOString(), reason: found.reason } : null

/** What the checks say of a text, for its author and for those who review it. */
export async function contentChecks(
  db: Db,
  by: Actor,
  input: z.output<typeof checksContract.input>,
): Promise<z.output<typeof checksContract.output>> {
  const edition = await visibleEdition(db, by, await editionById(db, input.id))
  const isOpen = workingStates.includes(edition.state)
  const overrulings = await overrulingsOf(db, edition.document.id)
  const fits = isOpen ? await fitsOf(db, edition) : []
  const isNews = fits.some(({ fit }) => fit.verdict === 'workNews')
  const column = isNews ? ((await newsColumn(db)) ?? null) : null
  const met = isOpen ? await likeTo(db, edition) : []
  return {
    fits: fits.map(({ matter, fit, instead }) => ({
      ...matterShown(matter),
      verdict: fit.verdict,
      because: fit.because.map((one) => ({ ...one })),
      instead: instead && matterShown(instead),
      column: fit.verdict === 'workNews' ? column : null,
      overruled:
        fit.verdict === 'workNews' || fit.verdict === 'misfit'
          ? overruled(overruledIn(overrulings, fit.verdict, matter.code))
          : null,
    })),
    likenesses: met.map(({ document, likeness, stops }) => ({
      documentId: document.documentId,
      title: document.title,
      organization: {
        id: document.organizationId,
        code: document.organizationCode,
        name: document.organizationName,
      },
      address: addressOf(document.documentId),
      publishedAt: document.publishedAt.toISOString(),
      ...likeness,
      stops,
      overruled: overruled(overruledIn(overrulings, 'copy', `document/${document.documentId}`)),
    })),
    mayOverrule: isOpen && mayReview(by, edition) && !wrote(by, edition),
    mayPlace:
      ['draft', 'returned'].includes(edition.state) &&
      mayEdit(by, edition) &&
      edition.matterCodes.length > 0,
  }
}

/** Every place that shows a document: who changes it changes all of them. */
export async function shownIn(
  db: Db,
  by: Actor,
  input: z.output<typeof shownContract.input>,
): Promise<z.output<typeof shownContract.output>> {
  await visibleEdition(db, by, await foremostEdition(db, input.id))
  return (await placesShown(db, input.id)).map(({ id, code, name, ownerId, since, ...place }) => ({
    ...place,
    organization: { id, code, name },
    byReference: id !== ownerId,
    since: since?.toISOString() ?? null,
  }))
}

// At two milliseconds a text a part answers in half a second; the next is asked for when it is wanted.
const readAtOnce = 200

/** M142: live documents under a matter that they do not fit. Reads part by part, newest first. */
export async function mixedContent(
  db: Db,
  by: Actor,
  input: z.output<typeof mixedContract.input>,
): Promise<z.output<typeof mixedContract.output>> {
  const reach = reachOfStaff(by)
  const asked = input.organizationId ? await organizationById(db, input.organizationId) : null
  if (reach.length === 0) throw refuse('notYours')
  if (asked && !reach.some((path) => asked.path.startsWith(path))) throw refuse('notYours')
  const before = input.after && /^\d{1,15}$/.test(input.after) ? Number(input.after) : null
  const rows = await liveUnderMatters(db, asked ? [asked.path] : reach, before, readAtOnce)
  const overrulings = await overrulingsAmong(
    db,
    rows.map((row) => row.documentId),
  )
  // Units of one county share their catalogue: it is looked up once for each unit, not for each text.
  const words = new Map<string, CatalogueWords | null>()
  const items: z.output<typeof mixedContract.output>['items'] = []
  for (const row of rows) {
    if (!words.has(row.path)) words.set(row.path, await wordsInForce(db, row.path))
    const inForce = words.get(row.path)
    for (const { matter, fit, instead } of inForce ? fitsIn(inForce, row) : []) {
      if (fit.verdict !== 'workNews' && fit.verdict !== 'misfit') continue
      const known = overrulings.get(row.documentId) ?? []
      if (overruledIn(known, fit.verdict, matter.code)) continue
      items.push({
        documentId: row.documentId,
        title: row.title,
        organization: { id: row.id, code: row.code, name: row.name },
        publishedAt: (row.publishedAt ?? new Date(0)).toISOString(),
        verdict: fit.verdict,
        matter: matterShown(matter),
        because: fit.because.map((one) => ({ ...one })),
        instead: instead && matterShown(instead),
      })
    }
  }
  const last = rows.length === readAtOnce ? rows.at(-1) : undefined
  return { items, read: rows.length, next: last ? String(last.documentId) : null }
}
