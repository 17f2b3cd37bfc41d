import { sql } from 'kysely'
import type { z } from 'zod'
import { holds } from '#accounts'
import type { Act, Actor } from '#platform/act'
import { openDocument } from '../commands/create-draft.ts'
import type {
  addEventUpdate as addContract,
  changeEvent as changeContract,
  openEvent as openContract,
} from '../contract/release-channels.ts'
import { isVisible } from '../finding.ts'
import { eventChanged } from '../life-cycle-facts.ts'
import { refuse } from '../life-cycle-refusals.ts'
import { mayDraftFor, mayEdit } from '../policy.ts'
import { foremostEdition } from '../store/editions.ts'
import { ownerById } from '../store/organizations.ts'
import { type EventRow, eventRows } from './store.ts'

/** Who keeps an emergency: whoever answers for the unit's texts. A clerk drafts its updates. */
export const mayKeepEvent = (by: Actor, path: string): boolean =>
  holds(by, ['sectionHead', 'leader', 'signer', 'disclosureOffice'], path)

const tell = (
  act: Act,
  event: { readonly id: number; readonly organizationId: number },
  what: 'opened' | 'updated' | 'pressConference' | 'closed',
  documentIds: readonly number[] = [],
): Promise<void> =>
  act.announce(eventChanged, {
    subject: `event/${event.id}`,
    organizationId: event.organizationId,
    eventId: event.id,
    what,
    documentIds,
  })

/** Opens an emergency; the clocks count from when it became known to the unit. */
export async function openEvent(
  act: Act,
  input: z.output<typeof openContract.input>,
): Promise<{ id: number }> {
  const unit = await ownerById(act.tx, input.organizationId)
  if (!mayKeepEvent(act.by, unit.path)) throw refuse('notYours')
  const knownAt = new Date(input.knownAt)
  if (knownAt > act.at) throw refuse('momentAhead')
  const { rows } = await sql<{ id: number }>`
    insert into documents.event (organization_id, title, summary, level, known_at, opened_at, opened_by)
    values (${unit.id}, ${input.title}, ${input.summary}, ${input.level}, ${knownAt}, ${act.at},
      ${act.by.id}) returning id`.execute(act.tx)
  const id = rows[0]?.id ?? 0
  await tell(act, { id, organizationId: unit.id }, 'opened')
  return { id }
}

async function lockEvent(act: Act, id: number): Promise<EventRow> {
  await sql`select from documents.event where id = ${id} for update`.execute(act.tx)
  const [event] = await eventRows(act.tx, sql<boolean>`v.id = ${id}`, 1)
  if (!event) throw refuse('notFound')
  return event
}

/** Adds a document as the next word on an event, or begins a draft for it. */
export async function addEventUpdate(
  act: Act,
  input: z.output<typeof addContract.input>,
): Promise<z.output<typeof addContract.output>> {
  const event = await lockEvent(act, input.id)
  if (event.closedAt !== null) throw refuse('eventClosed')
  if (input.documentId === null && !mayDraftFor(act.by, event.path)) throw refuse('notYours')
  const documentId =
    input.documentId === null
      ? (await openDocument(act, event.organization.id, `event/${event.id}`)).document.id
      : await mineToAdd(act, input.documentId)
  const { rows } =
    await sql`insert into documents.event_update (document_id, event_id, added_at, added_by)
    values (${documentId}, ${event.id}, ${act.at}, ${act.by.id})
    on conflict (document_id) do nothing returning document_id`.execute(act.tx)
  if (rows.length === 0) throw refuse('inEventAlready')
  await tell(act, { id: event.id, organizationId: event.organization.id }, 'updated', [documentId])
  return { eventId: event.id, documentId }
}

async function mineToAdd(act: Act, documentId: number): Promise<number> {
  const edition = await foremostEdition(act.tx, documentId)
  if (!edition || !(await isVisible(act.tx, edition.id, { kind: 'staff', by: act.by })))
    throw refuse('notFound')
  if (!mayEdit(act.by, edition)) throw refuse('notYours')
  return documentId
}

/** Notes when the press conference was, or closes the event; its page stays. */
export async function changeEvent(
  act: Act,
  input: z.output<typeof changeContract.input>,
): Promise<{ id: number }> {
  const event = await lockEvent(act, input.id)
  if (!mayKeepEvent(act.by, event.path)) throw refuse('notYours')
  if (event.closedAt !== null) throw refuse('eventClosed')
  const about = { id: event.id, organizationId: event.organization.id }
  if (input.pressConferenceAt !== undefined) {
    const at = new Date(input.pressConferenceAt)
    if (at > act.at || at < event.knownAt) throw refuse('momentAhead')
    await sql`update documents.event set press_conference_at = ${at} where id = ${event.id}`.execute(
      act.tx,
    )
    await tell(act, about, 'pressConference')
  }
  if (input.close) {
    await sql`update documents.event set closed_at = ${act.at}, closed_by = ${act.by.id}
      where id = ${event.id}`.execute(act.tx)
    await tell(act, about, 'closed')
  }
  return { id: event.id }
}
