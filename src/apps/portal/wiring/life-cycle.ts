import { publicNegativeList } from '#catalogue'
import {
  type EventView,
  eventOf,
  type PublicDocument,
  publicClarifications,
  publicEvent,
  publicEvents,
  publicUrgent,
  thePublic,
} from '#documents'
import { dateAt } from '#platform/civil-date'
import { speaker } from '#platform/words'
import type { Chrome } from '../chrome.ts'
import type { EventLine, EventPage } from '../life-cycle-views.ts'
import { renderMissing } from '../pages/failures.tsx'
import { renderEvent, renderEvents, renderNegativeList } from '../pages/life-cycle.tsx'
import { tags } from '../tags.ts'
import type { DocumentView, PublicNote } from '../views.ts'
import { html } from './html.ts'
import { validityById, withValidity } from './policies.ts'
import type { Answer, Portal } from './portal.ts'

/** That it went out ahead of review, for as long as that edition stands; never silent (M38). */
const urgentNotes = async (portal: Portal, found: PublicDocument): Promise<PublicNote[]> => {
  const urgent = await publicUrgent(portal.db, found.editionId)
  if (!urgent) return []
  const say = speaker('zh-CN')
  const { releasedAt, reviewedAt, confirmed } = urgent
  const text =
    reviewedAt && confirmed
      ? say('portal.urgent.reviewed', { date: dateAt(reviewedAt) })
      : say('portal.urgent.waiting')
  return [{ kind: 'urgent', on: dateAt(releasedAt), text, other: null }]
}

/** What a document's life beyond its editions adds to its page: clarifications, event, urgent release. */
export interface LifeCycle {
  readonly notes: readonly PublicNote[]
  readonly cycle: NonNullable<DocumentView['cycle']>
  /** What it names with their marks: the page goes when one of them ends. */
  readonly tags: readonly string[]
}

export const lifeCycleOf = async (portal: Portal, found: PublicDocument): Promise<LifeCycle> => {
  const [{ corrects, correctedBy }, event, notes] = await Promise.all([
    publicClarifications(portal.db, found.id, thePublic),
    eventOf(portal.db, found.id),
    urgentNotes(portal, found),
  ])
  const named = [...corrects, ...correctedBy].flatMap(({ document }) => document?.id ?? [])
  const marks = await validityById(portal, named)
  const marked = (lines: typeof corrects) =>
    lines.map((line) => ({
      ...line,
      document: line.document && {
        ...line.document,
        validity: marks.get(line.document.id) ?? null,
      },
    }))
  return {
    notes,
    cycle: { corrects: marked(corrects), correctedBy: marked(correctedBy), event },
    tags: named.map(tags.policy),
  }
}

export const withLifeCycle = (view: DocumentView, { notes, cycle }: LifeCycle): DocumentView => ({
  ...view,
  notes: [...notes, ...view.notes],
  cycle,
})

/** `/platform/rules/negative-list`. */
export const negativeListAnswer = async (portal: Portal, chrome: Chrome): Promise<Answer> => {
  const entries = await publicNegativeList(portal.db, dateAt(new Date()))
  const groups = [...Map.groupBy(entries, (entry) => entry.organizationName)].map(
    ([unit, own]) => ({ unit, entries: own }),
  )
  return html(renderNegativeList({ groups }, chrome), [tags.negativeList])
}

const lineOf = (event: EventView): EventLine => ({
  id: event.id,
  title: event.title,
  unit: event.organization,
  open: event.closedAt === null,
  knownAt: event.knownAt,
  updates: event.updates.length,
  latestAt: event.updates[0]?.publishedAt ?? null,
})

const pageOf = async (portal: Portal, event: EventView): Promise<EventPage> => ({
  ...lineOf(event),
  summary: event.summary,
  clocks: event.clocks,
  words: await withValidity(
    portal,
    event.updates.map(({ documentId: id, title, summary, at }) => ({ id, title, summary, at })),
  ),
})

/** `/events`. */
export const eventsAnswer = async (portal: Portal, chrome: Chrome): Promise<Answer> => {
  const events = await publicEvents(portal.db, thePublic, new Date())
  return html(renderEvents(events.map(lineOf), chrome), [tags.events])
}

/** `/events/3`: one page for one event, its newest word first. */
export const eventAnswer = async (portal: Portal, id: number, chrome: Chrome): Promise<Answer> => {
  const event = await publicEvent(portal.db, id, thePublic, new Date())
  if (!event) {
    const missing = { address: chrome.address, neighbours: [] }
    return html(renderMissing(missing, chrome), [], 404)
  }
  const page = await pageOf(portal, event)
  return html(renderEvent(page, chrome), [
    tags.event(id),
    ...page.words.map((word) => tags.document(word.id)),
  ])
}
