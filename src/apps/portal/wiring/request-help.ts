import { documentPage, suggestedMatters, thePublic } from '#documents'
import { bodiesFor, existsOn, type OrganizationNode } from '#organizations'
import { dateAt } from '#platform/civil-date'
import { takesRequests } from '#requests'
import { search, soughtIn } from '#search'
import type { Match, OfficeGroup } from '../request-views.ts'
import type { Portal } from './portal.ts'

const mostMatches = 8
const fewMatches = 3
// A search reads so much of a question; more words find less.
const searched = 100

/** Published documents that may be what is asked for: by all words, else by the longest few. */
export const matchesOf = async (portal: Portal, wanted: string): Promise<Match[]> => {
  const q = wanted.replace(/\s+/g, ' ').trim().slice(0, searched)
  if (q === '') return []
  const words = soughtIn(q)
    .map(({ text }) => text)
    .sort((a, b) => b.length - a.length)
  const questions = [q, ...[3, 2].map((n) => words.slice(0, n).join(' '))]
  const found = new Map<number, Match>()
  for (const question of new Set(questions)) {
    if (found.size >= fewMatches || question === '') break
    const { hits } = await search(portal.db, {
      q: question,
      field: null,
      organization: null,
      year: null,
      after: null,
    })
    for (const hit of hits.slice(0, mostMatches))
      if (found.size < mostMatches)
        found.set(hit.documentId, {
          id: hit.documentId,
          title: hit.title,
          unit: hit.organizationName,
          publishedOn: dateAt(hit.publishedAt),
        })
  }
  return [...found.values()]
}

/** Whether anybody may read this document: only then it can be what was looked for. */
export const isPublished = async (portal: Portal, id: number): Promise<boolean> =>
  (await documentPage(portal.db, id, thePublic)) !== null

const askable = async (portal: Portal): Promise<readonly OrganizationNode[]> => {
  const today = dateAt(new Date())
  const tree = await portal.tree()
  return tree.organizations.filter((one) => takesRequests(one) && existsOn(one, today))
}

/** The bodies that can be asked, the county's first, then those of the towns. */
export const officesOf = async (
  portal: Portal,
  say: (key: string) => string,
): Promise<OfficeGroup[]> => {
  const all = await askable(portal)
  const group = (label: string, level: string): OfficeGroup => ({
    label,
    options: all
      .filter((one) => one.level === level)
      .map(({ id, name }) => ({ value: String(id), label: name })),
  })
  return [
    group(say('portal.ask.office.county'), 'county'),
    group(say('portal.ask.office.towns'), 'township'),
  ].filter(({ options }) => options.length > 0)
}

export const officeName = async (portal: Portal, id: number): Promise<string> =>
  (await portal.tree()).byId(id)?.name ?? ''

const mostSuggested = 3

/** Who likely has it: bodies that the words name, else those who disclose the likeliest matters. */
export const suggestedOffices = async (
  portal: Portal,
  wanted: string,
): Promise<readonly OrganizationNode[]> => {
  const all = await askable(portal)
  const named = all.filter(
    ({ name, shortName }) =>
      wanted.includes(name) || (shortName.length > 1 && wanted.includes(shortName)),
  )
  if (named.length > 0) return named.slice(0, mostSuggested)
  const [government, catalogue] = await Promise.all([portal.government(), portal.catalogue()])
  const likely = await suggestedMatters(portal.db, {
    organizationId: government.id,
    title: wanted.slice(0, searched),
    text: '',
  })
  const bodies = likely.flatMap(({ matterCode }) => {
    const text = catalogue?.byCode.get(matterCode)?.disclosingBody ?? ''
    // A text that names every town names nobody in particular.
    const meant = bodiesFor(text, all).bodies.filter(({ level }) => level === 'county')
    return meant.length <= mostSuggested ? meant : []
  })
  return [...new Set(bodies)].slice(0, mostSuggested)
}
