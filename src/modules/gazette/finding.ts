import { organizationTree } from '#organizations'
import type { Act, Actor } from '#platform/act'
import type { Db } from '#platform/database'
import type { IssueFact } from './facts.ts'
import { issueChanged } from './facts.ts'
import { refuse } from './refusals.ts'
import { gazetteOf, type IssueRow, issueRow, lockIssue } from './store/issues.ts'

type May = (by: Actor, path: string) => boolean

/** The government whose gazette this installation keeps, and whether this person may. */
export const findGazette = async (db: Db, by: Actor, may: May) => {
  const root = (await organizationTree(db)).roots.find(({ kind }) => kind === 'government')
  if (!root || !may(by, root.path)) throw refuse('notYours')
  return gazetteOf(db, root.id)
}

/** An issue that this person may look at. */
export const readIssue = async (db: Db, by: Actor, id: number, may: May): Promise<IssueRow> => {
  const found = await issueRow(db, id)
  if (!found || !may(by, found.path)) throw refuse('notFound')
  return found
}

/** The issue that a command is about, locked: may I, and did nobody save meanwhile. */
export const findIssue = async (
  act: Act,
  asked: { readonly id: number; readonly version?: number },
  may: May,
): Promise<IssueRow> => {
  const found = await lockIssue(act.tx, asked.id)
  if (!may(act.by, found.path)) throw refuse('notYours')
  if (asked.version !== undefined && asked.version !== found.version)
    throw refuse('changedMeanwhile')
  return found
}

export const factAbout = (one: IssueRow): IssueFact => ({
  subject: `gazette/${one.id}`,
  organizationId: one.organizationId,
  issueId: one.id,
  year: one.year,
  number: one.number,
})

export const tellChange = (act: Act, one: IssueRow, what: string, reason?: string): Promise<void> =>
  act.announce(issueChanged, { ...factAbout(one), what, ...(reason ? { reason } : {}) })
