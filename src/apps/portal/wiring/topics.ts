import { type Cursor, thePublic } from '#documents'
import { type EntryRow, entriesOf, lifeOf, stages, type Topic, topics } from '#topics'
import { addresses } from '../addresses.ts'
import type { Chrome } from '../chrome.ts'
import { renderLife, renderTopic, renderTopics } from '../pages/topics.tsx'
import { tags } from '../tags.ts'
import { html } from './html.ts'
import { lineOf } from './lines.ts'
import { withValidity } from './policies.ts'
import type { Answer, Portal } from './portal.ts'

// As many of a section as one takes in beside the others; the rest is a page of its own.
const shownOfSection = 10
const shownOfOne = 30

const open = (topic: Topic): boolean => topic.publishedAt !== null

/** `/topics`: every topic page. */
export const topicsAnswer = async (portal: Portal, chrome: Chrome): Promise<Answer> =>
  html(renderTopics({ topics: (await topics(portal.db)).filter(open) }, chrome), [tags.topics])

const openTopic = async (portal: Portal, slug: string): Promise<Topic | null> =>
  (await topics(portal.db, { slug })).find(open) ?? null

const sliceOf = async (
  portal: Portal,
  rows: readonly EntryRow[],
  limit: number,
  first: boolean,
) => {
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    items: await withValidity(
      portal,
      rows.slice(0, limit).map((row) => lineOf({ ...row, prefix: '' })),
    ),
    next: last ? `${last.publishedAt.toISOString()}~${last.id}` : null,
    first,
  }
}

/** `/topics/rural`: a topic with its sections; one section of it where asked. */
export const topicAnswer = async (
  portal: Portal,
  slug: string,
  asked: { readonly section: string | null; readonly after: Cursor | null },
  chrome: Chrome,
): Promise<Answer | null> => {
  const topic = await openTopic(portal, slug)
  if (!topic) return null
  const limit = asked.section === null ? shownOfSection : shownOfOne
  const rows = await entriesOf(portal.db, topic.id, { ...asked, limit: limit + 1 }, thePublic)
  const grouped = Map.groupBy(rows, ({ section }) => section)
  const order = (key: string): number => (stages as readonly string[]).indexOf(key)
  const forest = await portal.columns()
  const sections = await Promise.all(
    [...grouped]
      .sort(([one], [other]) => order(one) - order(other) || one.localeCompare(other))
      .map(async ([key, own]) => ({
        key,
        name: topic.grouping === 'field' ? (forest.byField(key)?.name ?? null) : null,
        documents: await sliceOf(portal, own, limit, asked.after === null),
      })),
  )
  return html(renderTopic({ topic, sections, section: asked.section }, chrome), [tags.topics])
}

/** What the feed of a topic tells. */
export const topicFeed = async (portal: Portal, address: string) => {
  const slug = /^\/topics\/([^/]+)$/.exec(address)?.[1]
  const topic = slug ? await openTopic(portal, slug) : null
  if (!topic) return null
  const asked = { section: null, after: null, limit: shownOfOne }
  const rows = await entriesOf(portal.db, topic.id, asked, thePublic)
  return {
    title: topic.title,
    documents: rows.slice(0, shownOfOne).map((row) => ({ ...row, prefix: '' })),
    tags: [tags.topics],
  }
}

/** `/life/<unit>/<matter>`: one matter of one unit through its stages (M21). */
export const lifeAnswer = async (
  portal: Portal,
  unit: string,
  matter: string,
  chrome: Chrome,
): Promise<Answer | null> => {
  const own = (await portal.tree()).byCode(unit)
  const rows = await lifeOf(portal.db, unit, matter, thePublic)
  const [first] = rows
  if (!own || !first) return null
  const marked = await withValidity(
    portal,
    rows.map((row) => ({ ...lineOf({ ...row, prefix: '' }), section: row.section })),
  )
  const byStage = Map.groupBy(marked, ({ section }) => section)
  const view = {
    matter: first.matter,
    matterAddress: first.matterAddress,
    unit: { code: own.code, name: own.shortName },
    address: addresses.life(unit, matter),
    byStage: Object.fromEntries(byStage),
  }
  return html(renderLife(view, chrome), [tags.topics, tags.organization(own.id)])
}
