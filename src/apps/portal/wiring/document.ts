import {
  columnDocuments,
  documentPage,
  type PublicDocument,
  publicHistory,
  thePublic,
  tombstone,
} from '#documents'
import { dateAt } from '#platform/civil-date'
import type { Chrome } from '../chrome.ts'
import { renderDocument } from '../pages/document.tsx'
import { renderMissing, renderWithdrawn } from '../pages/failures.tsx'
import { renderHistory } from '../pages/history.tsx'
import { tags } from '../tags.ts'
import type { DocumentLine, DocumentView, HistoryView } from '../views.ts'
import { comparisonOf } from './comparison.ts'
import { html } from './html.ts'
import { identityOf, lineOf } from './lines.ts'
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
  return items
    .filter((item) => item.id !== without)
    .slice(0, neighbourCount)
    .map((item) => ({ ...lineOf(item), category: null }))
}

const extensionOf = (name: string): string => /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''

const viewOf = (found: PublicDocument, neighbours: readonly DocumentLine[]): DocumentView => {
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
    notes:
      corrected && found.correctionNote
        ? [
            {
              kind: 'correction',
              on: dateAt(found.publishedAt),
              text: found.correctionNote,
              other: null,
            },
          ]
        : [],
    explains: [],
    explainedBy: [],
    alsoIn: found.alsoIn,
    neighbours,
    editions: found.editions,
    visits: null,
  }
}

const withdrawn = async (portal: Portal, id: number, chrome: Chrome): Promise<Answer> => {
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
    neighbours: await neighboursIn(portal, stone.column?.id, id),
  }
  return html(renderWithdrawn(view, chrome), [], 410)
}

/** `/d/12`: the document, or what is said in its place. */
export const documentAnswer = async (
  portal: Portal,
  id: number,
  chrome: Chrome,
): Promise<Answer> => {
  const found = await documentPage(portal.db, id, thePublic)
  if (!found) return withdrawn(portal, id, chrome)
  const column = found.trail.at(-1)
  const neighbours = await neighboursIn(portal, column?.id, id)
  return html(renderDocument(viewOf(found, neighbours), chrome), [
    tags.document(id),
    ...(column ? [tags.column(column.id)] : []),
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
  const view: HistoryView = {
    document: { id, title: found.title },
    trail: page.trail,
    editions: history.editions.map((edition) => ({
      number: edition.number,
      publishedAt: edition.publishedAt,
      live: edition.live,
      note: edition.note || null,
    })),
    comparison: comparisonOf(history.editions, compared),
  }
  return html(renderHistory(view, chrome), [tags.document(id)])
}
