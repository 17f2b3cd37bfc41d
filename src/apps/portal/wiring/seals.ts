import { documentPage, thePublic } from '#documents'
import { isCivilDate } from '#platform/civil-date'
import { machinePage, sealedDay, sealedDays, wholeDay } from '#seals'
import type { Chrome } from '../chrome.ts'
import { renderSeal, renderSeals } from '../pages/seals.tsx'
import { renderVerify } from '../pages/verify.tsx'
import { tags } from '../tags.ts'
import { html } from './html.ts'
import type { Answer, Portal } from './portal.ts'

const json = (value: object, carried: readonly string[]): Answer => ({
  kind: 'page',
  body: `${JSON.stringify(value)}\n`,
  mediaType: 'application/json; charset=utf-8',
  tags: carried,
  status: 200,
  once: false,
})

/** `/seals`: the seals of the days. */
export const sealsAnswer = async (
  portal: Portal,
  before: string | null,
  chrome: Chrome,
): Promise<Answer> =>
  html(
    renderSeals(await sealedDays(portal.db, before && isCivilDate(before) ? before : null), chrome),
    [tags.seals],
  )

/** `/seals/2026-11-22`, for print, a page of its records at a time. */
export const sealAnswer = async (
  portal: Portal,
  day: string,
  after: number | null,
  chrome: Chrome,
): Promise<Answer | null> => {
  const found = isCivilDate(day) ? await sealedDay(portal.db, day, after) : null
  return found && html(renderSeal(found, chrome), [tags.seals])
}

/** `/seals/2026-11-22.json`, for recomputing: every record of the day. */
export const sealJsonAnswer = async (portal: Portal, day: string): Promise<Answer | null> => {
  const found = isCivilDate(day) ? await wholeDay(portal.db, day) : null
  return found && json(found, [tags.seals])
}

/** `/d/12/seal.json`: a document with its link, salt and plain text. */
export const documentSealAnswer = async (portal: Portal, id: number): Promise<Answer | null> => {
  const found = await documentPage(portal.db, id, thePublic)
  const page = found && (await machinePage(portal.db, found))
  return page ? json(page, [tags.document(id)]) : null
}

export const verifyAnswer = (chrome: Chrome): Answer =>
  html(renderVerify({ result: null, refused: null, pasted: '' }, chrome), [])
