import { thePublic } from '#documents'
import { type CivilDate, dateAt } from '#platform/civil-date'
import { byteOrderMark, csvLine } from '#platform/csv'
import { speaker } from '#platform/words'
import {
  citedBy,
  endedValidities,
  libraryFacets,
  libraryFile,
  listPolicies,
  officialMarkOf,
  type PolicyClass,
  type PolicyLine,
  policyClasses,
  type Validity,
  type ValidityMark,
  validities,
  validityOf,
} from '#policies'
import type { PolicyQuery } from '../addresses.ts'
import type { Chrome } from '../chrome.ts'
import { renderPolicies } from '../pages/policies.tsx'
import { tags } from '../tags.ts'
import type { Counted, DocumentLink, DocumentView, PoliciesView, PolicyRow } from '../views.ts'
import { html } from './html.ts'
import type { Answer, Portal } from './portal.ts'

const pageSize = 20
const today = (): CivilDate => dateAt(new Date())

/** How documents stand today, by their ids: one read for all; what is no policy is left out. */
export const validityById = async (
  portal: Portal,
  ids: readonly number[],
): Promise<Map<number, Validity>> => {
  const marks = await validityOf(portal.db, ids, today())
  return new Map([...marks].map(([id, { validity }]) => [id, validity]))
}

/** Lines and links with the validity that each document has today. */
export const withValidity = async <Line extends DocumentLink>(
  portal: Portal,
  lines: readonly Line[],
): Promise<(Line & { readonly validity: Validity | null })[]> => {
  const marks = await validityById(
    portal,
    lines.map(({ id }) => id),
  )
  return lines.map((line) => ({ ...line, validity: marks.get(line.id) ?? null }))
}

const shownOf = (mark: ValidityMark): NonNullable<DocumentView['validity']> => ({
  state: mark.validity,
  from: mark.effectiveOn,
  until:
    endedValidities.includes(mark.validity) || mark.validity === 'amended'
      ? mark.since
      : mark.expiresOn,
  by: mark.by,
  byText: mark.byText,
})

/** How one document stands today, for a banner; null where it is no policy. */
export const standingOf = async (portal: Portal, id: number): Promise<DocumentView['validity']> => {
  const mark = (await validityOf(portal.db, [id], today())).get(id)
  return mark ? shownOf(mark) : null
}

/** All that a document's page says of it as a policy, and of the policies on which it relies. */
export const policyPartOf = async (
  portal: Portal,
  id: number,
): Promise<{
  readonly part: Pick<DocumentView, 'validity' | 'cited' | 'official'>
  readonly tags: readonly string[]
}> => {
  const [marks, cited, official] = await Promise.all([
    validityOf(portal.db, [id], today()),
    citedBy(portal.db, id, today()),
    officialMarkOf(portal.db, id),
  ])
  const mark = marks.get(id)
  return {
    part: {
      validity: mark ? shownOf(mark) : null,
      cited: cited.ended.map(({ validity, ...one }) => ({ ...one, state: validity })),
      official,
    },
    tags: cited.all.map(tags.policy),
  }
}

const oneOf = <T extends string>(known: readonly T[], text: string | null): T | null =>
  known.find((one) => one === text) ?? null

const latestYear = 2200

/** What is asked, as far as the library knows it; anything else is left out. */
export const policyQueryOf = (ask: (name: string) => string | null): PolicyQuery => {
  const year = Number(ask('year') ?? '')
  return {
    class: oneOf<PolicyClass>(policyClasses, ask('class')),
    year: Number.isInteger(year) && year > 0 && year <= latestYear ? year : null,
    validity: oneOf<Validity>(validities, ask('validity')),
    q: ask('q')?.slice(0, 100) ?? null,
    after: ask('after'),
  }
}

const askedOf = (query: PolicyQuery) => ({
  class: (query.class ?? undefined) as PolicyClass | undefined,
  year: query.year ?? undefined,
  validity: (query.validity ?? undefined) as Validity | undefined,
  q: query.q ?? undefined,
})

const rowOf = (line: PolicyLine): PolicyRow => ({
  id: line.documentId,
  title: line.title,
  documentNumber: line.documentNumber,
  unit: { code: line.organization.code, name: line.organization.name },
  effectiveOn: line.effectiveOn,
  expiresOn: line.expiresOn,
  publishedOn: line.publishedOn,
  validity: line.validity,
})

type Facet = Awaited<ReturnType<typeof libraryFacets>>[number]

/** Sums of the library by one of its sides, in the order in which they are known. */
const countsBy = (
  facets: readonly Facet[],
  side: (facet: Facet) => string | null,
  order: readonly string[],
): Counted[] => {
  const by = Map.groupBy(facets, side)
  return order
    .map((value) => ({
      value,
      count: (by.get(value) ?? []).reduce((sum, { count }) => sum + count, 0),
    }))
    .filter(({ count }) => count > 0)
}

/** `/policies`: the library of policies with their validity (M31). */
export const policiesAnswer = async (
  portal: Portal,
  query: PolicyQuery,
  chrome: Chrome,
): Promise<Answer> => {
  const [facets, slice] = await Promise.all([
    libraryFacets(portal.db),
    listPolicies(
      portal.db,
      { ...askedOf(query), after: query.after ?? undefined, limit: pageSize },
      thePublic,
    ),
  ])
  const years = [...new Set(facets.flatMap(({ year }) => (year === null ? [] : [String(year)])))]
  const view: PoliciesView = {
    query: { ...query, after: null },
    total: facets.reduce((sum, { count }) => sum + count, 0),
    counts: {
      class: countsBy(facets, (facet) => facet.class, policyClasses),
      year: countsBy(facets, (facet) => String(facet.year), years.sort().reverse()),
      validity: countsBy(facets, (facet) => facet.validity, validities),
    },
    slice: { items: slice.items.map(rowOf), next: slice.next, first: query.after === null },
  }
  return html(renderPolicies(view, chrome), [tags.policies])
}

/** `/policies.csv`, `/policies.json`: the library as chosen, whole. */
export const policiesFileAnswer = async (
  portal: Portal,
  format: 'csv' | 'json',
  query: PolicyQuery,
): Promise<Answer> => {
  const lines = await libraryFile(portal.db, askedOf(query), thePublic)
  const body = format === 'csv' ? csvOf(lines) : `${JSON.stringify(lines, null, 1)}\n`
  return {
    kind: 'page',
    body,
    mediaType: format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
    tags: [tags.policies],
    once: true,
  }
}

const sides = [
  'title',
  'documentNumber',
  'class',
  'year',
  'validity',
  'effectiveOn',
  'expiresOn',
  'writtenOn',
  'publishedOn',
  'issuingOrgan',
] as const

function csvOf(lines: readonly PolicyLine[]): string {
  const say = speaker('zh-CN')
  const words = (line: PolicyLine, side: (typeof sides)[number]): string =>
    side === 'class'
      ? say(`portal.policies.class.${line.class}`)
      : side === 'validity'
        ? say(`portal.validity.${line.validity}`)
        : String(line[side] ?? '')
  const rows = [
    sides.map((side) => say(`portal.policies.file.${side}`)),
    ...lines.map((line) => sides.map((side) => words(line, side))),
  ]
  return byteOrderMark + rows.map(csvLine).join('')
}
