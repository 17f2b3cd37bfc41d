import { thePublic } from '#documents'
import {
  issuePage,
  issuesOf,
  newestIssues,
  type PublicIssue,
  printedIn,
  printedText,
  searchGazette,
} from '#gazette'
import { fileSeal } from '#seals'
import { addresses } from '../addresses.ts'
import type { Chrome } from '../chrome.ts'
import { renderGazette, renderIssue, renderIssueSheet } from '../pages/gazette.tsx'
import { renderGazetteSearch, renderPrintedText } from '../pages/gazette-text.tsx'
import { tags } from '../tags.ts'
import { html } from './html.ts'
import { standingOf, validityById } from './policies.ts'
import type { Answer, Portal } from './portal.ts'

const governmentId = async (portal: Portal): Promise<number> => (await portal.government()).id

/** `/gazette`: the issues of a year by their covers. */
export const gazetteAnswer = async (
  portal: Portal,
  year: number | null,
  chrome: Chrome,
): Promise<Answer> =>
  html(renderGazette(await issuesOf(portal.db, await governmentId(portal), year), chrome), [
    tags.gazette,
  ])

const pageOf = async (portal: Portal, year: number, number: number) => {
  const found = await issuePage(portal.db, await governmentId(portal), year, number, thePublic)
  if (!found) return { found: null, tags: [tags.gazette] }
  const own = found.lines.map(({ documentId }) => tags.document(documentId))
  const marks = await validityById(
    portal,
    found.lines.map(({ documentId }) => documentId),
  )
  return {
    found: {
      ...found,
      lines: found.lines.map((line) => ({ ...line, validity: marks.get(line.documentId) ?? null })),
    },
    tags: [tags.gazette, ...own],
  }
}

/** `/gazette/2026/3`: its contents, each text with the address to cite. */
export const issueAnswer = async (
  portal: Portal,
  year: number,
  number: number,
  chrome: Chrome,
): Promise<Answer | null> => {
  const page = await pageOf(portal, year, number)
  if (!page.found) return null
  const seal = await fileSeal(portal.db, addresses.gazetteIssue(year, number))
  return html(renderIssue({ ...page.found, seal }, chrome), page.tags)
}

/** `/gazette/2026/3/print`: a sheet for kiosks, notice boards and new media. */
export const issueSheetAnswer = async (
  portal: Portal,
  year: number,
  number: number,
  chrome: Chrome,
): Promise<Answer | null> => {
  const page = await pageOf(portal, year, number)
  return page.found && html(renderIssueSheet(page.found, chrome), page.tags)
}

/** `/gazette/2026/3.pdf`: the issue as printed; none while a text that left the site stands in it. */
export const issueFileAnswer = async (
  portal: Portal,
  year: number,
  number: number,
  chrome: Chrome,
): Promise<Answer | null> => {
  const { found } = await pageOf(portal, year, number)
  if (!found?.file) return null
  const { sha256, size } = found.file
  const name = `${found.title}${chrome.say('portal.gazette.fileName', { year, number })}.pdf`
  return { kind: 'file', sha256, size, name, mediaType: 'application/pdf', inline: false }
}

/** Pictures stand in the text by their content; here they are files of the document. */
const withPictures = (
  body: string,
  documentId: number,
  pictures: readonly { readonly id: number; readonly sha256: string }[],
): string => {
  const byHash = new Map(pictures.map(({ id, sha256 }) => [sha256, id]))
  return body.replace(
    /(\bsrc=")\/files\/([0-9a-f]{64})"/g,
    (whole, before: string, hash: string) => {
      const id = byHash.get(hash)
      return id ? `${before}${addresses.attachment(documentId, String(id))}"` : whole
    },
  )
}

/** `/gazette/2026/3/2`: one text as printed. */
export const printedTextAnswer = async (
  portal: Portal,
  year: number,
  number: number,
  place: number,
  chrome: Chrome,
): Promise<Answer | null> => {
  const page = await pageOf(portal, year, number)
  const line = page.found?.lines.find((one) => one.number === place)
  const text = page.found && (await printedText(portal.db, page.found.issue, place, thePublic))
  if (!page.found || !text || !line) return null
  const view = {
    title: page.found.title,
    issue: page.found.issue,
    line,
    validity: await standingOf(portal, text.documentId),
    text: { ...text, html: withPictures(text.html, text.documentId, text.pictures) },
  }
  return html(renderPrintedText(view, chrome), page.tags)
}

/** `/gazette/search`: never kept, since questions are without number. */
export const gazetteSearchAnswer = async (
  portal: Portal,
  asked: { readonly q: string; readonly year: number | null; readonly after: string | null },
  chrome: Chrome,
): Promise<Answer> => {
  const id = await governmentId(portal)
  const found = await searchGazette(portal.db, id, asked, thePublic)
  const { years } = await issuesOf(portal.db, id, null)
  const marks = await validityById(
    portal,
    found.hits.flatMap(({ documentId }) => documentId ?? []),
  )
  const hits = found.hits.map((hit) => ({
    ...hit,
    validity: hit.documentId === null ? null : (marks.get(hit.documentId) ?? null),
  }))
  const view = { query: asked, years: years.map(({ year }) => year), hits, next: found.next }
  return html(renderGazetteSearch(view, chrome), [], 200, true)
}

/** The line of a document's page that says where it was printed. */
export const printedLine = async (portal: Portal, documentId: number) =>
  printedIn(portal.db, documentId)

const issueAddress = ({ year, number }: PublicIssue): string => addresses.gazetteIssue(year, number)

/** What the feed of the gazette tells. */
export const gazetteFeed = async (portal: Portal, address: string, chrome: Chrome) => {
  if (address !== addresses.gazette()) return null
  const own = await portal.government()
  const { title, issues } = await newestIssues(portal.db, own.id, 30)
  return {
    title,
    documents: issues.map((issue) => ({
      id: issue.id,
      title: `${title} ${chrome.say('gazette.issueName', { year: issue.year, number: issue.number, total: issue.total })}`,
      publishedAt: issue.publishedAt,
      organizationName: own.name,
      address: issueAddress(issue),
    })),
    tags: [tags.gazette],
  }
}

/** Addresses of all issues, for the sitemap. */
export const gazettePlaces = async (portal: Portal): Promise<string[]> => {
  const { issues } = await newestIssues(portal.db, await governmentId(portal), 2_000)
  return [addresses.gazette(), ...issues.map(issueAddress)]
}
