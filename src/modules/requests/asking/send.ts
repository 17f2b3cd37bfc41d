import { sql } from 'kysely'
import { organizationById } from '#organizations'
import type { Act } from '#platform/act'
import type { BlobStore } from '#platform/blob-store'
import type { Db } from '#platform/database'
import { submitRequest } from '../commands/submit-request.ts'
import { fingerprintOf } from '../requester.ts'
import { becomeReceipt, type Draft, openDraft, type Receipt } from './draft.ts'
import { takeDraftFiles } from './enclosures.ts'
import { formIssues, readAsking } from './form.ts'
import { refuse } from './refusals.ts'
import { askingRulesOn } from './rules.ts'
import { type Counted, count, minutesLeft, type Room, roomOf, tallyOf } from './tally.ts'

export const suspicions = ['honeypot', 'address', 'person', 'repeated', 'links', 'fast'] as const
export type Suspicion = (typeof suspicions)[number]

/** Kinds of bodies that make or keep government information of their own (条例 art. 10). */
const askedKinds: readonly string[] = [
  'government',
  'office',
  'department',
  'vertical',
  'dispatched',
  'township',
  'subdistrict',
]
export const takesRequests = (organization: { readonly kind: string }): boolean =>
  askedKinds.includes(organization.kind)

const addressTally = (address: string, at: Act['today']): Counted => ({
  what: 'submission',
  of: address,
  pace: askingRulesOn(at).submissions,
})

/** Whether one may send as it is, has to answer a question first, or to wait. */
export const roomToSend = async (
  db: Db,
  address: string,
  at: Date,
  today: string,
  key: Buffer,
): Promise<{ readonly room: Room; readonly minutes: number }> => {
  const counted = addressTally(address, today)
  const room = roomOf(await tallyOf(db, counted, at, key), counted.pace)
  return { room, minutes: minutesLeft(counted.pace, at) }
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase()

const suspicionsOf = async (
  act: Act,
  draft: Draft,
  address: string,
  key: Buffer,
): Promise<Suspicion[]> => {
  const rules = askingRulesOn(act.today)
  const { requester } = readAsking(draft.form)
  const ofPerson = {
    what: 'person',
    of: fingerprintOf(requester, key),
    pace: rules.ofOnePerson,
  } as const
  const same = { what: 'same', of: plain(draft.form.wanted), pace: rules.ofOnePerson } as const
  const fromAddress = await count(act, addressTally(address, act.today), key)
  const byPerson = await count(act, ofPerson, key)
  const before = await count(act, same, key)
  const links = draft.form.wanted.match(/https?:\/\/|www\./gi)?.length ?? 0
  const seconds = (act.at.getTime() - draft.begunAt) / 1_000
  const found: readonly (readonly [Suspicion, boolean])[] = [
    ['honeypot', draft.trapped],
    ['address', fromAddress >= rules.submissions.easy],
    ['person', byPerson >= rules.ofOnePerson.easy],
    ['repeated', before > 0],
    ['links', links >= rules.links],
    ['fast', seconds < rules.fastSeconds],
  ]
  return found.flatMap(([reason, so]) => (so ? [reason] : []))
}

/**
 * Sends a draft. What looks like abuse is taken in like anything else and marked for the office: the
 * law knows no ground to refuse a request for it. Of the network address only a keyed hash is kept, for
 * the count of an hour. Pressed twice, the receipt is the same.
 */
export async function sendDraft(
  act: Act,
  secret: string,
  address: string,
  files: BlobStore,
  key: Buffer,
): Promise<Receipt> {
  const found = await openDraft(act.tx, secret, act.at, key, true)
  if (!found) throw refuse('draftGone')
  if (found.kind === 'sent') return found.receipt
  const { draft } = found
  const office = await organizationById(act.tx, Number(draft.form.organizationId)).catch(() => null)
  const issues = formIssues(draft.form, {
    hasEvidence: draft.files.length > 0,
    takesRequests: () => office !== null && takesRequests(office),
  })
  if (issues.length > 0 || !office) throw refuse('formIncomplete', { count: issues.length })
  const reasons = await suspicionsOf(act, draft, address, key)
  const door = draft.kiosk ? 'kiosk' : 'portal'
  const made = await submitRequest(act, { ...readAsking(draft.form), door }, key)
  await takeDraftFiles(act, draft, made.requestId, files, key)
  for (const reason of reasons)
    await sql`insert into requests.suspicion (request_id, reason)
      values (${made.requestId}, ${reason})`.execute(act.tx)
  const receipt: Receipt = {
    ...made,
    organization: office.name,
    wanted: draft.form.wanted,
    submittedAt: act.at.toISOString(),
    kiosk: draft.kiosk,
  }
  await becomeReceipt(act, draft.id, receipt, key)
  return receipt
}

/** Why a request is marked for a second look; empty for almost all. */
export const suspicionsAt = async (db: Db, requestId: number): Promise<Suspicion[]> => {
  const { rows } = await sql<{ reason: Suspicion }>`select reason from requests.suspicion
    where request_id = ${requestId} order by reason`.execute(db)
  return rows.map(({ reason }) => reason)
}

/** Somebody who began to ask found it among what is published (M79). */
export async function spareRequest(act: Act, documentId: number): Promise<void> {
  await sql`insert into requests.spared (document_id, on_day, count)
    values (${documentId}, ${act.today}::date, 1)
    on conflict (document_id, on_day) do update set count = requests.spared.count + 1`.execute(
    act.tx,
  )
}
