import { datasetsOnPage, type RowsQuery } from '#datasets'
import { documentPage, previewByToken, publicFile } from '#documents'
import type { Chrome } from '../chrome.ts'
import { renderPreview } from '../pages/preview.tsx'
import { viewOf } from './document.ts'
import { html } from './html.ts'
import type { Answer, Portal } from './portal.ts'

/** `/preview/…`: a draft, for the holder of its link while that is open. Nothing of it is kept. */
export const previewAnswer = async (
  portal: Portal,
  token: string,
  chrome: Chrome,
  asked: RowsQuery | null = null,
): Promise<Answer | null> => {
  const opened = await previewByToken(portal.db, token, new Date())
  const found = opened && (await documentPage(portal.db, opened.documentId, opened.reader))
  if (!found) return null
  const address = `/preview/${token}`
  const tables = await datasetsOnPage(portal.db, found.editionId, asked, opened.reader)
  const page = renderPreview({ ...viewOf(found, []), tables, address }, chrome)
  // Its files are open to the same link, not yet to the public.
  const own = page.replaceAll(`"/d/${found.id}/files/`, `"${address}/files/`)
  return html(own, [], 200, true)
}

/** A picture or attachment of that draft. */
export const previewFile = async (portal: Portal, token: string, id: number) => {
  const opened = await previewByToken(portal.db, token, new Date())
  return opened && publicFile(portal.db, { documentId: opened.documentId, id }, opened.reader)
}
