import { datasetsOnPage, type RowsQuery } from '#datasets'
import {
  columnDocuments,
  documentPage,
  type PublicDocument,
  publicHistory,
  redirectFor,
  thePublic,
  tombstone,
} from '#documents'
import { type Links, linksOf } from '#interpretation'
import { dateAt } from '#platform/civil-date'
import { speaker } from '#platform/words'
import { pageSeal, recordOfDocument } from '#seals'
import { stagesOf } from '#topics'
import { addresses } from '../addresses.ts'
import type { Chrome } from '../chrome.ts'
import { renderDocument } from '../pages/document.tsx'
import { renderMissing, renderWithdrawn } from '../pages/failures.tsx'
import { renderHistory } from '../pages/history.tsx'
import { tags } from '../tags.ts'
import type { DocumentLine, DocumentView, HistoryView, PublicNote } from '../views.ts'
import { comparisonOf } from './comparison.ts'
import { printedLine } from './gazette.ts'
import { html } from './html.ts'
import { lifeCycleOf, withLifeCycle } from './life-cycle.ts'
import { identityOf, lineOf } from './lines.ts'
import { policyPartOf, standingOf, withValidity } from './policies.ts'
import type { Answer, Portal } from './portal.ts'

// As many neighbours as a reader looks over without a list.
const neighbourCount = 6

const neighboursIn = async (
  portal: Portal,
  columnId: number | undefined,
  without: number,
): Promise<DocumentLine[]> => {
  if (columnId === undefined) return []
  const asked = { columnId, after: null, limit: neighbourCount + 1 }
  const { items } = await columnDocuments(portal.db, asked, thePublic)
  const lines = items
    .filter((item) => item.id !== without)
    .slice(0, neighbourCount)
    .map((item) => ({ ...lineOf(item), category: null }))
  return withValidity(portal, lines)
}

const extensionOf = (name: string): string => /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''

/** What is told of a document's past: corrections, and what it stands in place of. Never silent. */
const notesOf = (found: PublicDocument): PublicNote[] => {
  const label = speaker('zh-CN')('portal.note.correction')
  const corrected = found.publishedAt > found.firstPublishedAt && found.correctionNote !== ''
  return [
    ...(corrected
      ? [
          {
            kind: 'correction' as const,
            on: dateAt(found.publishedAt),
            // Clerks begin their note with the word that stands before it on the page.
            text: found.correctionNote.replace(new RegExp(`^${label}[:：]\\s*`), ''),
            other: null,
          },
        ]
      : []),
    ...found.replaces.map((gone) => ({
      kind: 'replacement' as const,
      on: gone.withdrawnOn,
      text: [gone.title, gone.note].filter(Boolean).join('：'),
      other: null,
    })),
  ]
}

const noLinks: Links = { explainedBy: [], explains: null }

/** A document as its page shows it. */
export const viewOf = (
  found: PublicDocument,
  neighbours: readonly DocumentLine[],
  links: Links = noLinks,
): DocumentView => {
  const own = found.trail.map(identityOf)
  const first = own[0]
  const corrected = found.publishedAt > found.firstPublishedAt
  return {
    id: found.id,
    title: found.title,
    trail: own,
    unit: found.organization,
    source: found.source || found.organization.name,
    author: null,
    summary: found.summary || null,
    keywords: found.keywords,
    publishedAt: found.firstPublishedAt,
    updatedAt: corrected ? found.publishedAt : null,
    indexNumber: found.indexNumber,
    subjectClass: found.subjectClass || first?.name || null,
    issuingOrgan: found.issuingOrgan || found.organization.name,
    writtenOn: found.writtenOn,
    documentNumber: found.documentNumber || null,
    validity: null,
    attribute: found.attribute,
    bodyHtml: found.html,
    attachments: found.attachments.map((file) => ({
      key: String(file.id),
      name: file.name,
      type: extensionOf(file.name),
      bytes: file.size,
    })),
    notes: notesOf(found),
    explanation: links.explains,
    explains: links.explains ? [links.explains] : [],
    explainedBy: links.explainedBy,
    alsoIn: found.alsoIn,
    neighbours,
    editions: found.editions,
    visits: null,
  }
}

/** The column, or the one above where it has folded (M13) since its last document went. */
const filledColumn = async (portal: Portal, id: number | undefined) => {
  const column = (await portal.columns()).all.find((one) => one.id === id)
  return column?.documentCount === 0 ? (column.parentId ?? undefined) : column?.id
}

const withdrawn = async (portal: Portal, id: number, chrome: Chrome): Promise<Answer> => {
  // Where another document stands in its place, its address leads there; that page tells why (M41).
  const to = await redirectFor(portal.db, addresses.document(id))
  if (to) return { kind: 'moved', to }
  const stone = await tombstone(portal.db, id)
  if (!stone)
    return html(renderMissing({ address: chrome.address, neighbours: [] }, chrome), [], 404)
  const view = {
    title: stone.title,
    unit: stone.organization,
    withdrawnOn: stone.withdrawnOn,
    note: stone.note,
    replacedBy: stone.replacedBy,
    column: stone.column,
    neighbours: await neighboursIn(portal, await filledColumn(portal, stone.column?.id), id),
    record: await recordOfDocument(portal.db, id),
  }
  return html(renderWithdrawn(view, chrome), [], 410)
}

/** Explanations both ways, each with how it stands today. */
const markedLinks = async (portal: Portal, id: number) => {
  const { explains, explainedBy } = await linksOf(portal.db, id, thePublic)
  const all = await withValidity(portal, [...explainedBy, ...(explains ? [explains] : [])])
  return {
    explains,
    explainedBy,
    shown: {
      explainedBy: all.slice(0, explainedBy.length),
      explains: all.slice(explainedBy.length),
    },
  }
}

/** `/d/12`: the document, or what is said in its place. */
export const documentAnswer = async (
  portal: Portal,
  id: number,
  chrome: Chrome,
  asked: RowsQuery | null = null,
): Promise<Answer> => {
  const found = await documentPage(portal.db, id, thePublic)
  if (!found) return withdrawn(portal, id, chrome)
  const column = found.trail.at(-1)
  const [tables, life, neighbours, links, policy, cycle, printed, seal] = await Promise.all([
    datasetsOnPage(portal.db, found.editionId, asked, thePublic),
    stagesOf(portal.db, id),
    neighboursIn(portal, column?.id, id),
    markedLinks(portal, id),
    policyPartOf(portal, id),
    lifeCycleOf(portal, found),
    printedLine(portal, id),
    pageSeal(portal.db, id),
  ])
  const page = { ...viewOf(found, neighbours, links), ...links.shown }
  const view = { ...withLifeCycle(page, cycle), ...policy.part, tables, life, printed, seal }
  return html(renderDocument(view, chrome), [
    tags.document(id),
    ...(column ? [tags.column(column.id)] : []),
    ...policy.tags,
    ...cycle.tags,
    ...(links.explains ? [tags.policy(links.explains.id)] : []),
  ])
}

/** `/d/12/history`: what was changed, when and why. */
export const historyAnswer = async (
  portal: Portal,
  id: number,
  compared: { readonly from: number | null; readonly to: number | null },
  chrome: Chrome,
): Promise<Answer> => {
  const [found, history] = await Promise.all([
    documentPage(portal.db, id, thePublic),
    publicHistory(portal.db, id, thePublic),
  ])
  if (!found || !history) return withdrawn(portal, id, chrome)
  const page = viewOf(found, [])
  const validity = await standingOf(portal, id)
  const view: HistoryView = {
    document: { id, title: found.title },
    validity,
    trail: page.trail,
    editions: history.editions.map((edition) => ({
      number: edition.number,
      publishedAt: edition.publishedAt,
      live: edition.live,
      note: edition.note || null,
    })),
    comparison: comparisonOf(history.editions, compared),
    record: await recordOfDocument(portal.db, id),
  }
  return html(renderHistory(view, chrome), [tags.document(id), tags.seals])
}
