import type { z } from 'zod'
import { reachOf } from '#accounts'
import { organizationById } from '#organizations'
import type { Actor } from '#platform/act'
import type { Db } from '#platform/database'
import type { liveFindings as contract } from '../contract/site-sweep.ts'
import { addressOf } from '../edition.ts'
import { reachOfStaff } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { foundIn, lastSweep, type Sweep } from './store.ts'

const onPage = 50

/** What the last reading of the public site found in the units of whoever asks. */
export async function liveFindings(
  db: Db,
  by: Actor,
  input: z.output<typeof contract.input>,
): Promise<z.output<typeof contract.output>> {
  const mine = reachOfStaff(by)
  if (mine.length === 0) throw refuse('notYours')
  const asked = input.organizationId ? await organizationById(db, input.organizationId) : null
  if (asked && !mine.some((path) => asked.path.startsWith(path))) throw refuse('notYours')
  const reach = asked ? [asked.path] : mine
  const before = input.after && /^\d{1,15}$/.test(input.after) ? Number(input.after) : null
  const rows = await foundIn(db, { reach, kind: input.kind, before, most: onPage + 1 })
  const items = rows.slice(0, onPage)
  const last = await lastSweep(db, reach)
  return {
    items: items.map(({ organizationId, organizationCode, organizationName, ...one }) => ({
      ...{ id: one.id, documentId: one.documentId, title: one.title, place: one.place },
      address: addressOf(one.documentId),
      organization: { id: organizationId, code: organizationCode, name: organizationName },
      ...{ kind: one.kind, masked: one.masked, word: one.word, advice: one.advice },
      confidence: one.confidence as 'high' | 'medium' | 'low',
      foundAt: one.foundAt.toISOString(),
    })),
    next: rows.length > onPage ? String(items.at(-1)?.id) : null,
    sweep: last && shown(last),
    mayStart: reachOf(by, ['disclosureOffice', 'secrecyReviewer', 'supervisor']).length > 0,
  }
}

const shown = ({ organizationId, organizationName, ...one }: Sweep) => ({
  ...{ id: one.id, cause: one.cause, lexiconDatedOn: one.lexiconDatedOn },
  ...{ documents: one.documents, files: one.files, unread: one.unread, found: one.found },
  organization: { id: organizationId, name: organizationName },
  askedAt: one.askedAt.toISOString(),
  endedAt: one.endedAt?.toISOString() ?? null,
})
