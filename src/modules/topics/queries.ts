import type { z } from 'zod'
import { organizationTree } from '#organizations'
import type { Actor } from '#platform/act'
import type { Db } from '#platform/database'
import { lineOf } from './commands/keep-topics.ts'
import type * as contract from './contract.ts'
import { mayKeepTopics } from './policy.ts'
import { refuse } from './refusals.ts'
import { choicesOf } from './store/keeping.ts'
import { topics } from './store.ts'

/** Topic pages, published or being made. */
export async function listedTopics(
  db: Db,
  by: Actor,
): Promise<z.output<typeof contract.listTopics.output>> {
  const root = (await organizationTree(db)).roots.find(({ kind }) => kind === 'government')
  return {
    mayKeep: root !== undefined && mayKeepTopics(by, root.path),
    topics: (await topics(db)).map(lineOf),
  }
}

/** One topic with what a person picked or kept out. */
export async function topicWithChoices(
  db: Db,
  id: number,
): Promise<z.output<typeof contract.topicById.output>> {
  const [topic] = await topics(db, { id })
  if (!topic) throw refuse('notFound')
  return { topic: lineOf(topic), choices: await choicesOf(db, id) }
}
