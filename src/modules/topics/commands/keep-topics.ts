import type { z } from 'zod'
import { thePublic } from '#documents'
import { organizationTree } from '#organizations'
import type { Act } from '#platform/act'
import type * as contract from '../contract.ts'
import { documentChosen, topicChanged } from '../facts.ts'
import { mayKeepTopics } from '../policy.ts'
import { refuse } from '../refusals.ts'
import * as rows from '../store/keeping.ts'
import { gather, gatheredBy, type Topic, topics } from '../store.ts'

type Line = z.output<typeof contract.topicShape>
type Rule = z.output<typeof contract.topicRule>

export const lineOf = (topic: Topic): Line => ({
  ...topic,
  publishedAt: topic.publishedAt?.toISOString() ?? null,
})

const mustKeep = async (act: Act) => {
  const root = (await organizationTree(act.tx)).roots.find(({ kind }) => kind === 'government')
  if (!root || !mayKeepTopics(act.by, root.path)) throw refuse('notYours')
  return root
}

/** A rule that says nothing would gather nothing, or everything. */
const mustSay = (rule: Rule): void => {
  if (rule.matterCodes.length + rule.fieldCodes.length + rule.keywords.length === 0)
    throw refuse('ruleEmpty')
  if (rule.from && rule.until && rule.from > rule.until) throw refuse('daysTurned')
}

export const topicById = async (db: Act['tx'], id: number): Promise<Topic> => {
  const [topic] = await topics(db, { id })
  if (!topic) throw refuse('notFound')
  return topic
}

const tell = (act: Act, topic: Topic, what: string): Promise<void> =>
  act.announce(topicChanged, {
    subject: `topic/${topic.id}`,
    organizationId: topic.organizationId,
    topicId: topic.id,
    slug: topic.slug,
    what,
  })

const freeSlug = async (act: Act, slug: string, own: number | null): Promise<void> => {
  const [taken] = await topics(act.tx, { slug })
  if (taken && taken.id !== own) throw refuse('slugTaken', { slug })
}

/** Begins a topic page and gathers what its rule finds. */
export async function createTopic(
  act: Act,
  input: z.output<typeof contract.createTopic.input>,
): Promise<Line> {
  const root = await mustKeep(act)
  mustSay(input.rule)
  await freeSlug(act, input.slug, null)
  const id = await rows.addTopic(act, root.id, input)
  await gather(act.tx, await topicById(act.tx, id))
  const topic = await topicById(act.tx, id)
  await tell(act, topic, 'created')
  return lineOf(topic)
}

/** Changes a topic page; another rule gathers anew. */
export async function saveTopic(
  act: Act,
  input: z.output<typeof contract.saveTopic.input>,
): Promise<Line> {
  await mustKeep(act)
  mustSay(input.rule)
  const before = await topicById(act.tx, input.id)
  if (before.version !== input.version) throw refuse('changedMeanwhile')
  await freeSlug(act, input.slug, input.id)
  await rows.putTopic(act, input)
  await gather(act.tx, await topicById(act.tx, input.id))
  const topic = await topicById(act.tx, input.id)
  if (before.slug !== topic.slug) await tell(act, before, 'moved')
  await tell(act, topic, 'saved')
  return lineOf(topic)
}

/** Puts a document in or keeps it out, with the reason; null leaves it to the rule again. */
export async function chooseDocument(
  act: Act,
  input: z.output<typeof contract.chooseDocument.input>,
): Promise<Line> {
  await mustKeep(act)
  const reason = input.reason.trim()
  if (input.verdict !== null && reason === '') throw refuse('reasonMissing')
  const before = await topicById(act.tx, input.id)
  if (!(await rows.isLive(act.tx, input.documentId, thePublic))) throw refuse('documentNotLive')
  await rows.putChoice(act, { ...input, reason })
  await gather(act.tx, before, input.documentId)
  const topic = await topicById(act.tx, input.id)
  await act.announce(documentChosen, {
    subject: `topic/${topic.id}`,
    organizationId: topic.organizationId,
    topicId: topic.id,
    slug: topic.slug,
    documentId: input.documentId,
    verdict: input.verdict ?? 'rule',
    reason,
  })
  return lineOf(topic)
}

/** Puts a topic page before the public, or takes it off. An empty page is none worth reading. */
export async function publishTopic(
  act: Act,
  input: z.output<typeof contract.publishTopic.input>,
): Promise<Line> {
  await mustKeep(act)
  const before = await topicById(act.tx, input.id)
  if (input.open && before.documents === 0) throw refuse('nothingGathered')
  await rows.setPublished(act, input.id, input.open)
  const topic = await topicById(act.tx, input.id)
  await tell(act, topic, input.open ? 'published' : 'withdrawn')
  return lineOf(topic)
}

/** What a rule would gather, before anything is changed. */
export async function previewTopic(
  act: Act,
  input: z.output<typeof contract.previewTopic.input>,
): Promise<z.output<typeof contract.previewTopic.output>> {
  await mustKeep(act)
  mustSay(input.rule)
  const { count, documents } = await gatheredBy(act.tx, input.rule, thePublic)
  return {
    count,
    documents: documents.map((one) => ({ ...one, verdict: 'rule' as const, reason: '' })),
  }
}
